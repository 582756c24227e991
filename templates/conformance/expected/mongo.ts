import { factsOfDomains } from './domains.ts'
import type { CollectionFact } from './facts.ts'

/** Every collection. */
export const collections: readonly CollectionFact[] = factsOfDomains<{
  readonly collections: readonly CollectionFact[]
}>().flatMap((domain) => domain.collections)
