import type { StandardSchemaV1 } from '@stowage/runtime'
import type { EntityId, RefId } from '../ids.ts'

/** A row that is referred to: by its internal id, or by its public one, which is looked up in the same transaction. */
export type Reference<Entity extends string> = EntityId<Entity> | RefId<Entity>

/** An input whose required references are given by their members, `goalId`, or all of them by their relations, `goal`. */
export type Referring<Fields, References, Relations> = Fields &
  (
    | (References & { readonly [Member in keyof Relations]?: never })
    | (Relations & { readonly [Member in keyof References]?: never })
  )

/** The current edition of a record, as it was read: where it is another one by now, a change is refused by `Conflict`. */
export interface RevisionOption {
  readonly revision?: number
}

/** Some of all records in their order of creation. */
export interface Page<Item> {
  readonly items: Item[]
  /** What to give as `after` for those that follow; null at the end. */
  readonly next: string | null
}

/** Where a page begins and how long it is. */
export interface PageOptions {
  /** 50 where it is absent, at most 1,000. */
  readonly take?: number
  /** `next` of the page before. */
  readonly after?: string | null
  /** `desc`, the latest first, where it is absent. */
  readonly direction?: 'asc' | 'desc'
}

/** What the input of a new record has to be, for forms and APIs. */
export interface CreateSchema<Kind extends { readonly create: object }> {
  readonly schema: { readonly create: StandardSchemaV1<unknown, Kind['create']> }
}

/** What the inputs of new records and of changes have to be, for forms and APIs. */
export interface ChangeSchemas<Kind extends { readonly create: object; readonly update: object }> {
  readonly schema: {
    readonly create: StandardSchemaV1<unknown, Kind['create']>
    readonly update: StandardSchemaV1<unknown, Kind['update']>
  }
}

/** The part of a record that is its record of truth: the row or the document. */
export type RootOf<Kind> = Kind extends { readonly row: infer Row }
  ? Row
  : Kind extends { readonly root: infer Document }
    ? Document
    : never

/** A moment as a `Date`, or as RFC 3339 with an offset; a day as a `Date` at midnight in UTC, or as `2026-03-01`. */
export type TimeInput = Date | string

/** How a record is found before its tenant is known: `byEmail`. */
export type Lookup<Tenant extends string, Entity extends string, Methods extends string> = {
  readonly [Method in Methods]: (value: string) => Promise<readonly FoundIn<Tenant, Entity>[]>
}

/** Where a record is: its ids, and its tenant's as `withTenant` takes it. */
export interface FoundIn<Tenant extends string, Entity extends string> {
  readonly tenant: { readonly id: EntityId<Tenant>; readonly refId: RefId<Tenant> }
  readonly refId: RefId<Entity>
}
