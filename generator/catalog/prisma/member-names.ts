import { oncePer } from '../../base/once-per.ts'
import type { Field } from '../../model/field.ts'
import { fieldNamed, type PostgresEntity } from '../../model/lookup.ts'
import { freeName } from './free-name.ts'
import type { PrismaRelation } from './relations.ts'
import { isRefusedField } from './reserved.ts'

/** The member that holds a field's value: `billingPeriodId`. */
export function scalarName(entity: PostgresEntity, field: Field): string {
  return scalarNames(entity).renamed.get(field.name) ?? field.member
}

/** The same of a field that a key or an index names. */
export function namedScalar(entity: PostgresEntity, field: string): string {
  return scalarName(entity, fieldNamed(entity.postgres, field))
}

/**
 * The members for the records that an entity refers to, `billingPeriod`, and for those that refer to it, `activities`: in the
 * order of the relations. They give way to the values, and the latter to the former.
 */
export function relationNames(
  entity: PostgresEntity,
  outgoing: readonly PrismaRelation[],
  incoming: readonly PrismaRelation[],
): { readonly outgoing: readonly string[]; readonly incoming: readonly string[] } {
  const { used } = scalarNames(entity)
  const claimed = new Set<string>()
  const claim = (wish: string): string => {
    const isTaken = (name: string): boolean => isRefusedField(name) || used.has(name) || claimed.has(name)
    const name = freeName(wish, isTaken)
    claimed.add(name)
    return name
  }
  return {
    outgoing: outgoing.map(({ field }) => claim(field.relation?.member ?? field.name)),
    incoming: incoming.map(({ field }) => claim(field.relation?.inverse?.member ?? field.name)),
  }
}

/** The members for the values of an entity, by the fields that are not called as they wish. */
const scalarNames = oncePer(({ postgres: { fields } }: PostgresEntity) => {
  const columns = new Map(fields.map((field) => [field.physical.text, field.name]))
  const used = new Set<string>()
  const renamed = new Map<string, string>()
  for (const { name, member } of fields) {
    // A member that is called like the column of another field is a duplicate to Prisma.
    const chosen = freeName(
      member,
      (candidate) => isRefusedField(candidate) || used.has(candidate) || (columns.get(candidate) ?? name) !== name,
    )
    used.add(chosen)
    if (chosen !== member) renamed.set(name, chosen)
  }
  return { used, renamed }
})
