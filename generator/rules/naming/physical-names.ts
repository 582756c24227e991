import type { PhysicalName } from '../../model/name.ts'
import type { NameConvention } from '../../model/project.ts'
import type { RuleReport } from '../rule.ts'
import { corrected, declaredHere, demandOf, follows } from './convention.ts'
import { renameHelp } from './declared-names.ts'
import { renameHere } from './rename.ts'

/**
 * Reports a physical name that the spec writes against the convention. Derived names follow it by construction.
 * `taken` gives the other names of its kind and place.
 */
export function checkPhysicalName(
  noun: string,
  { text, source, span }: PhysicalName,
  convention: NameConvention,
  taken: () => Iterable<string>,
  report: RuleReport,
): void {
  if (source !== 'declared' || span === undefined || follows(text, convention)) return
  const to = corrected(text, convention)
  const free = to !== undefined && !new Set(taken()).has(to)
  report({
    message: `${noun} \`${text}\` must ${demandOf(convention)}`,
    span,
    label: 'overrides the name that the conventions give',
    related: declaredHere(convention),
    help: to !== undefined && free ? `${renameHelp(to, free)}, or leave it out` : renameHelp(to, free),
    fixes: free ? renameHere(span, text, to) : [],
  })
}
