import { by } from '../../base/order.ts'
import { inReadingOrder } from '../../diagnostic/collector.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { fingerprintsOf } from '../../diagnostic/fingerprint.ts'
import type { SuppressedDiagnostic } from '../../diagnostic/suppression.ts'
import { isSuppressible } from './suppress.ts'

/** A finding that was there when a project began to keep a rule. */
export interface BaselineEntry {
  /** By which it is known again, wherever it has moved; the rest is for people. */
  readonly fingerprint: string
  readonly code: string
  readonly path: string
  readonly message: string
}

interface Found {
  readonly diagnostics: readonly Diagnostic[]
  readonly suppressed: readonly SuppressedDiagnostic[]
}

/** Findings with those that a baseline holds taken out, and what the baseline holds besides. */
export interface Baselined extends Found {
  /** Entries that are findings today. */
  readonly kept: readonly BaselineEntry[]
  /** Entries that are no findings any more; none where the spec is broken, since rules have not looked everywhere then. */
  readonly gone: readonly BaselineEntry[]
}

/** The findings that a baseline can hold, as its entries; sorted so that the order of the spec's lines cannot be seen. */
export function baselineOf(found: Found): readonly BaselineEntry[] {
  const counted = new Set(found.diagnostics)
  const entries = withFingerprints(found).flatMap(({ diagnostic, fingerprint }) => {
    const { code, message, span } = diagnostic
    const held = counted.has(diagnostic) && isSuppressible(code)
    return held ? [{ fingerprint, code, path: span?.file.path ?? '', message }] : []
  })
  return sortedEntries(entries)
}

/** Takes out of the findings what the baseline holds. */
export function applyBaseline(found: Found, baseline: readonly BaselineEntry[]): Baselined {
  const known = new Set(baseline.map(({ fingerprint }) => fingerprint))
  const counted = new Set(found.diagnostics)
  const held = new Set<Diagnostic>()
  const met = new Set<string>()
  for (const { diagnostic, fingerprint } of withFingerprints(found)) {
    if (!known.has(fingerprint) || !counted.has(diagnostic) || !isSuppressible(diagnostic.code)) continue
    held.add(diagnostic)
    met.add(fingerprint)
  }
  const suppression = { kind: 'baseline', reason: 'was there when the baseline was written' } as const
  const suppressed = [
    ...found.suppressed,
    ...[...held].map((diagnostic): SuppressedDiagnostic => ({ diagnostic, suppression })),
  ]
  const gone = isBroken(found.diagnostics) ? [] : baseline.filter(({ fingerprint }) => !met.has(fingerprint))
  const left = new Set(gone)
  return {
    diagnostics: found.diagnostics.filter((diagnostic) => !held.has(diagnostic)),
    suppressed: suppressed.sort((a, b) => inReadingOrder(a.diagnostic, b.diagnostic)),
    kept: baseline.filter((entry) => !left.has(entry)),
    gone,
  }
}

/** Whether something is wrong that keeps rules from looking everywhere. */
export function isBroken(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ code, severity }) => severity === 'error' && !isSuppressible(code))
}

export function sortedEntries(entries: readonly BaselineEntry[]): readonly BaselineEntry[] {
  return [...entries].sort(by(({ path, code, message, fingerprint }) => [path, code, message, fingerprint].join('\0')))
}

/** All findings, suppressed or not, so that one keeps its fingerprint when its twin is suppressed. */
function withFingerprints({
  diagnostics,
  suppressed,
}: Found): readonly { readonly diagnostic: Diagnostic; readonly fingerprint: string }[] {
  const all = [...diagnostics, ...suppressed.map(({ diagnostic }) => diagnostic)].sort(inReadingOrder)
  const fingerprints = fingerprintsOf(all)
  return all.map((diagnostic, index) => ({ diagnostic, fingerprint: fingerprints[index] ?? '' }))
}
