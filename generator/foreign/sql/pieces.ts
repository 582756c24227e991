/** A part of a script for psql: a statement, or a command of psql's own, which PostgreSQL does not know. */
export interface Piece {
  readonly kind: 'statement' | 'command'
  /** Half-open, in UTF-16 code units. */
  readonly start: number
  readonly end: number
}

/**
 * Takes a script apart as psql does: at semicolons outside quotes and comments, and at backslashes, whose commands reach
 * to the end of their line. The rows behind `COPY ... FROM stdin` are left out. Of use only where PostgreSQL's parser
 * refuses the whole, for it knows more: a function's body in `BEGIN ATOMIC` holds semicolons too.
 */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let start = 0
  /** Of its first word. */
  let first: number | undefined
  let at = 0
  const close = (end: number, next: number): void => {
    if (first !== undefined) pieces.push({ kind: 'statement', start, end })
    start = next
    first = undefined
    at = next
  }
  while (at < text.length) {
    const passed = afterBlank(text, at)
    if (passed > at) {
      at = passed
    } else if (text[at] === ';') {
      const next = at + 1
      close(at, first !== undefined && isCopy(text.slice(first, at)) ? endOfRows(text, next) : next)
    } else if (text[at] === '\\') {
      const end = endOfLine(text, at)
      const command: Piece = { kind: 'command', start: at, end }
      close(at, end)
      pieces.push(command)
    } else {
      first ??= at
      at = afterQuoted(text, at)
    }
  }
  close(text.length, text.length)
  return pieces
}

/** Rows follow it. */
function isCopy(statement: string): boolean {
  return /^copy\b/i.test(statement) && /\bfrom\s+stdin\b/i.test(statement)
}

// Searched, not matched: a pattern that repeats an alternative would run out of stack in a text of some megabytes.

const blank = /\s+|--[^\n]*/y
const word = /[\w\u0080-\uffff][\w$\u0080-\uffff]*/y
const dollarTag = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y

/** The end of the blanks or the comment that begin here; the same place where none do. */
function afterBlank(text: string, at: number): number {
  if (text.startsWith('/*', at)) return endOfComment(text, at)
  blank.lastIndex = at
  return blank.test(text) ? blank.lastIndex : at
}

/** The end of the quoted text, the word or the mark that begins here. */
function afterQuoted(text: string, at: number): number {
  const mark = text[at]
  if (mark === "'" || mark === '"') return endOfQuote(text, at + 1, mark, false)
  if ((mark === 'E' || mark === 'e') && text[at + 1] === "'") return endOfQuote(text, at + 2, "'", true)
  dollarTag.lastIndex = at
  const tag = dollarTag.exec(text)?.[0]
  if (tag !== undefined) {
    const close = text.indexOf(tag, at + tag.length)
    return close < 0 ? text.length : close + tag.length
  }
  word.lastIndex = at
  return word.test(text) ? word.lastIndex : at + 1
}

/** Behind the quote that closes; one that is doubled, or behind a backslash where those count, does not. */
function endOfQuote(text: string, from: number, quote: string, escapes: boolean): number {
  for (let at = from; at < text.length; at += 1) {
    if (escapes && text[at] === '\\') at += 1
    else if (text[at] === quote) {
      if (text[at + 1] !== quote) return at + 1
      at += 1
    }
  }
  return text.length
}

/** Comments nest. */
function endOfComment(text: string, start: number): number {
  let depth = 0
  for (const { 0: mark, index } of text.slice(start).matchAll(/\/\*|\*\//g)) {
    depth += mark === '/*' ? 1 : -1
    if (depth === 0) return start + index + 2
  }
  return text.length
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

/** Behind the line `\.` that ends the rows of a COPY. */
function endOfRows(text: string, at: number): number {
  const close = /^\\\.\r?$/m.exec(text.slice(at))
  return close === null ? text.length : at + close.index + close[0].length
}
