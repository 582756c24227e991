import type { Entity } from './entity.ts'
import type { Field } from './field.ts'

/** A field that keeps the key of an object, and the part of the entity in which it stands. */
export interface ObjectPointer {
  readonly part: 'postgres' | 'mongo'
  readonly field: Field
}

/** The fields of an entity's records that point to its own objects, by the object's name. */
export function objectPointers(
  entity: Pick<Entity, 'postgres' | 'mongo'>,
): ReadonlyMap<string, readonly ObjectPointer[]> {
  const found = new Map<string, ObjectPointer[]>()
  for (const part of ['postgres', 'mongo'] as const) {
    for (const field of entity[part]?.fields ?? []) {
      if (field.type.kind !== 'key') continue
      const known = found.get(field.type.object)
      if (known === undefined) found.set(field.type.object, [{ part, field }])
      else known.push({ part, field })
    }
  }
  return found
}

/** The fields of an entity's row that point to its own document. */
export function documentPointers(entity: Entity): readonly Field[] {
  return (entity.postgres?.fields ?? []).filter(({ type }) => type.kind === 'part')
}
