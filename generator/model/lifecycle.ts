import type { Span } from '../source/source-file.ts'

/** One state and where it may go; no way out makes it terminal. */
export interface State {
  readonly name: string
  readonly about?: string
  readonly to: readonly { readonly state: string; readonly span: Span }[]
  /** Of the state's entry in `allow`; of the enum's value where it has none. */
  readonly span: Span
}

/** The legal moves of an enum field. `states` holds every value of the enum, in its order. */
export interface Lifecycle {
  readonly field: string
  readonly enum: string
  readonly start: string
  readonly startSpan: Span
  readonly states: readonly State[]
  readonly span: Span
}
