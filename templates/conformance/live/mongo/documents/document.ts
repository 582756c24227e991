import type { UniqueFact } from '../../../expected/facts.ts'
import { newUlid } from '../../values/ids.ts'
import type { Collection } from '../facts.ts'
import type { Doc, Session } from '../session.ts'
import { valueOf } from './value.ts'

/** Whose a document is: the tenant's public id; null for what all share, undefined where there are no tenants. */
export type Tenant = string | null | undefined

const day = 24 * 60 * 60 * 1000

/** A tenant that has nothing yet. */
export function newTenant({ tenant }: Collection): Tenant {
  return tenant === undefined ? undefined : newUlid()
}

/**
 * A document with a value in every field but those that say that it is deleted, by the keys of its fields.
 *
 * @param given by the names of fields
 */
export function documentOf(session: Session, collection: Collection, tenant: Tenant, given: Doc = {}): Doc {
  const n = session.next()
  const fields = collection.fields.map((field): readonly [string, unknown] => {
    if (field.name in given) return [field.at, given[field.name]]
    if (field.name === collection.tenant?.name) return [field.at, tenant ?? null]
    if (field.role === 'soft_delete') return [field.at, null]
    // Far from its end, also where documents go on the very date that they hold.
    if (field.name === collection.expire?.field) return [field.at, new Date(Date.now() + day + n)]
    return [field.at, valueOf(session.spec, field, n)]
  })
  return Object.fromEntries(fields)
}

/** A document without whatever may be left empty. */
export function sparseDocumentOf(session: Session, collection: Collection, tenant: Tenant): Doc {
  const empty = collection.fields.filter(({ optional, role }) => optional === true && role !== 'tenant')
  return documentOf(session, collection, tenant, Object.fromEntries(empty.map(({ name }) => [name, null])))
}

/** Why no document can be made; undefined where one can. */
export function obstacleOf(spec: Session['spec'], { fields }: Collection): string | undefined {
  const without = fields.find((field) => field.pattern !== undefined && valueOf(spec, field, 1) === undefined)
  return without && `no text is found that the pattern of ${without.name} lets pass`
}

/** The fields that a unique compares and that may be empty: a document without one of them does not count. */
export function emptiableOf({ byField, tenant }: Collection, { fields, where = [] }: UniqueFact): readonly string[] {
  const asked = new Set(where.map(({ field }) => field))
  return fields.filter((name) => byField.get(name)?.optional === true && name !== tenant?.name && !asked.has(name))
}
