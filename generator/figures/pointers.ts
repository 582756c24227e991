import type { Entity } from '../model/entity.ts'
import type { Model } from '../model/model.ts'
import { type Link, linksOf } from './relations.ts'

/** Most pointers that one picture shows. */
const mostPointers = 40

export interface Pointer extends Link {
  readonly part: 'postgres' | 'mongo'
}

/** The references of an entity that lead into another store. */
export function pointersOf(model: Model, entity: Entity): readonly Pointer[] {
  const pointers: Pointer[] = []
  for (const part of ['postgres', 'mongo'] as const) {
    for (const link of linksOf(model, entity[part])) if (link.type.mode === 'pointer') pointers.push({ ...link, part })
  }
  return pointers.length > mostPointers ? pointers.slice(0, mostPointers) : pointers
}
