import { InternalError } from '../../base/internal-error.ts'
import { by } from '../../base/order.ts'
import type { Field } from '../../model/field.ts'
import { inPostgres, type PostgresEntity } from '../../model/lookup.ts'
import { tracedMaps } from '../../model/memory/traced-maps.ts'
import type { Model } from '../../model/model.ts'
import { isRefusedField, isRefusedModel } from './reserved.ts'

/** What models and their members are called in Prisma: as the spec's model has it, save where Prisma would refuse it. */
export interface Names {
  model(entity: string): string
  /** The member that holds a field's value: `billingPeriodId`. */
  scalar(entity: string, field: string): string
  /** The member for the record that a field refers to: `billingPeriod`. */
  relation(entity: string, field: string): string
  /** The member on the other side, for the records that refer to it: `activities`. */
  inverse(entity: string, field: string): string
}

/** The first of `name`, `name_`, `name__` ... that may be used. */
function free(name: string, isTaken: (candidate: string) => boolean): string {
  let candidate = name
  while (isTaken(candidate)) candidate += '_'
  return candidate
}

export interface RelationEnds {
  readonly from: PostgresEntity
  readonly field: Field
  readonly to: PostgresEntity
}

const traced = { models: tracedMaps<string>(), members: tracedMaps<string>() }

export function namesOf(model: Model, relations: readonly RelationEnds[]): Names {
  const entities = inPostgres(model)
  const models = traced.models(model, modelNames(entities))
  const members = new Map<string, string>()
  const taken = new Map<string, Set<string>>()
  for (const { name, postgres } of entities) {
    const columns = new Map(postgres.fields.map((field) => [field.physical.text, field.name]))
    const used = new Set<string>()
    taken.set(name, used)
    for (const field of postgres.fields) {
      // A member that is called like the column of another field is a duplicate to Prisma.
      const isTaken = (candidate: string): boolean =>
        isRefusedField(candidate) || used.has(candidate) || (columns.get(candidate) ?? field.name) !== field.name
      claim('scalar', name, field.name, free(field.member, isTaken), used, members)
    }
  }
  const add = (kind: 'relation' | 'inverse', owner: string, key: string, fieldName: string, wish: string): void => {
    const used = taken.get(owner) ?? new Set()
    claim(
      kind,
      key,
      fieldName,
      free(wish, (candidate) => isRefusedField(candidate) || used.has(candidate)),
      used,
      members,
    )
  }
  for (const { from, field } of relations) {
    add('relation', from.name, from.name, field.name, field.relation?.member ?? field.name)
  }
  for (const { from, field, to } of relations) {
    add('inverse', to.name, from.name, field.name, field.relation?.inverse?.member ?? field.name)
  }
  const byMember = traced.members(model, members)
  const member = (kind: string, entity: string, field: string): string =>
    found(byMember.get(`${kind} ${entity} ${field}`), `${entity}.${field}`)
  return {
    model: (entity) => found(models.get(entity), entity),
    scalar: (entity, field) => member('scalar', entity, field),
    relation: (entity, field) => member('relation', entity, field),
    inverse: (entity, field) => member('inverse', entity, field),
  }
}

function claim(
  kind: string,
  entity: string,
  field: string,
  name: string,
  used: Set<string>,
  all: Map<string, string>,
): void {
  used.add(name)
  all.set(`${kind} ${entity} ${field}`, name)
}

/** Compared without their case: the client has a property and a file for each model. */
function modelNames(entities: readonly PostgresEntity[]): ReadonlyMap<string, string> {
  const wished = new Set(entities.map(({ name }) => name.toLowerCase()))
  const names = new Map<string, string>()
  const used = new Set<string>()
  const clashes: PostgresEntity[] = []
  for (const entity of entities.toSorted(by(({ name }) => name))) {
    const lower = entity.name.toLowerCase()
    if (isRefusedModel(entity.name, wished) || used.has(lower)) clashes.push(entity)
    else {
      used.add(lower)
      names.set(entity.name, entity.name)
    }
  }
  for (const { name } of clashes) {
    const chosen = free(
      `${name}_`,
      (candidate) => wished.has(candidate.toLowerCase()) || used.has(candidate.toLowerCase()),
    )
    used.add(chosen.toLowerCase())
    names.set(name, chosen)
  }
  return names
}

function found(name: string | undefined, what: string): string {
  if (name === undefined) throw new InternalError(`Prisma has no name for ${what}`)
  return name
}
