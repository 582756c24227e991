import type { SourceFile } from '../source/source-file.ts'
import type { Diagnostic, Fix, TextEdit } from './diagnostic.ts'
import { onlyFix } from './fixable.ts'

/** What became of the fixes of a report. */
export interface FixResult {
  /** The files that changed, with their new texts, in the order in which they were given. */
  readonly files: readonly SourceFile[]
  readonly applied: readonly Diagnostic[]
  /** Fixes that touch what another one changes: for another round, on the new texts. */
  readonly skipped: readonly Diagnostic[]
}

/**
 * Applies the fix of each diagnostic that has exactly one, in the given order; all edits of a fix or none. Two fixes
 * that demand the very same replacement share it; any other overlap leaves the later fix for another round.
 */
export function applyFixes(files: readonly SourceFile[], diagnostics: readonly Diagnostic[]): FixResult {
  const accepted = new Map<string, FileEdits>(files.map((file) => [file.path, new FileEdits(file)]))
  const applied: Diagnostic[] = []
  const skipped: Diagnostic[] = []
  for (const diagnostic of diagnostics) {
    const fix = onlyFix(diagnostic)
    if (fix === undefined) continue
    const target = accept(fix, accepted) ? applied : skipped
    target.push(diagnostic)
  }
  const changed = [...accepted.values()].map((edits) => ({ before: edits.file, after: edits.text() }))
  return {
    files: changed.flatMap(({ before, after }) => (after === before.text ? [] : [{ path: before.path, text: after }])),
    applied,
    skipped,
  }
}

function accept(fix: Fix, accepted: ReadonlyMap<string, FileEdits>): boolean {
  const added: { readonly edits: FileEdits; readonly edit: TextEdit }[] = []
  for (const edit of fix.edits) {
    const edits = accepted.get(edit.span.file.path)
    const outcome = edits?.add(edit) ?? 'conflict'
    if (edits === undefined || outcome === 'conflict') {
      for (const undo of added) undo.edits.remove(undo.edit)
      return false
    }
    if (outcome === 'added') added.push({ edits, edit })
  }
  return true
}

/** The edits of one file, sorted by their starts and free of overlaps. */
class FileEdits {
  readonly file: SourceFile
  readonly #edits: TextEdit[] = []

  constructor(file: SourceFile) {
    this.file = file
  }

  add(edit: TextEdit): 'added' | 'shared' | 'conflict' {
    const { start, end } = edit.span
    if (start < 0 || end < start || end > this.file.text.length) return 'conflict'
    const at = this.#firstFrom(start)
    const previous = this.#edits[at - 1]
    const next = this.#edits[at]
    if (next !== undefined && next.span.start === start) {
      const same = next.span.end === end && next.text === edit.text && end > start
      return same ? 'shared' : 'conflict'
    }
    if (previous !== undefined && previous.span.end > start) return 'conflict'
    if (next !== undefined && next.span.start < end) return 'conflict'
    this.#edits.splice(at, 0, edit)
    return 'added'
  }

  remove(edit: TextEdit): void {
    this.#edits.splice(this.#firstFrom(edit.span.start), 1)
  }

  text(): string {
    let text = ''
    let done = 0
    for (const { span, text: replacement } of this.#edits) {
      text += this.file.text.slice(done, span.start) + replacement
      done = span.end
    }
    return text + this.file.text.slice(done)
  }

  /** The index of the first edit that starts at an offset or behind it. */
  #firstFrom(offset: number): number {
    let low = 0
    let high = this.#edits.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#edits[middle]?.span.start ?? offset) < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}
