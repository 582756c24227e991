import { factsOfDomains } from './domains.ts'
import type { TableFact } from './facts.ts'

/** Every table. */
export const tables: readonly TableFact[] = factsOfDomains<{ readonly tables: readonly TableFact[] }>().flatMap(
  (domain) => domain.tables,
)
