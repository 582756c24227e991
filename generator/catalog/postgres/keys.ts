import { InternalError } from '../../base/internal-error.ts'
import type { Field } from '../../model/field.ts'
import type { Unique } from '../../model/keys.ts'
import type { PostgresEntity } from '../../model/lookup.ts'
import type { Expression } from '../../print/sql/expression.ts'
import type { Index, UniqueConstraint } from '../../print/sql/tree.ts'
import { allOf, isEmpty, isGiven, lowerPredicate } from './predicate.ts'

/** What is unique over all rows is a constraint, what is so among some of them an index. */
export function keysOf(entity: PostgresEntity): {
  readonly uniques: readonly UniqueConstraint[]
  readonly indexes: readonly Index[]
} {
  const fields = new Map(entity.postgres.fields.map((field) => [field.name, field]))
  const field = (name: string): Field => {
    const found = fields.get(name)
    if (found === undefined) throw new InternalError(`${entity.name} has no field ${name}`)
    return found
  }
  const { uniques, indexes } = entity.postgres
  return {
    uniques: uniques.filter(({ full }) => full).map((unique) => constraintOf(unique, unique.fields.map(field))),
    indexes: [
      ...uniques.flatMap((unique) => uniqueIndexes(unique, entity, field)),
      ...indexes.map((index): Index => {
        const where = allOf(lowerPredicate(index.where, field))
        return {
          name: index.name.text,
          unique: false,
          columns: index.fields.map(({ field: name, order }) => ({
            name: field(name).physical.text,
            order: order === 'desc' ? 'desc' : 'asc',
          })),
          nullsNotDistinct: false,
          ...(where === undefined ? {} : { where }),
          ...(index.about === undefined ? {} : { about: index.about.trim() }),
        }
      }),
    ],
  }
}

/** Whether the tenant is among the fields and may be empty: then two records without one have the same. */
function isShared(fields: readonly Field[]): boolean {
  return fields.some(({ origin, optional }) => origin.kind === 'tenant' && optional)
}

function constraintOf(unique: Unique, fields: readonly Field[]): UniqueConstraint {
  return {
    name: unique.name.text,
    columns: fields.map(({ physical }) => physical.text),
    nullsNotDistinct: isShared(fields) && unique.sharedName === undefined,
    ...(unique.about === undefined ? {} : { about: unique.about.trim() }),
  }
}

function uniqueIndexes(
  unique: Unique,
  { softDelete }: PostgresEntity,
  field: (name: string) => Field,
): readonly Index[] {
  const fields = unique.fields.map(field)
  if (unique.full) return unique.sharedName === undefined ? [] : [sharedIndex(unique.sharedName.text, fields)]
  const live = unique.deleted === 'ignored' && softDelete !== undefined ? [isEmpty(field(softDelete.on))] : []
  const nullsNotDistinct = isShared(fields)
  return [
    indexOf(
      unique.name.text,
      fields,
      // Where empty values count as equal, records that leave another field empty stay out of it.
      [...live, ...lowerPredicate(unique.where, field), ...(nullsNotDistinct ? othersGiven(fields) : [])],
      nullsNotDistinct,
      unique.about?.trim(),
    ),
  ]
}

function othersGiven(fields: readonly Field[]): readonly Expression[] {
  return fields.filter(({ optional, origin }) => optional && origin.kind !== 'tenant').map(isGiven)
}

/** A full unique among the records that all tenants share, beside the constraint, which lets them all through. */
function sharedIndex(name: string, fields: readonly Field[]): Index {
  const tenants = fields.filter(({ origin }) => origin.kind === 'tenant')
  const others = fields.filter(({ origin }) => origin.kind !== 'tenant')
  return indexOf(name, others, tenants.map(isEmpty), false, 'The same among the records that all tenants share.')
}

function indexOf(
  name: string,
  fields: readonly Field[],
  conditions: readonly Expression[],
  nullsNotDistinct: boolean,
  about: string | undefined,
): Index {
  const where = allOf(conditions)
  return {
    name,
    unique: true,
    columns: fields.map(({ physical }) => ({ name: physical.text, order: 'asc' })),
    nullsNotDistinct,
    ...(where === undefined ? {} : { where }),
    ...(about === undefined ? {} : { about }),
  }
}
