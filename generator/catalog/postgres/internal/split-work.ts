import type { Entity } from '../../../model/entity.ts'
import { hasObjects } from '../../../model/lookup.ts'
import { indexing } from '../../../model/memory/traced-maps.ts'
import type { Model } from '../../../model/model.ts'

/** What of a spec is kept in more than one store at once. */
export interface SplitWork {
  /** Whether anything is. */
  readonly any: boolean
  /** Whether some of it belongs to no tenant, and is read by all of them. */
  readonly common: boolean
}

export function splitWorkOf(model: Model): SplitWork {
  const facts = factsOf(model)
  return { any: facts.get('any') === true, common: facts.get('common') === true }
}

/** Looked up by name, so that work that is recalled stands for as long as the two answers do. */
const factsOf = indexing<boolean>(({ entities }) => {
  const split = entities.filter(isSplit)
  const common = split.some(({ tenancy }) => tenancy.mode === 'shared' || tenancy.mode === 'none')
  return new Map([
    ['any', split.length > 0],
    ['common', common],
  ])
})

/** An object is a part of its own, whatever else there is of the record: its bytes and what points to them are two things. */
function isSplit(entity: Entity): boolean {
  return entity.split || hasObjects(entity)
}
