import { AnalysisMemory } from '../analysis-memory.ts'
import { type Analysis, analyze, findMistakes } from '../analyze.ts'
import { Collector } from '../diagnostic/collector.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { SpecReader } from '../front/load/spec-reader.ts'
import type { LoadedSpec } from '../front/load.ts'
import { loadSpec } from '../front/load.ts'
import type { Rule } from '../rules/rule.ts'
import type { SourceFile } from '../source/source-file.ts'
import { OpenedFiles } from './opened-files.ts'

/** A spec as it was at one moment: its files, their trees, its model and its findings. */
export interface Snapshot extends LoadedSpec, Analysis {}

/** The files of a spec, and what was found in reading them. */
export interface FoundSpec extends LoadedSpec {
  readonly found: readonly Diagnostic[]
}

/**
 * A spec that is analysed again and again, as a person edits it: what did not change is not parsed or resolved twice. What
 * it says is always what a cold analysis would say.
 */
export class Workspace {
  readonly #reader: SpecReader
  readonly #files = new OpenedFiles()
  readonly #memory: AnalysisMemory
  #loaded: LoadedSpec | undefined

  /**
   * @param reader is asked anew at each analysis, so that it may keep what it read until it knows of a change
   * @param keeps whether there will be another analysis: one that is the only one pays for no memory
   */
  constructor(reader: SpecReader, keeps = true) {
    this.#reader = reader
    this.#memory = new AnalysisMemory(keeps)
  }

  /**
   * Reads and parses the files. One whose bytes did not change is the same `SourceFile` as before.
   * @param projectPath posix and relative to the project's folder
   */
  load(projectPath: string): FoundSpec {
    const collector = new Collector()
    const loaded = loadSpec(projectPath, this.#reader, collector.report, this.#files.open)
    // A project file that is broken just now names no files: they are wanted again when it is mended.
    if (!collector.hasErrors) this.#files.forgetOthers()
    this.#loaded = loaded
    return { ...loaded, found: collector.sorted() }
  }

  /** What was loaded last; nothing before that. */
  get loaded(): LoadedSpec | undefined {
    return this.#loaded
  }

  /** Analyses what was loaded; for rules that a project names by what is in its files. */
  analyzeLoaded({ files, found, parsed }: FoundSpec, custom: readonly Rule[] = []): Snapshot {
    return { files, parsed, ...analyze(files, parsed, found, custom, this.#memory) }
  }

  /**
   * What the language itself would find if some files had other texts: those that are not files of what was loaded. Rules
   * are not asked, and what was loaded stays as it is.
   * @param found what loading and parsing found in the files that stay
   */
  suppose(files: readonly SourceFile[], found: readonly Diagnostic[]): readonly Diagnostic[] {
    return findMistakes(files, this.#loaded?.parsed ?? new Map(), found, this.#memory)
  }

  analyze(projectPath: string, custom: readonly Rule[] = []): Snapshot {
    return this.analyzeLoaded(this.load(projectPath), custom)
  }
}
