import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { lineStarts, positionAt, type SourceFile } from '../../source/source-file.ts'
import type { CommentStyle } from './comments.ts'
import { type Directive, nextLine } from './directive.ts'

/** The findings of one file, by what a suppression names: the code, and the line on which they start. */
export class FileFindings {
  readonly #file: SourceFile
  readonly #empty: RegExp
  readonly #starts: readonly number[]
  readonly #open = new Map<string, Set<Diagnostic>>()

  constructor(file: SourceFile, diagnostics: readonly Diagnostic[], { empty }: CommentStyle) {
    this.#file = file
    this.#empty = empty
    this.#starts = lineStarts(file.text)
    for (const diagnostic of diagnostics) {
      if (diagnostic.span?.file.path !== file.path) continue
      const known = this.#open.get(diagnostic.code)
      if (known === undefined) this.#open.set(diagnostic.code, new Set([diagnostic]))
      else known.add(diagnostic)
    }
  }

  /** Takes the findings of a code that a suppression is for and that no other one took before. */
  claim({ comment, word }: Directive, code: string): readonly Diagnostic[] {
    const open = this.#open.get(code) ?? new Set()
    const line = word === nextLine ? this.#lineBelow(comment.span.start) : undefined
    const claimed = [...open].filter(({ span }) => line === undefined || this.#lineOf(span?.start ?? 0) === line)
    for (const diagnostic of claimed) open.delete(diagnostic)
    return claimed
  }

  #lineOf(offset: number): number {
    return positionAt(this.#starts, offset).line
  }

  /** The next line that holds something: comments stack, and a blank line among them is passed over. */
  #lineBelow(offset: number): number {
    let line = this.#lineOf(offset) + 1
    while (line <= this.#starts.length && this.#empty.test(this.#textOf(line))) line += 1
    return line
  }

  #textOf(line: number): string {
    return this.#file.text.slice(this.#starts[line - 1], this.#starts[line])
  }
}
