import type { Model } from '../model/model.ts'

/** A file of the output: posix path relative to the output's root, LF line ends, one final newline. */
export interface OutputFile {
  readonly path: string
  readonly text: string
  /** The names of the entities it is made from, sorted; empty where it is made from the whole spec. */
  readonly sources: readonly string[]
}

/** One kind of output. Total: what a store cannot hold was refused before, so an emitter never reports. */
export interface Emitter {
  /** As `--only` takes it. */
  readonly name: string
  /** One line for `--help`. */
  readonly summary: string
  /** Its files, which may be made one by one as they are asked for: who writes them holds none longer than it must. */
  emit(model: Model): Iterable<OutputFile>
}
