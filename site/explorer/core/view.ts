import type { StoreName } from '../../../generator/model/entity.ts'

/** How much of an entity a card shows. */
export type Detail = 'names' | 'keys' | 'all'
export const details: readonly Detail[] = ['names', 'keys', 'all']

/** What narrows the entities beyond stores and domains. */
export type Only = 'split' | 'personal'
export const onlys: readonly Only[] = ['split', 'personal']

/** Steps from the selected entity that are shown: absent for all entities. */
export type Near = 1 | 2

/** Which entities are wanted. An empty set asks for nothing, so that all pass. */
export interface Filter {
  readonly stores: ReadonlySet<StoreName>
  readonly domains: ReadonlySet<string>
  readonly only: ReadonlySet<Only>
}

/** Everything that the address of the page says: the same view is shown wherever it is opened. */
export interface View extends Filter {
  /** The id of an entity. */
  readonly selected?: string
  readonly detail: Detail
  readonly near?: Near
  /** Domains of the map whose entities are shown. */
  readonly open: ReadonlySet<string>
}

export const startView: View = {
  stores: new Set(),
  domains: new Set(),
  only: new Set(),
  detail: 'keys',
  open: new Set(),
}

/** The view without a selection, and so without a neighbourhood. */
export function deselected({ near: _near, selected: _selected, ...view }: View): View {
  return view
}

/** The set with the item taken out where it was in, put in where it was not. */
export function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set)
  if (!next.delete(item)) next.add(item)
  return next
}

export function isFiltering({ domains, only, stores }: Filter): boolean {
  return domains.size + only.size + stores.size > 0
}
