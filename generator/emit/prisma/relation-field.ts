import { assertNever } from '../../base/internal-error.ts'
import { name, quoted, type Token } from '../../print/prisma/escape.ts'
import { type Argument, attribute, documentation, field, list, type ModelLine, named } from '../../print/prisma/tree.ts'
import { mapped } from './constraint-name.ts'
import { inverseDocumentation, relationDocumentation } from './documentation.ts'
import type { Names } from './names.ts'
import type { PrismaRelation } from './relations.ts'

/** The member of the record that holds the key: `owner User @relation(fields: [ownerId], ...)`. */
export function relationField(relation: PrismaRelation, names: Names): readonly ModelLine[] {
  const { from, to, pairs } = relation
  const values: readonly Argument[] = [
    ...relationName(relation, names),
    named('fields', list(pairs.map((pair) => name(names.scalar(from.name, pair.from.name))))),
    named('references', list(pairs.map((pair) => name(names.scalar(to.name, pair.to.name))))),
    named('onDelete', onDelete(relation)),
    named('onUpdate', name('NoAction')),
    ...constraintName(relation),
  ]
  return [
    ...commented(relationDocumentation(relation)),
    field(names.relation(from.name, relation.field.name), names.model(to.name), {
      optional: pairs.some((pair) => pair.from.optional),
      attributes: [attribute('relation', values)],
    }),
  ]
}

/** The member of the record that is referred to: `sessions Session[]`. */
export function inverseField(relation: PrismaRelation, names: Names): readonly ModelLine[] {
  const { from, single } = relation
  const given = relationName(relation, names)
  return [
    ...commented(inverseDocumentation(relation)),
    field(names.inverse(from.name, relation.field.name), names.model(from.name), {
      list: !single,
      optional: single,
      attributes: given.length === 0 ? [] : [attribute('relation', given)],
    }),
  ]
}

function commented(text: string): readonly ModelLine[] {
  return text === '' ? [] : documentation(text)
}

/** `Lead.handledBy`: no other relation holds that member. */
function relationName(
  { from, field: { name: fieldName }, ambiguous }: PrismaRelation,
  names: Names,
): readonly Argument[] {
  return ambiguous ? [quoted(`${names.model(from.name)}.${names.relation(from.name, fieldName)}`)] : []
}

/** Prisma's SetNull would empty the tenant too, so a composite key leaves it to the database. */
function onDelete({ field: { relation }, pairs }: PrismaRelation): Token {
  const action = relation?.onDelete ?? 'restrict'
  switch (action) {
    case 'restrict':
      return name('Restrict')
    case 'cascade':
      return name('Cascade')
    case 'set_null':
      return name(pairs.every((pair) => pair.from.optional) && pairs.length === 1 ? 'SetNull' : 'NoAction')
    default:
      return assertNever(action)
  }
}

function constraintName({ from, field: { relation }, pairs }: PrismaRelation): readonly Argument[] {
  if (relation === undefined) return []
  return mapped(
    'relation',
    from.postgres.table,
    pairs.map((pair) => pair.from.physical.text),
    relation.constraint,
  )
}
