import { keptColumn, tableName, tenantJoin } from '../collect/tables.ts'
import type { EntityDescription, TableDescription } from '../description/entity.ts'
import type { FieldDescription } from '../description/field.ts'
import { timeOfObjectId } from '../ids/object-id.ts'
import { quoted } from '../postgres/quoted.ts'
import type { StoredDocument } from '../stores/documents.ts'
import { type Check, type Page, pageSize, type Step } from './check.ts'
import { type Finding, type FindingCode, findingOf } from './finding.ts'
import { checkPointedObjects, type PointedObject } from './pointed-objects.ts'

/** Looks at the rows of an entity that point into another store; none for an entity without pointers. */
export function rowStep(member: string, entity: EntityDescription): Step | undefined {
  const { table } = entity
  const pointers = table?.fields.filter(pointsOut) ?? []
  if (table === undefined || pointers.length === 0 || keptColumn(table, 'id') === undefined) return undefined
  return { name: `rows/${member}`, run: (check, after) => pages({ check, member, entity, table, pointers }, after) }
}

function pointsOut({ type }: FieldDescription): boolean {
  return type.kind === 'key' || type.kind === 'part' || (type.kind === 'ref' && type.holds === 'object_id')
}

interface Rows {
  readonly check: Check
  readonly member: string
  readonly entity: EntityDescription
  readonly table: TableDescription
  readonly pointers: readonly FieldDescription[]
}

/** A row's ids, when it was made, and what its pointers hold, by member. */
interface PointingRow {
  readonly id: string
  readonly refId: string
  readonly tenant: string | null
  readonly createdOn: Date | undefined
  readonly held: Readonly<Record<string, unknown>>
}

async function* pages(rows: Rows, from: string | undefined): AsyncGenerator<Page> {
  for (let after = from; ; ) {
    const page = await readPage(rows, after)
    const last = page.at(-1)
    if (last === undefined) return
    rows.check.rows += page.length
    const findings = [...(await checkDocuments(rows, page)), ...(await checkObjects(rows, page))]
    yield { findings, after: last.id }
    if (page.length < pageSize) return
    after = last.id
  }
}

