import type { Report } from '../../diagnostic/diagnostic.ts'
import type { SourceFile, Span } from '../../source/source-file.ts'
import { nulCharacter, psqlCommand, sqlSyntax } from '../findings.ts'
import { type PgParser, SqlRefusal } from './pg-parser.ts'
import { piecesOf } from './pieces.ts'
import { Statement } from './statement.ts'
import { utf16Of } from './utf8-offsets.ts'

/** So many mistakes in one file, and it is taken for something else than SQL. */
const mostMistakes = 20

const longestReason = 120

/** What `pg_dump` writes around its output, and the end of rows: neither brings anything in. */
const harmless = /^\\(restrict|unrestrict|[.])(\s|$)/

/**
 * The statements of a file. Where PostgreSQL refuses the whole, each statement is read by itself, and those that it refuses
 * are reported.
 */
export function parseSql(file: SourceFile, parser: PgParser, report: Report): readonly Statement[] {
  const nul = file.text.indexOf('\0')
  if (nul >= 0) report(nulCharacter({ file, start: nul, end: nul + 1 }))
  const text = nul < 0 ? file.text : file.text.replaceAll('\0', ' ')
  try {
    return statementsOf(file, text, 0, parser)
  } catch (error) {
    if (!(error instanceof SqlRefusal)) throw error
    return piecewise(file, text, parser, report)
  }
}

function piecewise(file: SourceFile, text: string, parser: PgParser, report: Report): readonly Statement[] {
  const statements: Statement[] = []
  let mistakes = 0
  for (const { kind, start, end } of piecesOf(text)) {
    const piece = text.slice(start, end)
    if (kind === 'command') {
      if (!harmless.test(piece)) report(psqlCommand(trimmed({ file, start, end })))
      continue
    }
    try {
      statements.push(...statementsOf(file, piece, start, parser))
    } catch (error) {
      if (!(error instanceof SqlRefusal)) throw error
      report(sqlSyntax(placeOf(error, file, start, piece), reasonIn(error)))
      mistakes += 1
      if (mistakes === mostMistakes) break
    }
  }
  return statements
}

function statementsOf(file: SourceFile, text: string, base: number, parser: PgParser): readonly Statement[] {
  const raw = parser.parse(text)
  const inText = utf16Of(text)
  const offsetOf = (byte: number): number => base + inText(byte)
  return raw.flatMap(({ stmt: node, stmt_location: from = 0, stmt_len: length = 0 }) => {
    if (node === undefined) return []
    const start = offsetOf(from)
    const end = length === 0 ? base + text.length : offsetOf(from + length)
    return [new Statement({ node, file, parser, start, end, offsetOf })]
  })
}

/** What the parser says, on one line; it repeats the text that it stopped at. */
function reasonIn({ message }: SqlRefusal): string {
  const line = message
    .replace(/\s+/g, ' ')
    .replaceAll('`', "'")
    .replace(/"(.*)"$/, '`$1`')
  return line.length > longestReason ? `${line.slice(0, longestReason)}…` : line
}

/** The word at which the parser stopped; where it gave up, the statement's first line. */
function placeOf({ at }: SqlRefusal, file: SourceFile, base: number, text: string): Span {
  const start = at === undefined ? text.search(/\S|$/) : unitsOf(text, at)
  const rest = text.slice(start)
  const word = /^(?:"[^"\n]*"?|'[^'\n]*'?|[\w\u0080-\uffff]+|\S)/.exec(rest)?.[0] ?? ''
  if (word !== '') return { file, start: base + start, end: base + start + word.length }
  // It ended too early: the last thing that it said.
  const last = Math.max(0, text.trimEnd().length - 1)
  return { file, start: base + last, end: base + last + 1 }
}

/** The place of a character, counted in code points, in UTF-16 code units. */
function unitsOf(text: string, codePoints: number): number {
  let units = 0
  for (let count = 0; count < codePoints && units < text.length; count += 1) {
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1
  }
  return units
}

function trimmed({ file, start, end }: Span): Span {
  return { file, start, end: start + file.text.slice(start, end).trimEnd().length }
}
