import { inReadingOrder } from '../diagnostic/collector.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Findings } from '../diagnostic/findings.ts'
import { fingerprintsOf } from '../diagnostic/fingerprint.ts'
import type { Suppression } from '../diagnostic/suppression.ts'

/** A finding as a report for machines holds it. */
export interface Entry {
  readonly diagnostic: Diagnostic
  /** Of all findings of the run, so that one keeps its own when its twin is suppressed. */
  readonly fingerprint: string
  /** Why it does not count; absent where it does. */
  readonly suppression?: Suppression
}

/** What counts and what was answered for, together in the order a person reads. */
export function entriesOf({ diagnostics, suppressed }: Findings): readonly Entry[] {
  const found: readonly Omit<Entry, 'fingerprint'>[] = [
    ...diagnostics.map((diagnostic) => ({ diagnostic })),
    ...suppressed,
  ]
  const sorted = [...found].sort((a, b) => inReadingOrder(a.diagnostic, b.diagnostic))
  const fingerprints = fingerprintsOf(sorted.map(({ diagnostic }) => diagnostic))
  return sorted.map((entry, index) => ({ ...entry, fingerprint: fingerprints[index] ?? '' }))
}
