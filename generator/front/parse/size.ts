import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { SourceFile } from '../../source/source-file.ts'
import { limits } from './limits.ts'

/** The report for a file of more bytes than a spec's file may have. */
export function tooLarge(file: SourceFile, bytes: number): Diagnostic {
  return {
    code: 'syntax/too-large',
    severity: 'error',
    message: `the file has ${bytes.toLocaleString('en-US')} bytes, more than ${limits.bytes.toLocaleString('en-US')}`,
    span: { file, start: 0, end: 0 },
    help: 'split it into several files and name them under `include`',
  }
}

/** How many bytes a text has in UTF-8; counted only where it could be too many. */
export function byteLength(text: string): number {
  return text.length * 3 <= limits.bytes ? text.length : new TextEncoder().encode(text).length
}
