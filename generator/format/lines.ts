import { commentGaps, runsOf } from './columns.ts'
import type { Comment, OwnLine } from './layout.ts'

interface Line {
  readonly indent: number
  readonly isComment: boolean
  text: string
  comment?: Comment
}

/** The lines of a file while they are written. Comments behind values are put in line with their neighbours at the end. */
export class Lines {
  readonly #lines: Line[] = []

  /** Whether nothing can follow on the last line. */
  get endsInComment(): boolean {
    const last = this.#lines.at(-1)
    return last !== undefined && (last.comment !== undefined || last.isComment)
  }

  start(indent: number, text: string): void {
    this.#lines.push({ indent, text, isComment: text.startsWith('#') })
  }

  append(text: string): void {
    const last = this.#lines.at(-1)
    if (last === undefined) this.start(0, text)
    else last.text += text
  }

  /** Puts a comment behind the last line, or below it where there is one already. */
  comment(comment: Comment): void {
    const last = this.#lines.at(-1)
    if (last === undefined || this.endsInComment) this.start(last?.indent ?? 0, comment.text)
    else last.comment = comment
  }

  /** Comments and blank lines: never two blank ones in a row, and none at first but where it parts something. */
  own(lines: readonly OwnLine[], indent: number, parts: boolean): void {
    let open = parts
    for (const { text } of lines) {
      if (text !== '') this.start(indent, text)
      else if (open) this.start(0, '')
      open = text !== ''
    }
  }

  /** All lines, without blanks at their ends and blank lines at the end of all. */
  text(): string {
    this.#alignComments()
    return `${this.#lines.map(written).join('\n').trimEnd()}\n`
  }

  #alignComments(): void {
    for (const paragraph of runsOf(this.#lines, (line) => (line.text === '' ? undefined : line))) {
      const commented = paragraph.flatMap((line) =>
        line.comment === undefined ? [] : [{ line, comment: line.comment }],
      )
      const gaps = commentGaps(
        commented.map(({ line, comment }) => ({ ...comment, width: line.indent + line.text.length })),
      )
      for (const [index, { line, comment }] of commented.entries()) {
        line.text += `${' '.repeat(gaps[index] ?? 1)}${comment.text}`
      }
    }
  }
}

function written({ indent, text }: Line): string {
  return text === '' ? '' : `${' '.repeat(indent)}${text}`
}
