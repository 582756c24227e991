import { InternalError } from './base/internal-error.ts'
import { by } from './base/order.ts'
import type { Emitter, OutputFile } from './emit/emitter.ts'
import type { Model } from './model/model.ts'

/** An output that remembers its emitter. */
export interface GeneratedFile extends OutputFile {
  /** The emitter's name, as `--only` takes it. */
  readonly emitter: string
}

/** Runs a piece of an emitter's work, for a caller that watches: it measures time or shows progress, and returns what `run` does. */
export type Around = <T>(emitter: Emitter, run: () => T) => T

/**
 * Every file that the emitters make of a model, each path once, sorted by path. Pure.
 * @throws InternalError where two emitters write one path.
 */
export function generate(model: Model, emitters: readonly Emitter[], around?: Around): readonly GeneratedFile[] {
  return [...generateEach(model, emitters, around)].sort(by((file) => file.path))
}

/**
 * The same files one after another, emitter by emitter, each as soon as it is made, so that nobody need hold all their texts.
 * @throws InternalError where two emitters write one path.
 */
export function generateEach(
  model: Model,
  emitters: readonly Emitter[],
  around: Around = (_, run) => run(),
): Iterable<GeneratedFile> {
  return eachPathOnce(emitted(model, emitters, around))
}

function* emitted(model: Model, emitters: readonly Emitter[], around: Around): Iterable<GeneratedFile> {
  for (const emitter of emitters) {
    const files = around(emitter, () => emitter.emit(model)[Symbol.iterator]())
    for (
      let next = around(emitter, () => files.next());
      next.done !== true;
      next = around(emitter, () => files.next())
    ) {
      const { path, text, sources } = next.value
      yield { path, text, sources, emitter: emitter.name }
    }
  }
}

/** The files as they come. @throws InternalError where two emitters write one path. */
export function* eachPathOnce(files: Iterable<GeneratedFile>): Iterable<GeneratedFile> {
  const writers = new Map<string, string>()
  for (const file of files) {
    const other = writers.get(file.path)
    if (other !== undefined) {
      throw new InternalError(`the emitters ${other} and ${file.emitter} both write ${file.path}`)
    }
    writers.set(file.path, file.emitter)
    yield file
  }
}
