import type { Report } from '../../diagnostic/diagnostic.ts'
import type { SourceFile } from '../../source/source-file.ts'
import { limits } from '../parse/limits.ts'
import { tooLarge } from '../parse/size.ts'
import { nearby } from './include.ts'
import type { Include } from './include-line.ts'
import { missingFile, missingInclude, notUtf8 } from './include-reports.ts'
import type { SpecReader } from './spec-reader.ts'
import { firstInvalidByte } from './utf8.ts'

export interface ReadSource {
  readonly source: SourceFile
  /** Whether it is worth parsing. */
  readonly sound: boolean
}

/** Reads one file as text. What it is not is reported; nothing where there is no such file. */
export function readSource(
  path: string,
  reader: SpecReader,
  report: Report,
  include?: Include,
): ReadSource | undefined {
  const bytes = reader.read(path)
  if (bytes === undefined) {
    report(include === undefined ? missingFile(path) : missingInclude(include, path, nearby(reader)))
    return undefined
  }
  if (bytes.length > limits.bytes) {
    // Not decoded: there is nothing in it that a report would show.
    const source: SourceFile = { path, text: '' }
    report(tooLarge(source, bytes.length))
    return { source, sound: false }
  }
  const invalid = firstInvalidByte(bytes)
  const source: SourceFile = { path, text: decoded(bytes) }
  if (invalid === undefined) return { source, sound: true }
  report(notUtf8(source, decoded(bytes.subarray(0, invalid)).length, bytes))
  return { source, sound: false }
}

/** The byte order mark is kept, so that it can be reported and offsets stay true. */
function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}
