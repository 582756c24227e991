import type { Report } from '../diagnostic/diagnostic.ts'
import type { SourceFile } from '../source/source-file.ts'
import { unreadableFile } from './findings.ts'
import { largestFile, type RawFile } from './raw-file.ts'

/** A file's bytes as text; one that is none is reported, and nothing is in it. */
export function decode({ path, bytes, excess = bytes.length }: RawFile, report: Report): SourceFile {
  const empty: SourceFile = { path, text: '' }
  if (excess > largestFile) {
    const size = `${Math.ceil(excess / 1_048_576)} MB`
    report(unreadableFile(empty, `it has ${size}, and ${largestFile / 1_048_576} MB are the most`))
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
