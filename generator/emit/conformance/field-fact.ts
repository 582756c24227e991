import { assertNever } from '../../base/internal-error.ts'
import type { Entity } from '../../model/entity.ts'
import type { DefaultValue, Field } from '../../model/field.ts'
import type { Index, Unique } from '../../model/keys.ts'
import type { Model } from '../../model/model.ts'
import type { PhysicalName } from '../../model/name.ts'
import type { Predicate } from '../../model/predicate.ts'
import { typeText } from '../../model/type-text.ts'
import type { Data, DataRecord } from './data.ts'

/** `true`, or nothing where it does not hold: facts state only what is so. */
export function flag(holds: boolean): true | undefined {
  return holds ? true : undefined
}

/** Whether a name does not follow from the conventions alone: the spec declares it, or it was cut to fit its store. */
export function sourceOf(name: PhysicalName): 'declared' | 'shortened' | undefined {
  return name.source === 'derived' ? undefined : name.source
}

/** What the spec demands of one field. */
export function fieldFact(model: Model, field: Field): DataRecord {
  return {
    name: field.name,
    at: field.physical.text,
    named: sourceOf(field.physical),
    member: field.member === field.physical.text ? undefined : field.member,
    type: typeText(field.type),
    holds: field.type.kind === 'ref' ? field.type.holds : undefined,
    list: flag(field.list),
    optional: flag(field.optional),
    immutable: flag(field.immutable),
    default: field.default === undefined ? undefined : defaultFact(field.default),
    min: field.min,
    max: field.max,
    pattern: field.pattern,
    role: roleOf(field),
    key: field.primary ? 'primary' : field.publicId ? 'public' : undefined,
    user: flag(field.type.kind === 'ref' && field.type.entity === model.project.tenancy?.user),
    onUpdate: field.onUpdate,
    check: field.check?.text,
    finder: field.finder?.text,
  }
}

function defaultFact(value: DefaultValue): DataRecord {
  switch (value.kind) {
    case 'literal':
      return { value: value.value }
    case 'empty_list':
      return { value: [] }
    case 'now':
    case 'uuid7':
    case 'ulid':
      return { call: value.kind }
    default:
      return assertNever(value)
  }
}

function roleOf({ origin }: Field): string | undefined {
  switch (origin.kind) {
    case 'own':
      return undefined
    case 'tenant':
      return 'tenant'
    case 'mixin':
      return origin.role === 'plain' ? undefined : origin.role
    default:
      return assertNever(origin)
  }
}

/** What is promised to occur once. `live`: the field that is empty in the records it speaks of. */
export function uniqueFact(unique: Unique, entity: Entity): DataRecord {
  return {
    name: unique.name.text,
    named: sourceOf(unique.name),
    fields: unique.fields,
    scope: unique.scope,
    partial: flag(!unique.full),
    where: whereFact(unique.where),
    live: unique.deleted === 'ignored' ? entity.softDelete?.on : undefined,
    sharedName: unique.sharedName?.text,
  }
}

export function indexFact(index: Index): DataRecord {
  return {
    name: index.name.text,
    named: sourceOf(index.name),
    fields: index.fields.map(({ field, order }) => (order === 'asc' ? field : `${field} ${order}`)),
    partial: flag(index.where.length > 0),
    where: whereFact(index.where),
  }
}

function whereFact(where: Predicate): Data | undefined {
  if (where.length === 0) return undefined
  return where.map((condition): DataRecord => {
    const { field } = condition
    switch (condition.is) {
      case 'equal':
        return { field, in: [condition.value] }
      case 'in':
        return { field, in: condition.values }
      case 'null':
        return { field, null: true }
      case 'not_null':
        return { field, null: false }
      default:
        return assertNever(condition)
    }
  })
}
