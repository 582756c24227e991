import { type Token, tokensOf } from '../front/parse/tokens.ts'
import { lineStarts, positionAt } from '../source/source-file.ts'
import type { Comment, OwnLine } from './layout.ts'

/** The text of a file with its tokens, for what stands between two values: comments, blank lines, anchors, hyphens. */
export class SourceText {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly #starts: readonly number[]

  constructor(text: string) {
    this.text = text
    this.tokens = tokensOf(text)
    this.#starts = lineStarts(text)
  }

  /** Counted from 1. */
  line(offset: number): number {
    return positionAt(this.#starts, offset).line
  }

  /** Counted from 0. */
  column(offset: number): number {
    return positionAt(this.#starts, offset).column - 1
  }

  isOneLine(from: number, to: number): boolean {
    return this.line(from) === this.line(to)
  }

  /** Whole lines between two offsets that hold a comment or nothing. */
  ownLines(from: number, to: number): readonly OwnLine[] {
    return this.linesAt(this.line(from) + 1, this.line(to))
  }

  /** The same of the lines with numbers from the first one to the last one, which is left out. */
  linesAt(first: number, last: number): readonly OwnLine[] {
    const lines: OwnLine[] = []
    for (let line = first; line < last; line += 1) {
      const start = this.#starts[line - 1] ?? 0
      const written = this.text.slice(start, this.#starts[line] ?? this.text.length)
      const text = written.trim()
      if (text === '' || text.startsWith('#')) lines.push({ text, column: written.length - written.trimStart().length })
    }
    return lines
  }

  /** The comment on the line of an offset, behind it and before another one. */
  beside(from: number, to: number = this.text.length): Comment | undefined {
    const line = this.line(from)
    for (let index = this.#firstFrom(from); index < this.tokens.length; index += 1) {
      const token = this.tokens[index]
      if (token === undefined || token.start >= to || token.kind === 'newline') return undefined
      if (token.kind === 'comment') return this.line(token.start) === line ? this.#comment(token) : undefined
    }
    return undefined
  }

  /** Comments that share their line with something, between two offsets. */
  comments(from: number, to: number): readonly Comment[] {
    const found: Comment[] = []
    for (const token of this.#between(from, to)) {
      if (token.kind === 'comment' && !this.#isAlone(token)) found.push(this.#comment(token))
    }
    return found
  }

  /** The first indicator with a sign between two offsets. */
  mark(sign: string, from: number, to: number): Token | undefined {
    for (const token of this.#between(from, to)) {
      if (token.kind === 'mark' && token.text.startsWith(sign)) return token
    }
    return undefined
  }

  /** Where the first token between two offsets starts that is more than a space, a comma, a comment or a line end. */
  firstFrom(from: number, to: number): number {
    for (const { kind, text, start } of this.#between(from, to)) {
      if (kind !== 'space' && kind !== 'newline' && kind !== 'comment' && text !== ',') return start
    }
    return to
  }

  #comment({ start, text }: Token): Comment {
    const before = this.text.slice(this.#starts[this.line(start) - 1] ?? 0, start)
    return { text: text.trimEnd(), column: before.length, gap: before.length - before.trimEnd().length }
  }

  #isAlone({ start }: Token): boolean {
    return this.text.slice(this.#starts[this.line(start) - 1] ?? 0, start).trim() === ''
  }

  /** One by one, since most searches end at once and a list has many. */
  *#between(from: number, to: number): Generator<Token> {
    for (let index = this.#firstFrom(from); index < this.tokens.length; index += 1) {
      const token = this.tokens[index]
      if (token === undefined || token.start >= to) return
      yield token
    }
  }

  /** The index of the first token that starts at an offset or behind it. */
  #firstFrom(offset: number): number {
    let low = 0
    let high = this.tokens.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.tokens[middle]?.start ?? offset) < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}
