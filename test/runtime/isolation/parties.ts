import type { Description } from '../../../runtime/src/description/description.ts'
import type { EntityDescription } from '../../../runtime/src/description/entity.ts'
import { type Db, handle, type Row, repository } from '../support/db.ts'
import type { Auditor } from '../support/inventory.ts'
import { Records } from '../support/records.ts'
import { type SeededTenant, seedShared } from '../support/seed.ts'
import type { World } from '../support/world.ts'

/** One tenant with a record of each entity. */
export interface Party {
  readonly tenant: SeededTenant
  readonly records: Records
  /** By member: a live record of the tenant's, as its own scope reads it. */
  readonly own: ReadonlyMap<string, Row>
  /** The row's UUID, or the `_id` of a document without a row, by member: what nobody is given, and an attacker may know. */
  readonly ids: ReadonlyMap<string, string>
  /** Every id, key and `_id` that is this tenant's alone: none may appear where another one looks. */
  readonly marks: readonly string[]
  /** Keys of uploads that the tenant has made and attached to nothing: `manuscript.body`. */
  readonly uploads: ReadonlyMap<string, string>
}

/** Public ids of the records that belong to no tenant, by member. */
export type Shared = Readonly<Record<string, string>>

/** What only the system can make: records of entities without tenancy, and those that all share. */
export async function makeShared(world: World): Promise<Shared> {
  const { description, superuserUrl } = world
  const shared: Record<string, string> = {}
  for (const [member, { tenancy, table }] of Object.entries(description.entities)) {
    if (table === undefined || (tenancy !== 'none' && tenancy !== 'shared')) continue
    shared[member] = (await seedShared(superuserUrl, description, member)).refId
  }
  return shared
}

export async function makeParty(
  world: World,
  auditor: Auditor,
  shared: Shared,
  from: number,
  within: <T>(tenant: SeededTenant, work: (db: Db) => Promise<T>) => Promise<T>,
  members: ReadonlySet<string>,
): Promise<Party> {
  const { description } = world
  const tenant = await world.tenant()
  const untenanted = Object.entries(shared).filter(([member]) => description.entities[member]?.tenancy === 'none')
  const records = new Records(description, tenant, Object.fromEntries(untenanted), from)
  const own = await within(tenant, async (db) => {
    const made = new Map<string, Row>()
    for (const [member, entity] of Object.entries(description.entities)) {
      if (!members.has(member)) continue
      const row = await ownRecord(db, member, entity, tenant, records, world)
      if (row !== undefined) made.set(member, row)
    }
    return made
  })
  const ids = new Map<string, string>()
  const marks = new Set<string>([tenant.id, tenant.refId])
  for (const [member, { table, documents, objects }] of Object.entries(description.entities)) {
    if (table !== undefined) {
      for (const row of await auditor.rows(member, tenant.id)) {
        const [id, refId] = [String(row.id), String(row.refId)]
        if (refId === own.get(member)?.refId) ids.set(member, id)
        for (const mark of [id, refId]) marks.add(mark)
      }
    }
    if (documents !== undefined) {
      for (const document of await auditor.documents(member, tenant.refId)) {
        marks.add(String(document._id)).add(String(document.refId))
        if (table === undefined && document.refId === own.get(member)?.refId) ids.set(member, String(document._id))
        for (const { pointer } of Object.values(objects)) {
          const key = pointer === undefined ? undefined : document[pointer.field]
          if (typeof key === 'string') marks.add(key)
        }
      }
    }
  }
  const uploads = await within(tenant, (db) => uploaded(db, description, own))
  return { tenant, records, own, ids, marks: [...marks, ...uploads.values()], uploads }
}

/** Tenants and people were there before; records of no tenant are nobody's own. */
async function ownRecord(
  db: Db,
  member: string,
  entity: EntityDescription,
  tenant: SeededTenant,
  records: Records,
  { description }: World,
): Promise<Row | undefined> {
  if (entity.tenancy === 'none') return undefined
  if (member === description.tenancy?.entity) return await repository(db, member).get(tenant.refId)
  if (member === description.tenancy?.user) return await repository(db, member).get(tenant.user.refId)
  return await records.make(db, member)
}

/** Uploads past the application, as a browser makes them, to the objects of what may change. */
async function uploaded(
  db: Db,
  { entities }: Description,
  own: ReadonlyMap<string, Row>,
): Promise<ReadonlyMap<string, string>> {
  const keys = new Map<string, string>()
  for (const [member, { objects, table, documents }] of Object.entries(entities)) {
    const refId = own.get(member)?.refId
    if (refId === undefined || (table ?? documents)?.appendOnly === true) continue
    for (const { member: object, contentType } of Object.values(objects)) {
      const body = new TextEncoder().encode(`an upload for ${refId}`)
      const { url, headers, key } = await handle(db, member, object).uploadUrl(refId, {
        size: body.byteLength,
        contentType,
      })
      const { status } = await fetch(url, { method: 'PUT', headers, body })
      if (status !== 200) throw new Error(`the upload to ${member}.${object} was answered with ${status}`)
      keys.set(`${member}.${object}`, key)
    }
  }
  return keys
}

/** Entities, and those that they refer to: an attack names a record of each. */
export function withTargets({ entities }: Description, members: readonly string[]): ReadonlySet<string> {
  const targets = members.flatMap((member) => {
    const { table, documents } = entities[member] ?? {}
    const fields = [...(table?.fields ?? []), ...(documents?.fields ?? [])]
    return fields.flatMap(({ type }) => (type.kind === 'ref' ? [type.entity] : []))
  })
  return new Set([...members, ...targets])
}
