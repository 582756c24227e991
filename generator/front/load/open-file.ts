import { isUtf8 } from 'node:buffer'
import type { Diagnostic, Report } from '../../diagnostic/diagnostic.ts'
import type { SourceFile } from '../../source/source-file.ts'
import type { SpecDocument } from '../node.ts'
import { limits } from '../parse/limits.ts'
import { tooLarge } from '../parse/size.ts'
import { parse } from '../parse.ts'
import { notUtf8 } from './include-reports.ts'
import { firstInvalidByte } from './utf8.ts'

/** A file as text and as YAML. */
export interface OpenedFile {
  readonly source: SourceFile
  /** Absent where no mapping could be had, which is found. */
  readonly document?: SpecDocument
  readonly found: readonly Diagnostic[]
}

/** Reads the bytes of a file. What they are not is found. */
export function openFile(path: string, bytes: Uint8Array): OpenedFile {
  const found: Diagnostic[] = []
  const report: Report = (diagnostic) => found.push(diagnostic)
  if (bytes.length > limits.bytes) {
    // Not decoded: there is nothing in it that a report would show.
    const source: SourceFile = { path, text: '' }
    report(tooLarge(source, bytes.length))
    return { source, found }
  }
  const source: SourceFile = { path, text: decoded(bytes) }
  if (!isUtf8(bytes)) {
    const invalid = firstInvalidByte(bytes) ?? 0
    report(notUtf8(source, decoded(bytes.subarray(0, invalid)).length, bytes))
    return { source, found }
  }
  const document = parse(source, report)
  return { source, ...(document === undefined ? {} : { document }), found }
}

/** The byte order mark is kept, so that it can be reported and offsets stay true. */
function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}
