import { identityKey } from '../bson/identity-key.ts'
import { shellText } from '../bson/shell-text.ts'
import { refuse } from '../server-error.ts'
import { cannotCreate } from './check-specification.ts'
import type { IndexSpecification } from './specification.ts'

const mostIndexes = 64

/**
 * Whether an index is already there, just so.
 *
 * @throws ServerError 86 or 85 where another index stands in its way, 67 where the collection can take no such index
 */
export function isPresent(existing: readonly IndexSpecification[], requested: IndexSpecification): boolean {
  if (identityKey(requested.key) === identityKey({ _id: 1 })) return true
  const namesake = existing.find(({ name }) => name === requested.name)
  if (namesake !== undefined) return isSame(namesake, requested)
  const equivalent = existing.find((other) => signature(other) === signature(requested))
  if (equivalent !== undefined) {
    optionsConflict(
      options(equivalent) === options(requested)
        ? `Index already exists with a different name: ${equivalent.name}`
        : `An equivalent index already exists with a different name and options. ${both(requested, equivalent)}`,
    )
  }
  const text = existing.find(({ weights }) => weights !== undefined)
  if (requested.weights !== undefined && text !== undefined) {
    cannotCreate(`only one text index per collection allowed, found existing text index "${text.name}"`)
  }
  if (existing.length >= mostIndexes) cannotCreate('add index fails, too many indexes')
  return false
}

function isSame(namesake: IndexSpecification, requested: IndexSpecification): boolean {
  if (signature(namesake) !== signature(requested)) {
    refuse(
      86,
      'IndexKeySpecsConflict',
      `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. ${both(requested, namesake)}`,
    )
  }
  if (options(namesake) !== options(requested)) {
    optionsConflict(
      `An equivalent index already exists with the same name but different options. ${both(requested, namesake)}`,
    )
  }
  return true
}

function optionsConflict(message: string): never {
  return refuse(85, 'IndexOptionsConflict', message)
}

function both(requested: IndexSpecification, existing: IndexSpecification): string {
  return `Requested index: ${shellText(requested)}, existing index: ${shellText(existing)}`
}

/** What tells two indexes on one collection apart: two with the same signature cannot stand side by side. */
function signature(index: IndexSpecification): string {
  return identityKey([
    // The order of the key is part of an index, and so it is of its identity.
    Object.entries(index.key).map(([field, kind]) => [field, kind]),
    index.collation ?? null,
    index.partialFilterExpression ?? null,
    index.unique === true,
    index.sparse === true,
    index.wildcardProjection ?? null,
  ])
}

function options(index: IndexSpecification): string {
  return identityKey([
    index.expireAfterSeconds ?? null,
    index.weights ?? null,
    index.default_language ?? null,
    index.language_override ?? null,
  ])
}
