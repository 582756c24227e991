import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { lineStarts, positionAt, type SourceFile } from '../../source/source-file.ts'
import type { CommentStyle } from './comments.ts'
import { type Directive, nextLine } from './directive.ts'

/** The findings of one file, by what a suppression names: the code, and the line on which they start. */
export class FileFindings {
  readonly #starts: readonly number[]
  /** Of each line, counted from 1, the first one from there on that holds something. */
  readonly #full: readonly number[]
  readonly #open = new Map<string, Set<Diagnostic>>()
  readonly #onLine = new Map<string, Diagnostic[]>()

  /** @param diagnostics those of this file */
  constructor(file: SourceFile, diagnostics: readonly Diagnostic[], { empty }: CommentStyle) {
    this.#starts = lineStarts(file.text)
    this.#full = fullLines(file.text, this.#starts, empty)
    for (const diagnostic of diagnostics) {
      const { code, span } = diagnostic
      const known = this.#open.get(code)
      if (known === undefined) this.#open.set(code, new Set([diagnostic]))
      else known.add(diagnostic)
      const place = placeOf(code, this.#lineOf(span?.start ?? 0))
      const others = this.#onLine.get(place)
      if (others === undefined) this.#onLine.set(place, [diagnostic])
      else others.push(diagnostic)
    }
  }

  /** Takes the findings of a code that a suppression is for and that no other one took before. */
  claim({ comment, word }: Directive, code: string): readonly Diagnostic[] {
    const open = this.#open.get(code) ?? new Set()
    const meant =
      word === nextLine ? (this.#onLine.get(placeOf(code, this.#lineBelow(comment.span.start))) ?? []) : [...open]
    const claimed = meant.filter((diagnostic) => open.has(diagnostic))
    for (const diagnostic of claimed) open.delete(diagnostic)
    return claimed
  }

  #lineOf(offset: number): number {
    return positionAt(this.#starts, offset).line
  }

  /** The next line that holds something: comments stack, and a blank line among them is passed over. */
  #lineBelow(offset: number): number {
    const next = this.#lineOf(offset) + 1
    return this.#full[next] ?? next
  }
}

function placeOf(code: string, line: number): string {
  return `${line} ${code}`
}

/** From the end, so that many comments in a row are each looked at once. */
function fullLines(text: string, starts: readonly number[], empty: RegExp): readonly number[] {
  const full: number[] = []
  let next = starts.length + 1
  for (let line = starts.length; line > 0; line -= 1) {
    if (!empty.test(text.slice(starts[line - 1], starts[line]))) next = line
    full[line] = next
  }
  return full
}
