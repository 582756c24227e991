import { InternalError } from './base/internal-error.ts'
import { by } from './base/order.ts'
import type { Emitter, OutputFile } from './emit/emitter.ts'
import type { Model } from './model/model.ts'

/** An output that remembers its emitter. */
export interface GeneratedFile extends OutputFile {
  /** The emitter's name, as `--only` takes it. */
  readonly emitter: string
}

/** Runs one emitter, for a caller that watches: it measures time or shows progress, and returns what `run` does. */
export type Around = (emitter: Emitter, run: () => readonly OutputFile[]) => readonly OutputFile[]

/**
 * Every file that the emitters make of a model, each path once, sorted by path. Pure.
 * @throws InternalError where two emitters write one path.
 */
export function generate(
  model: Model,
  emitters: readonly Emitter[],
  around: Around = (_, run) => run(),
): readonly GeneratedFile[] {
  const byPath = new Map<string, GeneratedFile>()
  for (const emitter of emitters) {
    for (const file of around(emitter, () => emitter.emit(model))) {
      const other = byPath.get(file.path)
      if (other !== undefined) {
        throw new InternalError(`the emitters ${other.emitter} and ${emitter.name} both write ${file.path}`)
      }
      byPath.set(file.path, { ...file, emitter: emitter.name })
    }
  }
  return [...byPath.values()].sort(by((file) => file.path))
}
