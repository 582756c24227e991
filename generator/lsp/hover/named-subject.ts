import type { Field } from '../../model/field.ts'
import { fieldOf } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import type { Subject } from '../../model/subject.ts'
import type { FieldHolder, ValuePlace } from '../language/value-place.ts'

/** What a name at a place of a spec is the name of; nothing where the model has no such thing. */
export function namedSubject(model: Model, place: ValuePlace, name: string): Subject | undefined {
  const { byName, project } = model
  switch (place.kind) {
    case 'entity':
      return byName.entities.has(name) ? { kind: 'entity', name } : undefined
    case 'mixin':
      return byName.mixins.has(name) ? { kind: 'mixin', name } : undefined
    case 'bucket': {
      const known = project.stores.s3?.buckets.some((bucket) => bucket.name === name) === true
      return known ? { kind: 'bucket', name } : undefined
    }
    case 'field':
      return fieldIn(model, place.part, name)
    case 'constant':
      return enumValue(model, heldField(model, place.part, place.field), name)
    case 'default':
      return enumValue(model, heldField(model, place.holder, place.field), name)
    case 'state': {
      const lifecycle = byName.entities.get(place.part.entity)?.postgres?.lifecycle
      const known = lifecycle?.states.some((state) => state.name === name) === true
      return known ? { kind: 'state', entity: place.part.entity, name } : undefined
    }
    default:
      return undefined
  }
}

function heldField(model: Model, holder: FieldHolder, name: string): Field | undefined {
  const { entities, mixins, valueTypes } = model.byName
  const held =
    holder.kind === 'part'
      ? entities.get(holder.entity)?.[holder.store]
      : (holder.kind === 'mixin' ? mixins : valueTypes).get(holder.name)
  return held === undefined ? undefined : fieldOf(held, name)
}

export function fieldIn(model: Model, holder: FieldHolder, name: string): Subject | undefined {
  if (heldField(model, holder, name) === undefined) return undefined
  switch (holder.kind) {
    case 'part':
      return { kind: 'field', entity: holder.entity, part: holder.store, name }
    case 'mixin':
      return { kind: 'mixin_field', mixin: holder.name, name }
    case 'shape':
      return { kind: 'shape_field', shape: holder.name, name }
  }
}

function enumValue({ byName }: Model, field: Field | undefined, name: string): Subject | undefined {
  if (field?.type.kind !== 'enum') return undefined
  const known = byName.enums.get(field.type.enum)?.values.some((value) => value.name === name) === true
  return known ? { kind: 'value', enum: field.type.enum, name } : undefined
}
