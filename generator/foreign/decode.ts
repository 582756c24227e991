import type { Report } from '../diagnostic/diagnostic.ts'
import type { SourceFile } from '../source/source-file.ts'
import { unreadableFile } from './findings.ts'

/** The largest file that is read, in bytes: the tree of a larger one would not fit into memory. */
const largest = 16 * 1_048_576

/** A file's bytes as text; one that is none is reported, and nothing is in it. */
export function decode(path: string, bytes: Uint8Array, report: Report): SourceFile {
  const empty: SourceFile = { path, text: '' }
  if (bytes.length > largest) {
    const size = `${Math.ceil(bytes.length / 1_048_576)} MB`
    report(unreadableFile(empty, `it has ${size}, and ${largest / 1_048_576} MB are the most`))
    return empty
  }
  try {
    return { path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
    report(unreadableFile(empty, isUtf16 ? 'it is UTF-16: save it as UTF-8' : 'it is not UTF-8'))
    return empty
  }
}
