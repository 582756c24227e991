import { type Reads, stillHold } from '../../base/recall/recorder.ts'
import { sameItems } from '../../base/same-items.ts'
import type { Model } from '../model.ts'
import { type ModelMemory, memoryOf } from './model-memory.ts'

/** What came of some work, and all that decides whether it would come again. */
interface Recollection<T> {
  readonly value: T
  readonly inputs: readonly unknown[]
  readonly reads: Reads
}

/** What was recalled of one model, and of the one before. */
class Store<T> {
  #turn = 0
  #before = new Map<string, Recollection<T>>()
  #now = new Map<string, Recollection<T>>()

  recall(memory: ModelMemory, name: string, inputs: readonly unknown[], work: () => T): T {
    if (this.#turn !== memory.turn) {
      this.#turn = memory.turn
      this.#before = this.#now
      this.#now = new Map()
    }
    const asked = this.#now.get(name)
    const known = asked ?? this.#before.get(name)
    // What was found to hold for this model holds for as long as it is this one.
    const isSame = known !== undefined && sameItems(known.inputs, inputs) && (known === asked || stillHold(known.reads))
    const kept = isSame ? known : { inputs, ...memory.recorder.record(work) }
    this.#now.set(name, kept)
    memory.recorder.noteAll(kept.reads)
    return kept.value
  }
}

/**
 * One kind of work on a model, that is done by name. Where the same spec is followed from edit to edit it is done only if it
 * was not done from the same inputs already, or would read something else now; else each time. It must have no effect, and
 * what decides its result must be among the inputs, which are compared by identity, or be read within the work: of the
 * model, or of a map that `tracedMaps` gave.
 */
export function recalling<T>(): (model: Model, name: string, inputs: readonly unknown[], work: () => T) => T {
  const stores = new WeakMap<ModelMemory, Store<T>>()
  return (model, name, inputs, work) => {
    const memory = memoryOf(model)
    if (memory === undefined) return work()
    const store = stores.get(memory) ?? new Store<T>()
    stores.set(memory, store)
    return store.recall(memory, name, inputs, work)
  }
}
