import type { Span } from '../../source/source-file.ts'

/** One line of an `include`. */
export interface Include {
  readonly pattern: string
  readonly span: Span
}
