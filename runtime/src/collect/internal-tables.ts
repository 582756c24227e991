import type { Description } from '../description/description.ts'

/**
 * Whether the database has tables for work over several stores, `stowage.storage_intents` and `stowage.stored_objects`: where
 * something of the spec has parts in more than one.
 */
export function hasSplitWork({ entities, urls }: Pick<Description, 'entities' | 'urls'>): boolean {
  if (urls.postgres === undefined) return false
  return Object.values(entities).some(
    ({ table, documents, objects }) =>
      (table !== undefined && documents !== undefined) || Object.keys(objects).length > 0,
  )
}

/** Whether it has `stowage.outbox`: where something moves through a life cycle. */
export function hasOutbox({ entities }: Pick<Description, 'entities'>): boolean {
  return Object.values(entities).some(({ table }) => table?.lifecycle !== undefined && !table.appendOnly)
}
