import { withoutQuotes } from '../diagnostic/text-edit.ts'
import type { Span } from '../source/source-file.ts'
import type { PathPiece, S3Object } from './s3.ts'

export interface PlacedPiece {
  readonly piece: PathPiece
  /** Where it is written; the whole path where that cannot be told, as in one with escapes. */
  readonly span: Span
}

export interface PlacedSegment {
  readonly pieces: readonly PlacedPiece[]
  readonly span: Span
  /** Whether the spans are exact, so that an edit may use them. */
  readonly exact: boolean
}

/** The segments of a path that its object declares, without those of the tenancy's prefix, each with its place. */
export function placedPath(object: S3Object): readonly PlacedSegment[] {
  const written = withoutQuotes(object.pathSpan)
  const exact = written.file.text.slice(written.start, written.end) === object.pathText
  const texts = object.pathText.split('/')
  const own = object.path.slice(-texts.length)
  let offset = written.start
  return own.map((pieces, index) => {
    const start = offset
    const end = start + (texts[index]?.length ?? 0)
    offset = end + 1
    let at = start
    const placed = pieces.map((piece) => {
      const length = piece.kind === 'literal' ? piece.text.length : piece.variable.name.length + 2
      const span = exact ? { file: written.file, start: at, end: Math.min(at + length, end) } : object.pathSpan
      at += length
      return { piece, span }
    })
    return { pieces: placed, span: exact ? { file: written.file, start, end } : object.pathSpan, exact }
  })
}
