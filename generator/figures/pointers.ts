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
  const of = (part: 'postgres' | 'mongo'): readonly Pointer[] =>
    linksOf(model, entity[part] ?? { fields: [] })
      .filter(({ type }) => type.mode === 'pointer')
      .map((found) => ({ ...found, part }))
  return [...of('postgres'), ...of('mongo')].slice(0, mostPointers)
}
