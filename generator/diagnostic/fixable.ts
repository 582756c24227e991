import type { Diagnostic, Fix } from './diagnostic.ts'

/**
 * The mend that `lint --fix` makes: the only one there is, and more than a guess. Several are alternatives, and the choice is
 * a person's.
 */
export function onlyFix({ fixes }: Diagnostic): Fix | undefined {
  const [fix, ...others] = fixes ?? []
  return others.length > 0 || fix?.isGuess === true ? undefined : fix
}
