import type { Model } from '../../model/model.ts'
import type { NameConvention } from '../../model/project.ts'
import type { Span } from '../../source/source-file.ts'
import type { Finding, RuleReport } from '../rule.ts'
import { corrected, declaredHere, demandOf, follows } from './convention.ts'
import { isBucketName, isLogicalName, renameEverywhere } from './rename.ts'

/** A name that the spec declares and other places of the spec use. */
export interface DeclaredName {
  readonly name: string
  /** What it names, with the name: `entity \`Order\``. */
  readonly title: string
  readonly span: Span
  /** Its key in `Model.uses`. */
  readonly key: string
}

/**
 * Reports the names that a convention does not allow. `space` holds every name among which they must stay unique: a
 * rename that would meet another name, or the rename of another, is left to a person.
 */
export function checkDeclaredNames(
  model: Model,
  names: readonly DeclaredName[],
  space: Iterable<string>,
  convention: NameConvention,
  report: RuleReport,
): void {
  const wrong = names.filter(({ name }) => !follows(name, convention))
  if (wrong.length === 0) return
  const taken = claims(space, (name) => corrected(name, convention))
  for (const declared of wrong) report(findingFor(model, declared, taken, convention))
}

function findingFor(
  model: Model,
  { title, name, span, key }: DeclaredName,
  taken: ReadonlyMap<string, number>,
  convention: NameConvention,
): Finding {
  const to = corrected(name, convention)
  const allowed = key.startsWith('bucket:') ? isBucketName : isLogicalName
  const free = to !== undefined && allowed(to) && (taken.get(to) ?? 0) <= 1
  return {
    message: `${title} must ${demandOf(convention)}`,
    span,
    related: declaredHere(convention),
    help: renameHelp(to, free),
    fixes: to !== undefined && free ? renameEverywhere(model, { from: name, to, keys: [key] }) : [],
  }
}

/** How many names stand, or would stand after their own correction, under each text. */
export function claims(
  space: Iterable<string>,
  correct: (name: string) => string | undefined,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of space) {
    for (const claimed of new Set([name, correct(name) ?? name])) {
      counts.set(claimed, (counts.get(claimed) ?? 0) + 1)
    }
  }
  return counts
}

export function renameHelp(to: string | undefined, free: boolean): string {
  if (to === undefined) return 'choose another name'
  return free ? `rename it to \`${to}\`` : `\`${to}\` would follow the convention but is taken: choose another name`
}
