import { createHash, randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { ulid } from 'ulid'
import { alwaysQuoted } from '../../../generator/print/sql/quote.ts'
import { objectKeys } from '../../../runtime/src/keys/object-keys.ts'
import type { Stores } from '../../../runtime/src/stores/stores.ts'
import { MemoryDocuments, MemoryObjects } from '../collect/memory-stores.ts'
import type { SeededTenant } from '../support/seed.ts'
import { validValue } from '../support/values.ts'
import type { World } from '../support/world.ts'

export type Columns = Readonly<Record<string, unknown>>

/** A record of which a part lies in each store, as it was planted. */
export interface PlantedRecord {
  readonly id: string
  readonly refId: string
  readonly document: string
  readonly key: string
  readonly place: { readonly bucket: string; readonly key: string }
}

/**
 * Puts rows, documents and bytes into the stores as they are, right or wrong, past the data layer. Documents and objects
 * are in memory; PostgreSQL is real.
 */
export class Plant {
  readonly documents: MemoryDocuments
  readonly objects: MemoryObjects = new MemoryObjects()
  /** What the clock of the stores says. */
  now: Date = new Date()
  readonly #world: World
  readonly #client: pg.Client
  #n = 0

  private constructor(world: World, client: pg.Client) {
    this.#world = world
    this.#client = client
    const { entities } = world.description
    const tenant = entities.auditEntry?.documents?.fields.find(({ kept }) => kept === 'tenant')
    this.documents = new MemoryDocuments(tenant?.name ?? '')
  }

  static async open(world: World): Promise<Plant> {
    const client = new pg.Client({ connectionString: world.superuserUrl })
    await client.connect()
    return new Plant(world, client)
  }

  get stores(): Stores {
    const { description, postgres } = this.#world.stores
    const { documents, objects } = this
    return { description, postgres, documents, objects, bucket: (name) => `real-${name}`, now: () => this.now }
  }

  /** Nothing is left but tenants, books and what else has no parts elsewhere. */
  async clear(): Promise<void> {
    this.documents.collections.clear()
    this.objects.held.clear()
    await this.sql(
      'DELETE FROM stowage.storage_intents; DELETE FROM stowage.stored_objects; DELETE FROM stowage.outbox',
    )
    await this.sql('DELETE FROM manuscripts; DELETE FROM acquisitions; DELETE FROM releases')
    await this.removeKept('agreements', 'true')
  }

  /** Rows that are only ever added to, as the owner of their table removes them. */
  async removeKept(table: string, condition: string): Promise<void> {
    await this.sql(`BEGIN; ALTER TABLE ${table} DISABLE TRIGGER append_only; DELETE FROM ${table} WHERE ${condition};
      ALTER TABLE ${table} ENABLE ALWAYS TRIGGER append_only; COMMIT`)
  }

  async sql(text: string, values: readonly unknown[] = []): Promise<readonly Columns[]> {
    return (await this.#client.query(text, [...values])).rows
  }

  /** A row with valid values for all that is demanded; columns as they are named in the database. */
  async row(member: string, given: Columns): Promise<{ readonly id: string; readonly refId: string }> {
    const { description } = this.#world
    const table = description.entities[member]?.table
    if (table === undefined) throw new TypeError(`${member} has no table`)
    this.#n += 1
    const ids = { id: randomUUID(), refId: ulid() }
    const columns: Record<string, unknown> = {}
    for (const field of table.fields) {
      if (field.kept === 'id') columns[field.column] = ids.id
      else if (field.kept === 'refId') columns[field.column] = ids.refId
      else if (field.column in given || field.kept !== undefined || field.optional === true) continue
      else if (field.default === undefined && !['ref', 'key', 'part'].includes(field.type.kind)) {
        columns[field.column] = validValue(field, description, this.#n)
      }
    }
    const all = Object.entries({ ...columns, ...given })
    await this.#client.query(
      `INSERT INTO public.${alwaysQuoted(table.table)} (${all.map(([column]) => alwaysQuoted(column)).join(', ')})
       VALUES (${all.map((_, at) => `$${at + 1}`).join(', ')})`,
      all.map(([, value]) => value),
    )
    return ids
  }

  async book({ id }: SeededTenant): Promise<{ readonly id: string; readonly refId: string }> {
    const author = await this.row('author', { house_id: id })
    return await this.row('book', { house_id: id, author_id: author.id })
  }

  /** A manuscript over all stores, sound in every respect. */
  async manuscript(tenant: SeededTenant, age: Date = new Date(0)): Promise<PlantedRecord> {
    const book = await this.book(tenant)
    const document = objectId()
    const row = await this.row('manuscript', {
      house_id: tenant.id,
      book_id: book.id,
      content_ref: document,
      created_on: age,
    })
    const version = Number((await this.sql('SELECT version FROM manuscripts WHERE id = $1', [row.id]))[0]?.version)
    const key = this.key('manuscript', 'body', { house: tenant.refId, refId: row.refId, version })
    await this.documents.insert('manuscript_contents', {
      _id: document,
      refId: row.refId,
      houseId: tenant.refId,
      sections: [],
      wordCount: 1,
      language: 'en',
      s3Key: key,
      createdOn: age,
    })
    const place = await this.bytes('Manuscript', 'body', 'texts', key, row.refId, tenant)
    return { ...row, document, key, place }
  }

  key(member: string, object: string, parameters: Columns): string {
    const described = this.#world.description.entities[member]?.objects[object]
    if (described === undefined) throw new TypeError(`${member} has no ${object}`)
    return objectKeys(described, this.#world.description.tenancy?.parameter).build({ object: ulid(), ...parameters })
  }

  /** Bytes with the note that a commit makes of them. */
  async bytes(
    entity: string,
    object: string,
    bucket: string,
    key: string,
    refId: string,
    tenant: SeededTenant,
  ): Promise<{ readonly bucket: string; readonly key: string }> {
    const bytes = new TextEncoder().encode(`${entity} ${object} ${refId}\n`.repeat(100))
    const place = { bucket: this.stores.bucket(bucket), key }
    this.objects.plant(place, bytes, { lastModified: new Date(0) })
    await this.note({ entity, object, bucket, key, refId, tenantId: tenant.id, bytes })
    return place
  }

  async note(note: {
    readonly entity: string
    readonly object: string
    readonly bucket: string
    readonly key: string
    readonly refId: string
    readonly tenantId: string
    readonly bytes: Uint8Array
  }): Promise<void> {
    const { entity, object, bucket, key, refId, tenantId, bytes } = note
    await this.sql(
      `INSERT INTO stowage.stored_objects
         (bucket, key, tenant_id, entity, object, ref_id, sha256, size, content_type, created_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'text/markdown', '2020-01-01')`,
      [bucket, key, tenantId, entity, object, refId, sha256Of(bytes), bytes.byteLength],
    )
  }

  /** An intent as a writer leaves it. */
  async intent(given: {
    readonly tenant: SeededTenant
    readonly entity: string
    readonly refId: string
    readonly state: string
    readonly parts: object
    readonly on?: Date
  }): Promise<string> {
    const id = randomUUID()
    const on = given.on ?? new Date(0)
    const parts = { puts: [], documents: [], leavings: { objects: [], documents: [] }, ...given.parts }
    const isSettled = given.state !== 'pending' && given.state !== 'locked'
    await this.sql(
      `INSERT INTO stowage.storage_intents
         (id, tenant_id, operation, entity, ref_id, idempotency_key, request_hash, parts, state, created_on, expires_on, settled_on)
       VALUES ($1::uuid, $2, 'create', $3, $4, $1::uuid::text, $5, $6, $7, $8, $8, $9)`,
      [
        id,
        given.tenant.id,
        given.entity,
        given.refId,
        sha256Of(randomBytes(8)),
        JSON.stringify(parts),
        given.state,
        on,
        isSettled ? on : null,
      ],
    )
    return id
  }

  async close(): Promise<void> {
    await this.#client.end()
  }
}

let count = 0

/** An id as MongoDB makes them, as old as nobody remembers unless it is said. */
export function objectId(on: Date = new Date(0xffff * 1000)): string {
  count += 1
  const seconds = Math.floor(on.getTime() / 1000)
  return `${seconds.toString(16).padStart(8, '0')}${randomBytes(5).toString('hex')}${count.toString(16).padStart(6, '0')}`
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
