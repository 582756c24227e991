import { type Analysis, analyze } from '../analyze.ts'
import { Collector } from '../diagnostic/collector.ts'
import type { SpecReader } from '../front/load/spec-reader.ts'
import type { LoadedSpec } from '../front/load.ts'
import { loadSpec } from '../front/load.ts'
import type { Rule } from '../rules/rule.ts'

/** A spec as it was at one moment: its files, their trees, its model and its findings. */
export interface Snapshot extends LoadedSpec, Analysis {}

/**
 * A spec that is analysed again and again, as a person edits it: what did not change is not parsed or resolved twice. What
 * it says is always what a cold analysis would say.
 */
export class Workspace {
  readonly #reader: SpecReader

  /** @param reader is asked anew at each analysis, so that it may keep what it read until it knows of a change */
  constructor(reader: SpecReader) {
    this.#reader = reader
  }

  /** `projectPath` is posix and relative to the project's folder. */
  analyze(projectPath: string, custom: readonly Rule[] = []): Snapshot {
    const collector = new Collector()
    const loaded = loadSpec(projectPath, this.#reader, collector.report)
    return { ...loaded, ...analyze(loaded.files, loaded.parsed, collector.sorted(), custom) }
  }
}
