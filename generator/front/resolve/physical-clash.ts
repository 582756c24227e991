import type { Report } from '../../diagnostic/diagnostic.ts'
import type { Entity } from '../../model/entity.ts'
import type { PhysicalName } from '../../model/name.ts'
import type { Span } from '../../source/source-file.ts'

/** Reports two things of one store that would have one name: tables and indexes, columns, collections, keys of a document. */
export function reportPhysicalClashes(entities: readonly Entity[], report: Report): void {
  const relations = new Map<string, Span>()
  const collections = new Map<string, Span>()
  const documents = new Map<string, Span>(entities.map((entity) => [entity.name, entity.span]))
  const one = (names: Map<string, Span>, name: PhysicalName, span: Span, what: string): boolean => {
    const at = name.span ?? span
    const earlier = names.get(name.text)
    if (earlier === undefined) names.set(name.text, at)
    else clash(`two ${what} would be named \`${name.text}\``, at, earlier, report)
    return earlier === undefined
  }
  for (const entity of entities) {
    const { postgres, mongo } = entity
    if (postgres !== undefined) {
      const alone = one(relations, postgres.table, entity.span, 'tables or indexes of PostgreSQL')
      const columns = new Map<string, Span>()
      for (const field of postgres.fields)
        one(columns, field.physical, field.span, `columns of \`${postgres.table.text}\``)
      // Keys are named after their table: where that is taken, all of theirs would be.
      for (const key of alone ? [...postgres.uniques, ...postgres.indexes] : [])
        one(relations, key.name, key.span, 'tables or indexes of PostgreSQL')
    }
    if (mongo !== undefined) {
      one(collections, mongo.collection, entity.span, 'collections')
      const keys = new Map<string, Span>()
      for (const field of mongo.fields)
        one(keys, field.physical, field.span, `fields of a document in \`${mongo.collection.text}\``)
      const indexes = new Map<string, Span>()
      for (const key of [...mongo.uniques, ...mongo.indexes])
        one(indexes, key.name, key.span, `indexes of \`${mongo.collection.text}\``)
      if (mongo.document !== entity.name)
        one(documents, { text: mongo.document, source: 'derived' }, mongo.span, 'types')
    }
    reportMembers(entity, report)
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
      const { relation } = field
      const names = [
        field.member,
        ...(part?.store === 'postgres' &&
        relation !== undefined &&
        !relation.bookkeeping &&
        relation.member !== field.member
          ? [relation.member]
          : []),
      ]
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
