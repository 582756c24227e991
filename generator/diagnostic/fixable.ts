import type { Diagnostic, Fix } from './diagnostic.ts'

/** The mend that `lint --fix` makes: the only one there is. Several are alternatives, and the choice is a person's. */
export function onlyFix(diagnostic: Diagnostic): Fix | undefined {
  return diagnostic.fixes?.length === 1 ? diagnostic.fixes[0] : undefined
}
