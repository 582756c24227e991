import type { Report } from '../../diagnostic/diagnostic.ts'
import type { Entity } from '../../model/entity.ts'
import type { PhysicalName } from '../../model/name.ts'
import type { PostgresPart } from '../../model/postgres.ts'
import type { Span } from '../../source/source-file.ts'
import { derived } from './physical-name.ts'
import { relationMember } from './physical-names.ts'

/** Reports two things of one store that would have one name: tables and indexes, columns, collections, keys of a document. */
export function reportPhysicalClashes(entities: readonly Entity[], report: Report): void {
  const relations = new NameSpace('tables, views or indexes of PostgreSQL', report)
  const functions = new NameSpace('functions of PostgreSQL', report)
  const collections = new NameSpace('collections', report)
  const types = new NameSpace('types', report)
  for (const { name, span } of entities) types.take(derived(name), span)
  for (const entity of entities) {
    const { postgres, mongo } = entity
    if (postgres !== undefined) reportInTable(postgres, entity.span, relations, functions, report)
    if (mongo !== undefined) {
      const of = `\`${mongo.collection.text}\``
      collections.add(mongo.collection, entity.span)
      const keys = new NameSpace(`fields of a document in ${of}`, report)
      for (const { physical, span } of mongo.fields) keys.add(physical, span)
      const indexes = new NameSpace(`indexes of ${of}`, report)
      for (const { name, span } of [...mongo.uniques, ...mongo.indexes]) indexes.add(name, span)
      if (mongo.document !== entity.name) types.add(derived(mongo.document), mongo.span)
    }
    reportMembers(entity, report)
  }
}

/** Names of which each may be taken once. */
class NameSpace {
  readonly #taken = new Map<string, Span>()
  readonly #what: string
  readonly #report: Report

  /** @param what their plural, as a report says it: `collections` */
  constructor(what: string, report: Report) {
    this.#what = what
    this.#report = report
  }

  /** Takes a name; reports it where it is taken, and then answers false. */
  add(name: PhysicalName, span: Span): boolean {
    const at = name.span ?? span
    const earlier = this.#taken.get(name.text)
    if (earlier === undefined) this.#taken.set(name.text, at)
    else clash(`two ${this.#what} would be named \`${name.text}\``, at, earlier, this.#report)
    return earlier === undefined
  }

  /** Takes a name that another space has been asked about already. */
  take(name: PhysicalName, span: Span): void {
    this.#taken.set(name.text, name.span ?? span)
  }
}

function reportInTable(
  part: PostgresPart,
  entity: Span,
  relations: NameSpace,
  functions: NameSpace,
  report: Report,
): void {
  const { table, primaryKeyName, span, view, uniques, indexes } = part
  const alone = relations.add(table, entity)
  const columns = new NameSpace(`columns of \`${table.text}\``, report)
  const fields = part.fields.filter((field) => columns.add(field.physical, field.span))
  // What belongs to a table is named after it: where that is taken, all of theirs would be.
  if (!alone) return
  relations.add(primaryKeyName, span)
  if (view !== undefined) relations.add(view, span)
  for (const key of [...uniques, ...indexes]) relations.add(key.name, key.span)
  for (const { sharedName, span: at } of uniques) if (sharedName !== undefined) relations.add(sharedName, at)

  for (const name of Object.values(part.functions)) functions.add(name, span)
  const constraints = new NameSpace(`constraints of \`${table.text}\``, report)
  constraints.take(primaryKeyName, span)
  for (const unique of uniques) if (unique.full) constraints.take(unique.name, unique.span)
  for (const { check, finder, relation, type, span: at } of fields) {
    if (check !== undefined) constraints.add(check, at)
    if (finder !== undefined) functions.add(finder, at)
    if (relation !== undefined && type.kind === 'ref' && type.mode === 'foreign_key')
      constraints.add(relation.constraint, at)
  }
}

/** Members of one record in TypeScript and Prisma: two logical names can differ and still meet there. */
function reportMembers(entity: Entity, report: Report): void {
  for (const part of [entity.postgres, entity.mongo]) {
    const members = new Map<string, Span>()
    const columns = new Set<string>()
    for (const field of part?.fields ?? []) {
      // The same column is reported already.
      if (columns.has(field.physical.text)) continue
      columns.add(field.physical.text)
      const relation = part?.store === 'postgres' ? relationMember(field) : undefined
      const names = [field.member, ...(relation === undefined ? [] : [relation])]
      for (const member of names) {
        const earlier = members.get(member)
        if (earlier === undefined) members.set(member, field.span)
        else clash(`two members of \`${entity.name}\` would be named \`${member}\``, field.span, earlier, report)
      }
    }
  }
}

function clash(message: string, span: Span, earlier: Span, report: Report): void {
  report({
    code: 'resolve/name-collision',
    severity: 'error',
    message,
    span,
    label: 'the second one',
    related: [{ span: earlier, label: 'the first one' }],
    help: 'rename one of the two, or give one a physical name of its own; where both say the same, take one out',
  })
}
