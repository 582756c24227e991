import { Recollections } from '../../base/recall/recollections.ts'
import type { Model } from '../model.ts'
import { type ModelMemory, memoryOf } from './model-memory.ts'

/**
 * One kind of work on a model, that is done by name. Where the same spec is followed from edit to edit it is done only if it
 * was not done from the same inputs already, or would read something else now; else each time. It must have no effect, and
 * what decides its result must be among the inputs, which are compared by identity, or be read within the work: of the
 * model, or of a map that `tracedMaps` gave. Work may recall other work: where it stands, that is not even asked for.
 */
export function recalling<T>(): (model: Model, name: string, inputs: readonly unknown[], work: () => T) => T {
  const kept = new WeakMap<ModelMemory, Recollections<T>>()
  return (model, name, inputs, work) => {
    const memory = memoryOf(model)
    if (memory === undefined) return work()
    const recollections = kept.get(memory) ?? new Recollections<T>(memory.recorder)
    kept.set(memory, recollections)
    return recollections.recall(name, inputs, work)
  }
}
