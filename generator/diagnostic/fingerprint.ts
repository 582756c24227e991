import { createHash } from 'node:crypto'
import type { Diagnostic } from './diagnostic.ts'

/**
 * What tells each finding from all others, also tomorrow: 64 hexadecimal digits each, in the given order, no two the same.
 *
 * Made of the code, the file, the message and the first line of the text it points at, so that a finding keeps its own
 * where lines are added above it, or where the same text is indented anew. Findings that are alike in all of these are
 * counted: where one of three goes, the last number goes. Give them in the order in which they stand in the files.
 */
export function fingerprintsOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  const seen = new Map<string, number>()
  return diagnostics.map((diagnostic) => {
    const { code, message, span } = diagnostic
    const key = JSON.stringify([code, span?.file.path ?? null, message, pointedAt(diagnostic)])
    const count = seen.get(key) ?? 0
    seen.set(key, count + 1)
    return createHash('sha256').update(`${key}\n${count}`).digest('hex')
  })
}

/** The first line of the place, spaces at its ends left out: an entity that is pointed at as a whole may change inside. */
function pointedAt({ span }: Diagnostic): string | null {
  if (span === undefined) return null
  const { text } = span.file
  const lineEnd = text.indexOf('\n', span.start)
  return text.slice(span.start, lineEnd === -1 ? span.end : Math.min(span.end, lineEnd)).trim()
}
