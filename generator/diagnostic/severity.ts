import type { Diagnostic, Severity } from './diagnostic.ts'

const ranks: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 }

/** Whether a severity is that of another one, or graver. */
export function isAtLeast(severity: Severity, other: Severity): boolean {
  return ranks[severity] >= ranks[other]
}

/** Errors, then warnings, then notes; each in the given order. */
export function gravestFirst(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort((a, b) => ranks[b.severity] - ranks[a.severity])
}
