import type { Span } from '../source/source-file.ts'

/**
 * A name as a store knows it. `derived` follows from the conventions, `declared` was written in the spec,
 * `shortened` was derived but cut with a hash to fit the store's limit.
 */
export interface PhysicalName {
  readonly text: string
  readonly source: 'derived' | 'declared' | 'shortened'
  /** Where a declared name stands. */
  readonly span?: Span
}
