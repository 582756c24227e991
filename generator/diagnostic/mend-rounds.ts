import { isInPackage } from '../source/in-package.ts'
import type { SourceFile } from '../source/source-file.ts'
import { applyFixes } from './apply-fixes.ts'
import type { Diagnostic } from './diagnostic.ts'

/** Fixes can bring up new findings with fixes of their own; this many rounds, then a person looks. */
const mostRounds = 10

/** A file before the first round and after the last one. */
interface MendedFile {
  readonly path: string
  readonly before: string
  readonly after: string
}

/**
 * Mends a spec round by round: each applies the fixes of what was found in what the round before it made. Who mends analyses
 * in between, by the same rules and with the same baseline as for the report that somebody saw, so that nothing is mended
 * that somebody has answered for.
 */
export class MendRounds {
  readonly #mended: Diagnostic[] = []
  readonly #files = new Map<string, MendedFile>()
  #rounds = 0

  /** What was mended so far. */
  get mended(): readonly Diagnostic[] {
    return this.#mended
  }

  /** The files whose texts are other ones than before the first round. */
  get changes(): readonly MendedFile[] {
    return [...this.#files.values()].filter(({ before, after }) => before !== after)
  }

  /**
   * One round. Files of installed packages are another's to change.
   * @param found what may be mended
   * @returns the files that changed, with their new texts; none where nothing is left to mend, or after enough rounds
   */
  next(files: readonly SourceFile[], found: readonly Diagnostic[]): readonly SourceFile[] {
    this.#rounds += 1
    if (this.#rounds > mostRounds) return []
    const { files: changed, applied } = applyFixes(
      files.filter(({ path }) => !isInPackage(path)),
      found,
    )
    if (changed.length === 0) return []
    const texts = new Map(files.map(({ path, text }) => [path, text]))
    for (const { path, text } of changed) {
      const before = this.#files.get(path)?.before ?? texts.get(path) ?? ''
      this.#files.set(path, { path, before, after: text })
    }
    this.#mended.push(...applied)
    return changed
  }
}
