import type { StoreName } from '../../../model/entity.ts'
import type { Inline } from '../../../print/markdown/inline.ts'
import type { Site } from '../site.ts'
import { type Table, tableOf } from '../table.ts'
import { storeNamesInWords } from '../words.ts'
import { type ConventionView, conventionViews } from './conventions-view.ts'
import { engineFacts } from './engines-view.ts'

/** What holds for a store as a whole: how it is reached, and the names in it. */
export interface StoreRules {
  readonly facts: readonly Inline[]
  readonly names: Table | undefined
}

export function storeRules(site: Site, store: StoreName): StoreRules {
  const conventions = conventionViews(site.model).filter(({ where }) => where === storeNamesInWords[store])
  return {
    facts: engineFacts(site.model, store),
    names: tableOf<ConventionView>(conventions, [
      ['What', ({ what }) => what],
      ['Rule', ({ rule }) => rule],
    ]),
  }
}
