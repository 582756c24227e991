import type { Span } from '../../source/source-file.ts'

/** One line of an `include`, or of a `rules.extends`. */
export interface Include {
  readonly pattern: string
  readonly span: Span
  /** Files of rules are not parts of the spec: what a report advises differs. */
  readonly of?: 'rules'
}
