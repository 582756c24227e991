import type { SourceFile } from '../source/source-file.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { DocLinksOf } from './doc-links.ts'
import type { SuppressedDiagnostic } from './suppression.ts'

/** All that a report tells: what counts, what was answered for, and of how many files. */
export interface Findings {
  /** In the order a person reads: by file, place, then code. */
  readonly diagnostics: readonly Diagnostic[]
  readonly suppressed: readonly SuppressedDiagnostic[]
  /** The files that were read. */
  readonly files: readonly SourceFile[]
  /** Absent where the project does not say where its documentation is published. */
  readonly links?: DocLinksOf
}
