import { TracedMap } from '../../base/recall/traced-map.ts'
import type { Model } from '../model.ts'
import { type ModelMemory, memoryOf } from './model-memory.ts'
import { sameMeaning } from './same-meaning.ts'

/** A traced map that holds what is true of one model after another. */
class FollowingMap<V> {
  readonly map: TracedMap<V>
  readonly #memory: ModelMemory
  #turn = 0

  /** @param catchUp called where it is asked what the map holds for the present model, and that is not there yet */
  constructor(memory: ModelMemory, catchUp: () => boolean) {
    this.#memory = memory
    const isCurrent = (): boolean => this.#turn === memory.turn || catchUp()
    this.map = new TracedMap<V>(memory.recorder, sameMeaning, isCurrent)
  }

  /** What it is made of decides about nothing but what is looked up in it. */
  turnTo(make: () => ReadonlyMap<string, V>): TracedMap<V> {
    this.#turn = this.#memory.turn
    this.#memory.recorder.aside(() => this.map.turnTo(make()))
    return this.map
  }
}

/**
 * An index that is made of a whole model, once. Work that is recalled may look something up in it: that is noted, and
 * compared with what the index of a later model holds under the same key. What means the same is given as the very same.
 */
export function indexing<V>(make: (model: Model) => ReadonlyMap<string, V>): (model: Model) => ReadonlyMap<string, V> {
  const made = new WeakMap<Model, ReadonlyMap<string, V>>()
  const maps = new WeakMap<ModelMemory, FollowingMap<V>>()
  const follow = (memory: ModelMemory, model: Model): ReadonlyMap<string, V> => {
    const known = maps.get(memory) ?? new FollowingMap<V>(memory, () => catchUp(memory))
    maps.set(memory, known)
    return known.turnTo(() => make(model))
  }
  const index = (model: Model): ReadonlyMap<string, V> => {
    const known = made.get(model)
    if (known !== undefined) return known
    const memory = memoryOf(model)
    const kept = memory === undefined ? make(model) : follow(memory, model)
    made.set(model, kept)
    return kept
  }
  const catchUp = (memory: ModelMemory): boolean => {
    if (memory.current !== undefined) index(memory.current)
    return true
  }
  return index
}

/**
 * Makes the readings of a map noted, that is made anew for each model. Values are compared by what they mean, and what means the
 * same is given as the very same. What was read of it does not hold before the map of the same model is there.
 */
export function tracedMaps<V>(): (model: Model, map: ReadonlyMap<string, V>) => ReadonlyMap<string, V> {
  const maps = new WeakMap<ModelMemory, FollowingMap<V>>()
  return (model, map) => {
    const memory = memoryOf(model)
    if (memory === undefined) return map
    const known = maps.get(memory) ?? new FollowingMap<V>(memory, () => false)
    maps.set(memory, known)
    return known.turnTo(() => map)
  }
}
