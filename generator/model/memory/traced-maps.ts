import { TracedMap } from '../../base/recall/traced-map.ts'
import type { Model } from '../model.ts'
import { type ModelMemory, memoryOf } from './model-memory.ts'
import { sameMeaning } from './same-meaning.ts'

/**
 * An index that is made of a whole model, once. Work that is recalled may look something up in it: that is noted, and
 * compared with what the index of a later model holds under the same key.
 */
export function indexing<V>(make: (model: Model) => ReadonlyMap<string, V>): (model: Model) => ReadonlyMap<string, V> {
  const made = new WeakMap<Model, ReadonlyMap<string, V>>()
  const maps = new WeakMap<ModelMemory, TracedMap<V>>()
  const index = (model: Model): ReadonlyMap<string, V> => {
    const known = made.get(model)
    if (known !== undefined) return known
    const memory = memoryOf(model)
    const kept = memory === undefined ? make(model) : traced(memory, model)
    made.set(model, kept)
    return kept
  }
  const traced = (memory: ModelMemory, model: Model): ReadonlyMap<string, V> => {
    const isCurrent = (): boolean => {
      if (memory.current !== undefined) index(memory.current)
      return true
    }
    const map = maps.get(memory) ?? new TracedMap<V>(memory.recorder, sameMeaning, isCurrent)
    maps.set(memory, map)
    // What the index is made of decides about nothing but what is looked up in it.
    map.turnTo(memory.recorder.record(() => make(model)).value)
    return map
  }
  return index
}

/**
 * Makes the readings of a map noted, that is made anew for each model. Values are compared by what they mean. What was read
 * of it does not hold before the map of the same model is there.
 */
export function tracedMaps<V>(): (model: Model, map: ReadonlyMap<string, V>) => ReadonlyMap<string, V> {
  const maps = new WeakMap<ModelMemory, { readonly map: TracedMap<V>; turn: number }>()
  return (model, map) => {
    const memory = memoryOf(model)
    if (memory === undefined) return map
    const known = maps.get(memory) ?? newMap(memory)
    maps.set(memory, known)
    known.turn = memory.turn
    known.map.turnTo(map)
    return known.map
  }

  function newMap(memory: ModelMemory): { readonly map: TracedMap<V>; turn: number } {
    const isCurrent = (): boolean => maps.get(memory)?.turn === memory.turn
    return { map: new TracedMap<V>(memory.recorder, sameMeaning, isCurrent), turn: 0 }
  }
}
