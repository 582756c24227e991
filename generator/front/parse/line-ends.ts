import { counted } from '../../base/plural.ts'
import type { TextEdit } from '../../diagnostic/diagnostic.ts'
import { mend, type Replacement } from './mended-text.ts'
import { type Reading, spanOf } from './reading.ts'

/** Takes away a byte order mark. */
export function mendByteOrderMark(reading: Reading): Reading {
  if (!reading.mended.text.startsWith('\ufeff')) return reading
  const edit: Replacement = { start: 0, end: 1, text: '' }
  reading.report({
    code: 'syntax/byte-order-mark',
    severity: 'error',
    message: 'the file starts with a byte order mark',
    span: spanOf(reading, 0, 1),
    help: 'save it as UTF-8 without a byte order mark',
    fixes: [{ title: 'Remove the byte order mark', edits: [{ span: spanOf(reading, 0, 1), text: '' }] }],
  })
  return { ...reading, mended: mend(reading.mended, [edit]) }
}

/** Ends every line with LF alone. One report for the file: whoever has one such line has them all. */
export function mendLineEnds(reading: Reading): Reading {
  const edits = [...reading.mended.text.matchAll(/\r\n?/g)].map(
    ({ index, 0: found }): Replacement => ({ start: index, end: index + found.length, text: '\n' }),
  )
  const [first] = edits
  if (first === undefined) return reading
  reading.report({
    code: 'syntax/crlf',
    severity: 'error',
    message: `${counted(edits.length, 'line')} end${edits.length === 1 ? 's' : ''} with a carriage return`,
    span: spanOf(reading, first.start, first.end),
    label: 'the first of them',
    help: 'lines end with LF alone: `* text eol=lf` in .gitattributes keeps them so',
    fixes: [{ title: 'End every line with LF', edits: placed(reading, edits) }],
  })
  return { ...reading, mended: mend(reading.mended, edits) }
}

function placed(reading: Reading, edits: readonly Replacement[]): readonly TextEdit[] {
  return edits.map(({ start, end, text }) => ({ span: spanOf(reading, start, end), text }))
}
