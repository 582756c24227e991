import type { Report } from '../../diagnostic/diagnostic.ts'
import type { SourceFile, Span } from '../../source/source-file.ts'
import type { SpecNode } from '../node.ts'
import type { MendedText } from './mended-text.ts'

/** One file while it is read: its text as mended so far, and where its findings go. */
export interface Reading {
  readonly file: SourceFile
  readonly mended: MendedText
  readonly report: Report
  /** Values that could not be read, which is reported: what stands in their place says nothing. Grows while reading. */
  readonly lost: Set<SpecNode>
}

/** The place in the file of a range of the mended text. */
export function spanOf({ file, mended }: Reading, start: number, end: number): Span {
  const from = mended.origin(start)
  return { file, start: from, end: Math.max(from, mended.origin(end)) }
}
