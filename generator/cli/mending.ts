import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Compilation } from './compile.ts'
import type { Change } from './unified-diff.ts'

/** What mending made of a spec, in memory. */
export interface Mending {
  readonly changes: readonly Change[]
  readonly mended: readonly Diagnostic[]
  /** The spec as it is then. */
  readonly compilation: Compilation
}
