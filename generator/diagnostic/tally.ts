import { byCodeUnit } from '../base/order.ts'
import type { Diagnostic } from './diagnostic.ts'
import { onlyFix } from './fixable.ts'

/** How many findings have one thing in common. */
export interface Tally {
  /** A code, or the path of a file. */
  readonly name: string
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** All of them. */
  readonly count: number
  /** Of these, how many `lint --fix` mends. */
  readonly fixable: number
}

/** How often each code was reported, the commonest first. */
export function tallyByCode(diagnostics: readonly Diagnostic[]): readonly Tally[] {
  return tally(diagnostics, ({ code }) => code)
}

/** How many findings each file has, that with the most first; those without a place are left out. */
export function tallyByFile(diagnostics: readonly Diagnostic[]): readonly Tally[] {
  return tally(diagnostics, ({ span }) => span?.file.path)
}

function tally(
  diagnostics: readonly Diagnostic[],
  nameOf: (diagnostic: Diagnostic) => string | undefined,
): readonly Tally[] {
  const groups = new Map<string, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    const name = nameOf(diagnostic)
    if (name === undefined) continue
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [diagnostic])
    else group.push(diagnostic)
  }
  return [...groups].map(tallyOf).sort((a, b) => b.count - a.count || byCodeUnit(a.name, b.name))
}

function tallyOf([name, group]: readonly [string, readonly Diagnostic[]]): Tally {
  const errors = group.filter(({ severity }) => severity === 'error').length
  const warnings = group.filter(({ severity }) => severity === 'warning').length
  const fixable = group.filter((diagnostic) => onlyFix(diagnostic) !== undefined).length
  return { name, errors, warnings, infos: group.length - errors - warnings, count: group.length, fixable }
}
