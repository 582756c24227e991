import type { Code } from '../../diagnostic/codes.ts'
import { mend, type Replacement } from './mended-text.ts'
import { findMisquoted, type Misquoted } from './misquoted.ts'
import { missingComma } from './missing-comma.ts'
import { type Reading, spanOf } from './reading.ts'
import { tokensOf } from './tokens.ts'

/** How often a text is searched again after quotes were put into it. */
const mostRounds = 8

/** Puts quotes round texts that YAML misreads without them, so that they are read as they were meant. */
export function quoteMisread(reading: Reading): Reading {
  let current = reading
  for (let round = 0; round < mostRounds; round += 1) {
    const { text } = current.mended
    const misread = findMisquoted(text, tokensOf(text)).filter((each) => !isQuoted(text, each))
    if (misread.length === 0) break
    const edits = misread.map((each): Replacement => {
      const comma = missingComma(text, each)
      if (comma === undefined) reportMisread(current, each)
      else reportComma(current, comma)
      return comma === undefined
        ? { start: each.start, end: each.end, text: inQuotes(textOf(text, each)) }
        : { start: comma, end: comma, text: ',' }
    })
    current = { ...current, mended: mend(current.mended, edits) }
  }
  return current
}

/** Quotes are there, and whole: what is wrong stands behind them, and more of them would not end it. */
function isQuoted(text: string, { start, end, kind }: Misquoted): boolean {
  const raw = text.slice(start, end)
  return /^'(?:[^']|'')*'$/.test(raw) || (kind !== 'pattern' && /^"(?:[^"\\]|\\.)*"$/.test(raw))
}

/** A text in single quotes, where YAML takes every sign as it is. */
export function inQuotes(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** What is meant: of a double-quoted pattern what is in the quotes. */
function textOf(text: string, { start, end, kind }: Misquoted): string {
  const raw = text.slice(start, end)
  return kind === 'pattern' && /^".*"$/.test(raw) ? raw.slice(1, -1) : raw
}

const codes: Readonly<Record<Misquoted['kind'], Code>> = {
  type: 'syntax/quote-type',
  pattern: 'syntax/quote-pattern',
  text: 'syntax/yaml',
}

function reportMisread(reading: Reading, misread: Misquoted): void {
  const { text } = reading.mended
  const { start, end, kind } = misread
  const raw = text.slice(start, end)
  const span = spanOf(reading, start, end)
  const meant = inQuotes(textOf(text, misread))
  reading.report({
    code: codes[kind],
    severity: 'error',
    message: messageOf(misread, raw),
    span,
    label: 'YAML reads this as something else',
    help: helpOf(misread, raw, meant),
    fixes: [{ title: 'Put it in single quotes', edits: [{ span, text: meant }] }],
  })
}

function reportComma(reading: Reading, at: number): void {
  const { text } = reading.mended
  const [space = ''] = /^\s+/.exec(text.slice(at)) ?? []
  const [key = ''] = /^\w+/.exec(text.slice(at + space.length)) ?? []
  const start = at + space.length
  reading.report({
    code: 'syntax/yaml',
    severity: 'error',
    message: `a comma is missing before \`${key}\``,
    span: spanOf(reading, start, start + key.length),
    help: 'inside `{ }` a comma stands between two keys',
    fixes: [{ title: 'Put a comma before it', edits: [{ span: spanOf(reading, at, at), text: ',' }] }],
  })
}

function messageOf({ kind, flow }: Misquoted, raw: string): string {
  const where = flow ? ' inside brackets' : ''
  if (kind === 'type') return `the type \`${raw}\` needs quotes${where}`
  if (kind === 'pattern')
    return raw.startsWith('"')
      ? 'a pattern in double quotes has escapes that YAML does not know'
      : `this pattern needs quotes${where}`
  return `this text needs quotes${where}`
}

function helpOf({ kind, flow }: Misquoted, raw: string, meant: string): string {
  if (kind === 'pattern') return 'in single quotes every sign stands for itself'
  if (kind === 'text')
    return flow
      ? 'inside `{ }` and `[ ]` a comma, a bracket or a `: ` ends a text'
      : 'a `: `, a leading bracket or a leading `*` has a meaning of its own'
  if (raw.includes('[]')) return `write \`${meant}\`, or \`list: true\` beside \`type\``
  const [, precision, scale] = /^decimal\(\s*(\d+)\s*,\s*(\d+)\s*\)/.exec(raw) ?? []
  const long = precision === undefined ? '' : `, or \`type: decimal, precision: ${precision}, scale: ${scale}\``
  return `write \`${meant}\`${long}`
}
