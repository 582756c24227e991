import type { Span } from '../source/source-file.ts'
import type { Diagnostic } from './diagnostic.ts'

/** Why a finding does not count. */
export interface Suppression {
  /** A comment of the spec, or the baseline of findings that were there when the project adopted a rule. */
  readonly kind: 'inline' | 'baseline'
  readonly reason: string
  /** The comment. */
  readonly span?: Span
}

/** A finding that somebody answered for. */
export interface SuppressedDiagnostic {
  readonly diagnostic: Diagnostic
  readonly suppression: Suppression
}
