import type { TextEdit } from '../../diagnostic/diagnostic.ts'
import { objectsOf } from '../../model/lookup.ts'
import { type PlacedSegment, placedPath } from '../../model/path-place.ts'
import type { PathPiece } from '../../model/s3.ts'
import type { Rule } from '../rule.ts'

export const keyWithoutObject: Rule = {
  code: 's3/key-without-object',
  scope: 'entity',
  severity: 'error',
  preset: 'minimal',
  summary: 'the last segment of an S3 path holds `{object}`, a fresh id for each attempt',
  fixable: true,
  check(model, report) {
    for (const { object } of objectsOf(model)) {
      const segments = placedPath(object)
      const last = segments.at(-1)
      if (last === undefined || last.pieces.some(({ piece }) => isObject(piece))) continue
      const elsewhere = segments.flatMap(({ pieces }) => pieces).find(({ piece }) => isObject(piece))
      report({
        message: `the path of \`${object.name}\` has no \`{object}\` in its last segment`,
        span: last.span,
        label: 'each attempt to write would replace the bytes of the one before',
        ...(elsewhere === undefined ? {} : { related: [{ span: elsewhere.span, label: '`{object}` stands here' }] }),
        help:
          elsewhere === undefined
            ? `end the path with a fresh id, as in \`${mended(last)}\`; the pointer keeps the whole key`
            : 'move `{object}` into the last segment, before the extension',
        fixes: elsewhere === undefined && last.exact ? [{ title: 'add `{object}`', edits: [insertion(last)] }] : [],
      })
    }
  },
}

function isObject(piece: PathPiece): boolean {
  return piece.kind === 'variable' && piece.variable.name === 'object'
}

/** Where the extension of the last segment begins, and what to write there: `contract.pdf` -> `contract/{object}.pdf`. */
function insertion({ pieces, span }: PlacedSegment): TextEdit {
  const tail = pieces.at(-1)?.piece
  const extension = tail?.kind === 'literal' ? (/\.[A-Za-z0-9.]+$/.exec(tail.text)?.[0] ?? '') : ''
  const at = span.end - extension.length
  return { span: { file: span.file, start: at, end: at }, text: at === span.start ? '{object}' : '/{object}' }
}

function mended(segment: PlacedSegment): string {
  const edit = insertion(segment)
  const { text } = segment.span.file
  return text.slice(segment.span.start, edit.span.start) + edit.text + text.slice(edit.span.end, segment.span.end)
}
