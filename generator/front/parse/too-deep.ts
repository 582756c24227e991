import { limits } from './limits.ts'
import { type Reading, spanOf } from './reading.ts'

/** The report for brackets in brackets, deeper than it is worth to read. */
export function reportTooDeep(reading: Reading, at: number): void {
  reading.report({
    code: 'syntax/too-deep',
    severity: 'error',
    message: `nested more than ${limits.depth} levels deep`,
    span: spanOf(reading, at, at + 1),
    label: `level ${limits.depth + 1} starts here`,
    help: 'no part of the language nests this deep; look for a bracket that is not closed',
  })
}