/** In the order of the key, so that the next page begins behind it. Deleted rows too: they can be restored. */
async function readPage({ check, table, pointers }: Rows, after: string | undefined): Promise<readonly PointingRow[]> {
  const { description } = check.stores
  const id = keptColumn(table, 'id') ?? ''
  const refId = keptColumn(table, 'refId')
  const tenantColumn = keptColumn(table, 'tenant')
  const createdOn = keptColumn(table, 'createdOn')
  const tenant = tenantJoin(description, `row.${tenantColumn ?? id}`)
  const conditions = [
    ...(after === undefined ? [] : ['row.ID > $2::uuid']),
    ...(check.tenant === undefined ? [] : [`row.${tenantColumn ?? id} = $${after === undefined ? 2 : 3}::uuid`]),
  ].map((condition) => condition.replace('ID', id))
  const fields = pointers.map(({ column }, at) => `row.${quoted(column)} as p${at}`)
  const columns = [
    `row.${id}::text as "$id"`,
    `${refId === undefined ? `row.${id}` : `row.${refId}`}::text as "$ref"`,
    `${tenantColumn === undefined ? 'null' : tenant.refId} as "$tenant"`,
    `${createdOn === undefined ? 'null' : `row.${createdOn}`} as "$created"`,
    ...fields,
  ]
  const text = `select ${columns.join(', ')} from ${tableName(table)} as row
    ${tenantColumn === undefined ? '' : tenant.join}
    ${conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`} order by row.${id} limit $1::int`
  const found = await check.read<Record<string, unknown>>(text, [
    pageSize,
    ...(after === undefined ? [] : [after]),
    ...(check.tenant === undefined ? [] : [check.tenant.id]),
  ])
  return found.map((row) => ({
    id: String(row.$id),
    refId: String(row.$ref),
    tenant: row.$tenant === null ? null : String(row.$tenant),
    createdOn: dateOf(row.$created),
    held: Object.fromEntries(pointers.map(({ name }, at) => [name, row[`p${at}`]])),
  }))
}

function dateOf(value: unknown): Date | undefined {
  if (value instanceof Date) return value
  return typeof value === 'string' ? new Date(value) : undefined
}

function textsOf(value: unknown): readonly string[] {
  if (value === null || value === undefined) return []
  return Array.isArray(value) ? value.map(String) : [String(value)]
}

async function checkDocuments(rows: Rows, page: readonly PointingRow[]): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const field of rows.pointers) {
    const target = targetOf(rows, field)
    if (target?.documents === undefined) continue
    const ids = page.flatMap(({ held }) => textsOf(held[field.name]))
    const documents = await documentsById(rows.check, target.documents.collection, ids)
    for (const row of page) {
      for (const id of textsOf(row.held[field.name])) {
        const finding = await checkDocument(rows, row, field, target, id, documents.get(id))
        if (finding !== undefined) findings.push(finding)
      }
    }
  }
  return findings
}

function targetOf({ check, entity }: Rows, { type }: FieldDescription): EntityDescription | undefined {
  if (type.kind === 'part') return entity
  return type.kind === 'ref' && type.holds === 'object_id' ? check.stores.description.entities[type.entity] : undefined
}

/** By `_id`, whoever's they are: a pointer to another tenant's is a finding of its own. */
export async function documentsById(
  check: Check,
  collection: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredDocument>> {
  if (ids.length === 0) return new Map()
  const found = await check.stores.documents.findMany(collection, [...new Set(ids)])
  return new Map(found.map((document) => [document._id, document]))
}

async function checkDocument(
  rows: Rows,
  row: PointingRow,
  field: FieldDescription,
  target: EntityDescription,
  id: string,
  document: StoredDocument | undefined,
): Promise<Finding | undefined> {
  const { check, entity } = rows
  const of = (code: FindingCode): Finding =>
    findingOf(code, {
      entity: entity.name,
      refId: row.refId,
      ...(row.tenant === null ? {} : { tenant: row.tenant }),
      field: field.name,
      document: id,
    })
  const { documents } = target
  if (document === undefined) {
    if (isExpired(check, target, id)) {
      check.expired += 1
      return undefined
    }
    const isGone =
      (await isCurrent(rows, row, field, id)) &&
      (await check.stores.documents.find(documents?.collection ?? '', id)) === undefined
    if (!isGone) return undefined
    const finding = of('fsck/dangling-document')
    // What it was counted from is gone with it.
    const isUnknown = documents?.expireFrom !== undefined
    return isUnknown ? { ...finding, message: `${finding.message}: it has expired or is lost` } : finding
  }
  const tenantField = documents?.fields.find(({ kept }) => kept === 'tenant')?.name
  const owner = tenantField === undefined ? undefined : document[tenantField]
  if (owner !== undefined && owner !== null && row.tenant !== null && owner !== row.tenant) {
    return of('fsck/foreign-document')
  }
  const refField = documents?.fields.find(({ kept }) => kept === 'refId')?.name
  const isOther = field.type.kind === 'part' && refField !== undefined && document[refField] !== row.refId
  return isOther ? of('fsck/wrong-part') : undefined
}

/** Whether the store was to remove the document by now. Its own time counts: an update makes new ones below an old row. */
function isExpired({ stores }: Check, { documents }: EntityDescription, id: string): boolean {
  const { expireSeconds, expireFrom } = documents ?? {}
  if (expireSeconds === undefined || expireFrom !== undefined) return false
  return timeOfObjectId(id) + expireSeconds * 1000 <= stores.now().getTime()
}

/** Whether the row still holds what was read of it: an update may have swung the pointer since. */
async function isCurrent(
  { check, table }: Rows,
  { id }: PointingRow,
  field: FieldDescription,
  value: string,
): Promise<boolean> {
  const column = quoted(field.column)
  const holds = field.list === true ? `$2::text = any(${column}::text[])` : `${column}::text = $2::text`
  const text = `select 1 as one from ${tableName(table)} where ${keptColumn(table, 'id')} = $1::uuid and ${holds}`
  return (await check.read(text, [id, value])).length > 0
}

async function checkObjects(rows: Rows, page: readonly PointingRow[]): Promise<readonly Finding[]> {
  const { check, member, entity, pointers } = rows
  const keepers = keptBeside(entity)
  const kept = keepers.length === 0 ? new Map() : await readKept(rows, page, keepers)
  const pointed = pointers.flatMap((field) => {
    const { type } = field
    if (type.kind !== 'key') return []
    return page.flatMap((row) =>
      textsOf(row.held[field.name]).map(
        (key): PointedObject => ({
          member,
          object: type.object,
          key,
          refId: row.refId,
          tenant: row.tenant,
          field: field.name,
          ...factsOf(entity, type.object, kept.get(row.id) ?? {}),
          isYoung: row.createdOn !== undefined && row.createdOn > check.before,
          isCurrent: () => isCurrent(rows, row, field, key),
        }),
      ),
    )
  })
  return await checkPointedObjects(check, pointed)
}

/** What the record says of an object of its own. */
export function factsOf(
  entity: EntityDescription,
  object: string,
  record: Readonly<Record<string, unknown>>,
): { readonly sha256?: string; readonly size?: number } {
  const { sha256, size } = entity.objects[object]?.keeps ?? {}
  const digest = sha256 === undefined ? undefined : record[sha256]
  const length = size === undefined ? undefined : record[size]
  return {
    ...(typeof digest === 'string' ? { sha256: digest } : {}),
    ...(length === undefined || length === null ? {} : { size: Number(length) }),
  }
}

/** The members of a row that say something of its objects. */
function keptBeside({ objects, table }: EntityDescription): readonly FieldDescription[] {
  const names = new Set(
    Object.values(objects).flatMap(({ keeps, pointer }) =>
      pointer?.part === 'table' ? [keeps.sha256, keeps.size].filter((name) => name !== undefined) : [],
    ),
  )
  return table?.fields.filter(({ name }) => names.has(name)) ?? []
}

async function readKept(
  { check, table }: Rows,
  page: readonly PointingRow[],
  fields: readonly FieldDescription[],
): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const id = keptColumn(table, 'id') ?? ''
  const columns = fields.map(({ column }, at) => `${quoted(column)}::text as p${at}`)
  const found = await check.read<Record<string, unknown>>(
    `select ${[`${id}::text as "$id"`, ...columns].join(', ')} from ${tableName(table)} where ${id} = any($1::uuid[])`,
    [page.map((row) => row.id)],
  )
  return new Map(
    found.map((row) => [String(row.$id), Object.fromEntries(fields.map(({ name }, at) => [name, row[`p${at}`]]))]),
  )
}
