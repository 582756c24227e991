import { availableParallelism } from 'node:os'
import type { Emitter } from '../../emit/emitter.ts'
import { besideOthers } from '../../emit/index.ts'
import { eachPathOnce, type GeneratedFile, generateEach } from '../../generate.ts'
import type { Model } from '../../model/model.ts'
import type { SourceFile } from '../../source/source-file.ts'
import type { Stages } from '../stages.ts'
import { SecondThread } from './second-thread.ts'

/** How long a spec is, in UTF-16 code units, for which a second thread is worth its start: some 1,150 entities (bench/README.md). */
const worthwhile = 500_000

/** What the second thread takes of memory at most, in bytes for each UTF-16 code unit of the spec; twice what was measured. */
const memoryPerUnit = 200

/** Makes the output of a large spec in two threads, and that of any other in this one. The files are the same, their order is not. */
export class Emission {
  readonly #emitters: readonly Emitter[]
  readonly #stages: Stages
  readonly #worthwhile: number
  #thread: SecondThread | undefined

  /** @param from the length of a spec, in UTF-16 code units, from which on there are two threads */
  constructor(emitters: readonly Emitter[], stages: Stages, from: number = worthwhile) {
    this.#emitters = emitters
    this.#stages = stages
    this.#worthwhile = from
  }

  /** Sets the other thread to work as soon as the files of a spec are read. */
  readonly begin = (files: readonly SourceFile[]): void => {
    const names = this.#emitters.map(({ name }) => name).filter((name) => besideOthers.has(name))
    const length = files.reduce((sum, { text }) => sum + text.length, 0)
    if (length < this.#worthwhile || names.length === 0 || availableParallelism() < 2) return
    if (process.availableMemory() < length * memoryPerUnit) return
    this.#thread = new SecondThread({ files: files.map(({ path, text }) => ({ path, text })), emitters: names })
  }

  /** Every file, each path once. @throws InternalError where two emitters write one path */
  files(model: Model): Iterable<GeneratedFile> {
    const thread = this.#thread
    return thread === undefined ? this.#made(model, this.#emitters) : eachPathOnce(this.#fromBoth(model, thread))
  }

  /** To be called at the end, however it ends. */
  end(): void {
    void this.#thread?.end()
    this.#thread = undefined
  }

  *#fromBoth(model: Model, thread: SecondThread): Iterable<GeneratedFile> {
    const theirs = this.#emitters.filter(({ name }) => besideOthers.has(name))
    const own = this.#emitters.filter(({ name }) => !besideOthers.has(name))
    const seen = new Set<string>()
    for (const file of this.#made(model, own)) {
      yield file
      yield* noting(thread.ready(), seen)
    }
    const rest = thread.rest()
    for (;;) {
      const next = this.#stages.run('wait for the other thread', () => rest.next())
      if (next.done !== true) {
        seen.add(next.value.path)
        yield next.value
        continue
      }
      if (next.value === 'gave up') yield* without(this.#made(model, theirs), seen)
      break
    }
    for (const [name, time] of thread.times) this.#stages.add(`emit ${name} (beside)`, time)
  }

  #made(model: Model, emitters: readonly Emitter[]): Iterable<GeneratedFile> {
    return generateEach(model, emitters, (emitter, work) => this.#stages.run(`emit ${emitter.name}`, work))
  }
}

function* noting(files: Iterable<GeneratedFile>, seen: Set<string>): Iterable<GeneratedFile> {
  for (const file of files) {
    seen.add(file.path)
    yield file
  }
}

function* without(files: Iterable<GeneratedFile>, seen: ReadonlySet<string>): Iterable<GeneratedFile> {
  for (const file of files) if (!seen.has(file.path)) yield file
}
