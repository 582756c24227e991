import { assertNever, InternalError } from '../../base/internal-error.ts'
import { relationNames, scalarName } from '../../catalog/prisma/member-names.ts'
import { modelName } from '../../catalog/prisma/model-name.ts'
import { outgoingOf, type PrismaRelation } from '../../catalog/prisma/relations.ts'
import type { Model } from '../../model/model.ts'
import { name, quoted, type Token } from '../../print/prisma/escape.ts'
import { field, type ModelLine } from '../../print/prisma/print.ts'
import { attribute, documentation, list, named } from '../../print/prisma/syntax.ts'
import { mapped } from './constraint-name.ts'
import { inverseDocumentation, relationDocumentation } from './documentation.ts'

/** The member of the record that holds the key: `owner User @relation(fields: [ownerId], ...)`. */
export function relationField(model: Model, relation: PrismaRelation, member: string): readonly ModelLine[] {
  const { from, to, pairs } = relation
  const values: readonly Token[] = [
    ...(relation.ambiguous ? [relationName(model, relation, member)] : []),
    named('fields', list(pairs.map((pair) => name(scalarName(from, pair.from))))),
    named('references', list(pairs.map((pair) => name(scalarName(to, pair.to))))),
    named('onDelete', onDelete(relation)),
    named('onUpdate', name('NoAction')),
    ...constraintName(relation),
  ]
  return [
    ...commented(relationDocumentation(relation)),
    field(member, modelName(model, to.name), {
      optional: pairs.some((pair) => pair.from.optional),
      attributes: [attribute('relation', values)],
    }),
  ]
}

/** The member of the record that is referred to: `sessions Session[]`. */
export function inverseField(model: Model, relation: PrismaRelation, member: string): readonly ModelLine[] {
  const { from, single, ambiguous } = relation
  return [
    ...commented(inverseDocumentation(relation)),
    field(member, modelName(model, from.name), {
      list: !single,
      optional: single,
      attributes: ambiguous
        ? [attribute('relation', [relationName(model, relation, otherMember(model, relation))])]
        : [],
    }),
  ]
}

function commented(text: string): readonly ModelLine[] {
  return text === '' ? [] : documentation(text)
}

/** `Lead.handledBy`: no other relation holds that member, which is of the record that holds the key. */
function relationName(model: Model, { from }: PrismaRelation, member: string): Token {
  return quoted(`${modelName(model, from.name)}.${member}`)
}

/** The member of a relation in the record that holds its key. */
function otherMember(model: Model, { from, field: one }: PrismaRelation): string {
  const outgoing = outgoingOf(model, from)
  const at = outgoing.findIndex((relation) => relation.field === one)
  const member = relationNames(from, outgoing, []).outgoing[at]
  if (member === undefined) throw new InternalError(`${from.name}.${one.name} is no relation`)
  return member
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

function constraintName({ from, field: { relation }, pairs }: PrismaRelation): readonly Token[] {
  if (relation === undefined) return []
  return mapped(
    'relation',
    from.postgres.table,
    pairs.map((pair) => pair.from.physical.text),
    relation.constraint,
  )
}
