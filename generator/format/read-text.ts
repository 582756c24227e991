import type { BlockText, TextValue } from './layout.ts'
import type { SourceText } from './source-text.ts'

/** Reads a plain or quoted text or an alias. How far its further lines are indented says nothing. */
export function readText(start: number, end: number, source: SourceText, alias?: string): TextValue {
  const [first = '', ...more] = source.text.slice(start, end).split('\n')
  const lines = [untrailed(first), ...more.map((line) => untrailed(line.trimStart()))]
  return { kind: 'text', lines, ...(alias === undefined ? {} : { alias }) }
}

/** A blank behind a backslash is part of a text in double quotes. */
function untrailed(line: string): string {
  const trimmed = line.trimEnd()
  return trimmed.endsWith('\\') ? line : trimmed
}

/** Reads a text behind `|` or `>`; blank lines behind it belong to it only where it says so with `+`. */
export function readBlockText(
  start: number,
  stop: number,
  source: SourceText,
): { readonly value: BlockText; readonly end: number } {
  const { text } = source
  const [header = '|'] = /^[|>][-+0-9]*/.exec(text.slice(start, start + 4)) ?? []
  const keepsBlank = header.includes('+')
  const lineEnd = text.indexOf('\n', start)
  const body = lineEnd === -1 ? '' : text.slice(lineEnd + 1, stop)
  const kept = keepsBlank ? body.replace(/\n[ \t]*$/, '\n').replace(/\n$/, '') : body.trimEnd()
  const lines = kept === '' ? [] : kept.split('\n')
  const digit = /[1-9]/.exec(header)?.[0]
  const common = digit === undefined ? indentOf(lines) : indentBelow(start, Number(digit), source, lines)
  return {
    value: {
      kind: 'block text',
      header,
      lines: lines.map((line) => line.slice(Math.min(common, blanksOf(line)))),
      ...(digit === undefined ? {} : { indent: Number(digit) }),
    },
    end: lineEnd === -1 ? stop : lineEnd + 1 + kept.length,
  }
}

function blanksOf(line: string): number {
  return line.length - line.trimStart().length
}

function indentOf(lines: readonly string[]): number {
  const first = lines.find((line) => line.trim() !== '')
  return first === undefined ? 0 : blanksOf(first)
}

/** What all lines have is at least the indentation of the key and the digit; a text that starts with blanks has more. */
function indentBelow(start: number, digit: number, source: SourceText, lines: readonly string[]): number {
  const lineStart = source.text.lastIndexOf('\n', start) + 1
  const line = source.text.slice(lineStart, start)
  const lead = /^[ ]*(?:- +)*/.exec(line)?.[0].length ?? 0
  const shared = lines.reduce(
    (least, each) => (each.trim() === '' ? least : Math.min(least, blanksOf(each))),
    digit + lead,
  )
  return Math.min(lead + digit, shared)
}
