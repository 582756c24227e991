import {
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandInput,
  type ListObjectVersionsCommandOutput,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3'
import { mongo } from 'mongoose'
import pg from 'pg'
import { alwaysQuoted } from '../../../generator/print/sql/quote.ts'
import type { Description } from '../../../runtime/src/description/description.ts'
import type { EntityDescription } from '../../../runtime/src/description/entity.ts'
import { s3Client } from '../../support/servers/s3-client.ts'
import type { World } from './world.ts'

/** What one tenant has in all stores, read by the servers' own clients and not by what is tested. */
export interface Inventory {
  /** By member: how many rows or root documents there are, deleted ones too. */
  readonly counts: Readonly<Record<string, number>>
  /** What points to nothing: `manuscript.contentRef -> 66f...`. */
  readonly dangling: readonly string[]
  /** Documents and objects to which nothing points. */
  readonly leftovers: readonly string[]
  /** The same, of buckets that lock what is written. */
  readonly locked: readonly string[]
}

/** Reads the stores of a world; `close` it. */
export class Auditor {
  readonly #world: World
  readonly #postgres: pg.Pool
  readonly #mongo: mongo.MongoClient
  readonly #s3: S3Client

  constructor(world: World) {
    this.#world = world
    this.#postgres = new pg.Pool({ connectionString: world.superuserUrl, max: 2 })
    // A pool outlives its database only when a test forgets to close it.
    this.#postgres.on('error', () => undefined)
    this.#mongo = new mongo.MongoClient(world.facts.mongoUrl)
    this.#s3 = s3Client({ ...world.facts.s3, server: '' })
  }

  async inventory(tenant: { readonly id: string; readonly refId: string }): Promise<Inventory> {
    const { description } = this.#world
    const rows = new Map<string, readonly Fields[]>()
    const documents = new Map<string, readonly Fields[]>()
    for (const [member, entity] of Object.entries(description.entities)) {
      if (entity.table !== undefined) rows.set(member, await this.#rows(entity, tenant.id))
      if (entity.documents !== undefined) documents.set(member, await this.#documents(entity, tenant.refId))
    }
    const keys = new Map<string, ReadonlySet<string>>()
    for (const bucket of Object.keys(description.s3?.buckets ?? {}))
      keys.set(bucket, await this.#keys(bucket, tenant.refId))
    return compare(description, rows, documents, keys)
  }

  async rows(member: string, tenantId: string): Promise<readonly Fields[]> {
    const entity = this.#world.description.entities[member]
    return entity === undefined ? [] : await this.#rows(entity, tenantId)
  }

  async documents(member: string, tenantRefId: string): Promise<readonly Fields[]> {
    const entity = this.#world.description.entities[member]
    return entity === undefined ? [] : await this.#documents(entity, tenantRefId)
  }

  /** SQL with the eyes of a superuser. */
  async query(text: string, values: readonly unknown[] = []): Promise<readonly Fields[]> {
    return (await this.#postgres.query<Fields>(text, [...values])).rows
  }

  async #rows(entity: EntityDescription, tenantId: string): Promise<readonly Fields[]> {
    const { table } = entity
    if (table === undefined || entity.tenancy === 'none') return []
    const own = table.fields.find(({ kept }) => kept === (entity.tenancy === 'self' ? 'id' : 'tenant'))
    const from = `SELECT * FROM public.${alwaysQuoted(table.table)}`
    if (own === undefined) return await this.query(from)
    const found = await this.query(`${from} WHERE ${alwaysQuoted(own.column)} = $1`, [tenantId])
    // By the members that the description knows.
    return found.map((row) => Object.fromEntries(table.fields.map(({ name, column }) => [name, row[column]])))
  }

  async #documents(entity: EntityDescription, tenantRefId: string): Promise<readonly Fields[]> {
    const { documents } = entity
    if (documents === undefined) return []
    const own = documents.fields.find(({ kept }) => kept === 'tenant')
    const filter = own === undefined ? {} : { [own.name]: tenantRefId }
    const found = this.#mongo.db().collection(documents.collection).find(filter)
    return (await found.toArray()).map((document) => ({ ...document, _id: String(document._id) }))
  }

  /** Every version counts: one that is not the latest takes room too. */
  async #keys(bucket: string, tenantRefId: string): Promise<ReadonlySet<string>> {
    const Bucket = this.#world.facts.s3.buckets[bucket] ?? ''
    const found = new Set<string>()
    for (const Prefix of prefixesOf(this.#world.description, tenantRefId)) {
      for await (const { Key } of this.#listed({ Bucket, Prefix })) if (Key !== undefined) found.add(Key)
    }
    return found
  }

  async *#listed(where: { readonly Bucket: string; readonly Prefix: string }): AsyncGenerator<Listed> {
    if (this.#world.servers.s3 !== 'real') {
      for await (const { Contents = [] } of paginateListObjectsV2({ client: this.#s3 }, where)) yield* Contents
      return
    }
    let after: ListObjectVersionsCommandInput | undefined = where
    while (after !== undefined) {
      const page: ListObjectVersionsCommandOutput = await this.#s3.send(new ListObjectVersionsCommand(after))
      yield* page.Versions ?? []
      const { IsTruncated, NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = page
      after = IsTruncated === true ? { ...where, KeyMarker, VersionIdMarker } : undefined
    }
  }

  async close(): Promise<void> {
    this.#s3.destroy()
    await this.#mongo.close()
    await this.#postgres.end()
  }
}

interface Listed {
  readonly Key?: string | undefined
}

export type Fields = Readonly<Record<string, unknown>>

/** Where objects of a tenant lie, uploads that nobody took up yet included. */
function prefixesOf({ entities }: Description, tenantRefId: string): readonly string[] {
  const starts = Object.values(entities).flatMap(({ objects }) =>
    Object.values(objects).flatMap(({ path: [first] }) => (typeof first === 'string' ? [first] : [])),
  )
  return [...new Set([...starts, 'stowage-staging/'])].map((start) => `${start}${tenantRefId}/`)
}

function compare(
  description: Description,
  rows: ReadonlyMap<string, readonly Fields[]>,
  documents: ReadonlyMap<string, readonly Fields[]>,
  keys: ReadonlyMap<string, ReadonlySet<string>>,
): Inventory {
  const dangling: string[] = []
  const counts: Record<string, number> = {}
  const reached = new Set<string>()
  const documentIds = new Set(
    [...documents].flatMap(([member, found]) => found.map(({ _id }) => `${member} ${String(_id)}`)),
  )
  const follow = (from: string, target: string, exists: boolean): void => {
    reached.add(target)
    if (!exists) dangling.push(`${from} -> ${target}`)
  }
  for (const [member, entity] of Object.entries(description.entities)) {
    const own = rows.get(member) ?? []
    counts[member] = entity.root === 'mongo' ? (documents.get(member)?.length ?? 0) : own.length
    for (const row of own) {
      for (const { name, type } of entity.table?.fields ?? []) {
        const to = row[name]
        if (to === null || to === undefined) continue
        const from = `${member}.${name} of ${String(row.refId)}`
        // A document that expires leaves an optional pointer behind: no test waits for that.
        if (type.kind === 'part') follow(from, `${member} ${String(to)}`, documentIds.has(`${member} ${String(to)}`))
        if (type.kind === 'ref' && type.holds === 'object_id')
          follow(from, `${type.entity} ${String(to)}`, documentIds.has(`${type.entity} ${String(to)}`))
      }
    }
    const holders = { table: own, documents: documents.get(member) ?? [] }
    for (const { bucket, pointer, name } of Object.values(entity.objects)) {
      if (pointer === undefined) continue
      for (const holder of holders[pointer.part]) {
        const key = holder[pointer.field]
        if (typeof key !== 'string') continue
        follow(`${name} of ${String(holder.refId)}`, `${bucket}/${key}`, keys.get(bucket)?.has(key) ?? false)
      }
    }
  }
  const isRoot = (target: string): boolean => description.entities[target.split(' ')[0] ?? '']?.root === 'mongo'
  const lost = [...documentIds].filter((target) => !reached.has(target) && !isRoot(target))
  const lostKeys = [...keys].flatMap(([bucket, found]) =>
    [...found].map((key) => ({ bucket, target: `${bucket}/${key}` })).filter(({ target }) => !reached.has(target)),
  )
  const isLocked = (bucket: string): boolean => description.s3?.buckets[bucket]?.lock !== undefined
  return {
    counts,
    dangling,
    leftovers: [...lost, ...lostKeys.filter(({ bucket }) => !isLocked(bucket)).map(({ target }) => target)],
    locked: lostKeys.filter(({ bucket }) => isLocked(bucket)).map(({ target }) => target),
  }
}
