import { inMongo, inPostgres, objectsOf } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import { type RegisterName, registersOf } from './registers/names.ts'

/** The pages of the stores, and of what hangs together within and between them. */
export const storePageNames = ['postgres', 'mongo', 's3', 'entity-relations-sql', 'entity-relations-nosql'] as const

export type StorePageName = (typeof storePageNames)[number]

/** The pages that a spec has once. */
export type SinglePageName = 'overview' | StorePageName | RegisterName

/** A page by its path without `.md`, relative to the folder of the pages. */
export type PageName = SinglePageName | `entities/${string}` | `domains/${string}`

/** The single pages that a spec has: a page exists where there is something to tell. */
export function pagesOf(model: Model): ReadonlySet<PageName> {
  const pages = new Set<PageName>(['overview'])
  if (inPostgres(model).length > 0) pages.add('postgres').add('entity-relations-sql')
  if (inMongo(model).length > 0) pages.add('mongo')
  if (inMongo(model).length > 0 || model.entities.some(({ split }) => split)) pages.add('entity-relations-nosql')
  if (objectsOf(model).length > 0 || (model.project.stores.s3?.buckets.length ?? 0) > 0) pages.add('s3')
  for (const name of registersOf(model)) pages.add(name)
  return pages
}
