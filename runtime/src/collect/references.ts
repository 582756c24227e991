import { quoted } from '../postgres/quoted.ts'
import type { Stores } from '../stores/stores.ts'
import { allTenants } from './all-tenants.ts'
import { objectName, type PointerPlace, pointersOf } from './pointers.ts'
import { keptColumn, tableName } from './tables.ts'

/** Of some keys of an entity's objects those that a field points to, wherever it stands and deleted or not. */
export async function keysReferredTo(
  stores: Stores,
  member: string,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const { toObjects } = pointersOf(stores.description)
  const objects = Object.keys(stores.description.entities[member]?.objects ?? {})
  const places = new Set(objects.flatMap((object) => toObjects.get(objectName(member, object)) ?? []))
  return await referredTo(stores, [...places], keys)
}

/** Of some documents of an entity those that a field points to, by `_id`. */
export async function documentsReferredTo(
  stores: Stores,
  member: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  return await referredTo(stores, pointersOf(stores.description).toDocuments.get(member) ?? [], ids)
}

/** Of some values those that stand in any of the places, whosever record it is in: no tenant narrows what is looked at. */
async function referredTo(
  stores: Stores,
  places: readonly PointerPlace[],
  values: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  if (values.length === 0) return found
  for (const place of places) {
    const more = place.part === 'table' ? inTable(stores, place, values) : inDocuments(stores, place, values)
    for await (const value of more) found.add(value)
  }
  return found
}

async function* inTable(stores: Stores, place: PointerPlace, values: readonly string[]): AsyncGenerator<string> {
  const { table } = place.entity
  if (table === undefined) return
  const column = quoted(place.path)
  const text =
    place.field.list === true
      ? `select distinct held.value::text as value from ${tableName(table)} as row, unnest(row.${column}) as held (value)
         where row.${column}::text[] && $1::text[]`
      : `select distinct ${column}::text as value from ${tableName(table)} where ${column} = any($1::text[])`
  const reason = 'see what is still pointed to'
  const rows = await stores.postgres.run(
    allTenants(stores.description, reason),
    (sql) => sql.query<{ value: string }>(text, [values]),
    { readOnly: true },
  )
  const asked = new Set(values)
  for (const { value } of rows) if (asked.has(value)) yield value
}

async function* inDocuments(stores: Stores, place: PointerPlace, values: readonly string[]): AsyncGenerator<string> {
  const collection = place.entity.documents?.collection
  if (collection === undefined) return
  const where = { [place.path]: { $in: values } }
  for await (const document of documentsWhere(stores, collection, where)) {
    for (const value of valuesAt(document, place.path)) if (values.includes(value)) yield value
  }
}

/** Every document that a filter finds, some at a time. */
export async function* documentsWhere(
  stores: Stores,
  collection: string,
  where: Readonly<Record<string, unknown>>,
  tenant?: string,
): AsyncGenerator<Readonly<Record<string, unknown>> & { readonly _id: string }> {
  const limit = 500
  let after: string | undefined
  for (;;) {
    const page = await stores.documents.page(collection, {
      limit,
      where,
      ...(tenant === undefined ? {} : { tenant }),
      ...(after === undefined ? {} : { after }),
    })
    yield* page
    after = page.at(-1)?._id
    if (page.length < limit) return
  }
}

/** The texts at a path of a document: through lists and embedded documents. An id of MongoDB comes as its hexadecimal text. */
export function valuesAt(value: unknown, path: string): readonly string[] {
  return path
    .split('.')
    .reduce<readonly unknown[]>((held, key) => flat(held).flatMap((one) => memberOf(one, key)), [value])
    .flatMap((one) => (Array.isArray(one) ? one : [one]))
    .filter((one) => one !== undefined && one !== null)
    .map(String)
}

function flat(values: readonly unknown[]): readonly unknown[] {
  return values.flatMap((value) => (Array.isArray(value) ? value : [value]))
}

function memberOf(value: unknown, key: string): readonly unknown[] {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? [Reflect.get(value, key)] : []
}

/** Where documents or objects are looked for: whose they are, by the record's public ids. */
export async function rowsByRefId(
  stores: Stores,
  member: string,
  refIds: readonly string[],
  columns: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const table = stores.description.entities[member]?.table
  const refId = table === undefined ? undefined : keptColumn(table, 'refId')
  if (table === undefined || refId === undefined || refIds.length === 0) return new Map()
  const tenant = keptColumn(table, 'tenant')
  const wanted = columns.map((column) => `${quoted(column)} as ${quoted(column)}`)
  const text = `select ${[`${refId}::text as "$ref"`, `${tenant ?? 'null'}::text as "$tenant"`, ...wanted].join(', ')}
    from ${tableName(table)} where ${refId} = any($1::text[])`
  const rows = await stores.postgres.run(
    allTenants(stores.description, 'see what is still pointed to'),
    (sql) => sql.query<Record<string, unknown>>(text, [refIds]),
    { readOnly: true },
  )
  return new Map(rows.map((row) => [String(row.$ref), row]))
}
