import { createHash } from 'node:crypto'
import { allTenants } from '../collect/all-tenants.ts'
import { tableName } from '../collect/tables.ts'
import type { Description } from '../description/description.ts'
import type { FieldDescription } from '../description/field.ts'
import { InvalidInput } from '../errors/errors.ts'
import { nameOfKey } from '../fsck/object-names.ts'
import type { Observer } from '../scoped/observer.ts'
import type { Tenant } from '../stores/scope.ts'
import type { Stores } from '../stores/stores.ts'
import { ejsonOf } from './ejson.ts'
import { objectsOf, type TenantObject } from './objects-of.ts'
import type { ExportSink } from './sink.ts'
import { inOrder, type TenantTable } from './tables.ts'

export interface ExportOptions {
  /** Fields that the spec classifies as `secret` too, as they are kept. By default they are left out and named. */
  readonly secrets?: boolean
  readonly signal?: AbortSignal
  readonly onProgress?: (summary: ExportSummary) => void
}

export interface ExportSummary {
  /** What is under way: `rows/strategy`. */
  readonly step: string
  readonly rows: number
  readonly documents: number
  readonly objects: number
  readonly bytes: number
  /** Whether all of it is there. Otherwise another call with the same sink goes on. */
  readonly isWhole: boolean
}

/** How many records are read at a time. */
const pageSize = 500

/**
 * Writes all that is a tenant's, deleted records too, to a sink: rows as JSON lines in an order in which they could be added
 * again, documents as Extended JSON, objects as files with a list of their digests, and a manifest. It streams, and goes on
 * where an earlier call into the same sink had come to. It is no snapshot: what changes meanwhile is in it as it was read.
 * @throws InvalidInput where the sink holds something else
 */
export async function exportTenant(
  stores: Stores,
  observer: Observer,
  tenant: Tenant,
  sink: ExportSink,
  options: ExportOptions = {},
): Promise<ExportSummary> {
  const job = new ExportJob(stores, tenant, sink, options)
  const summary = await observer.span('tenants.export', { tenant: tenant.refId }, () => job.run())
  observer.log('info', 'exported a tenant', { tenant: tenant.refId, rows: summary.rows, isWhole: summary.isWhole })
  return summary
}

interface Step {
  readonly name: string
  run(after: string | undefined): AsyncIterable<string>
}

class ExportJob {
  readonly #stores: Stores
  readonly #tenant: Tenant
  readonly #sink: ExportSink
  readonly #options: ExportOptions
  readonly #counts = { rows: 0, documents: 0, objects: 0, bytes: 0 }

  constructor(stores: Stores, tenant: Tenant, sink: ExportSink, options: ExportOptions) {
    this.#stores = stores
    this.#tenant = tenant
    this.#sink = sink
    this.#options = options
  }

  async run(): Promise<ExportSummary> {
    const { signal, onProgress } = this.#options
    const cursor = await this.#sink.resume()
    const steps = this.#steps()
    const [counts, name, after] = readCursor(cursor)
    const from = name === undefined ? 0 : steps.findIndex((step) => step.name === name)
    if (from < 0) {
      throw new InvalidInput('the export', [
        { path: [], message: 'was begun with another spec: begin in another folder' },
      ])
    }
    Object.assign(this.#counts, counts)
    for (const [index, step] of steps.slice(from).entries()) {
      for await (const place of step.run(index === 0 ? after : undefined)) {
        await this.#sink.checkpoint(JSON.stringify([this.#counts, step.name, place]))
        onProgress?.(this.#summary(step.name, false))
        if (signal?.aborted === true) return this.#summary(step.name, false)
      }
    }
    await this.#sink.end(this.#manifest())
    return this.#summary('end', true)
  }

  #summary(step: string, isWhole: boolean): ExportSummary {
    return { step, ...this.#counts, isWhole }
  }

  #steps(): readonly Step[] {
    const { description } = this.#stores
    const tables = inOrder(description).flat()
    return [
      ...tables.map((table): Step => ({ name: `rows/${table.member}`, run: (after) => this.#rows(table, after) })),
      ...Object.keys(description.entities)
        .filter((member) => this.#isOwn(member))
        .map((member): Step => ({ name: `documents/${member}`, run: (after) => this.#documents(member, after) })),
      ...Object.keys(description.s3?.buckets ?? {}).map(
        (bucket): Step => ({ name: `objects/${bucket}`, run: (after) => this.#objects(bucket, after) }),
      ),
    ]
  }

  #isOwn(member: string): boolean {
    const { documents, tenancy } = this.#stores.description.entities[member] ?? {}
    return documents !== undefined && tenancy !== 'none'
  }

  async *#rows(of: TenantTable, from: string | undefined): AsyncGenerator<string> {
    const { table, id, owner } = of
    const hidden = this.#withheld(table.fields).map(({ column }) => column)
    const text = `select row.${id}::text as id, (to_jsonb(row) - $4::text[])::text as line from ${tableName(table)} as row
      where row.${owner} = $1::uuid and ($2::uuid is null or row.${id} > $2::uuid) order by row.${id} limit $3::int`
    const scope = allTenants(this.#stores.description, 'export a tenant')
    for (let after = from; ; ) {
      const values = [this.#tenant.id, after ?? null, pageSize, hidden]
      const page = await this.#stores.postgres.run(
        scope,
        (sql) => sql.query<{ id: string; line: string }>(text, values),
        { readOnly: true },
      )
      after = page.at(-1)?.id
      if (after === undefined) return
      await this.#sink.append(`rows/${table.table}.jsonl`, page.map(({ line }) => `${line}\n`).join(''))
      this.#counts.rows += page.length
      yield after
      if (page.length < pageSize) return
    }
  }

  async *#documents(member: string, from: string | undefined): AsyncGenerator<string> {
    const { description, documents: store } = this.#stores
    const documents = description.entities[member]?.documents
    if (documents === undefined) return
    const hidden = new Set(this.#withheld(documents.fields).map(({ name }) => name))
    for (let after = from; ; ) {
      const page = await store.page(documents.collection, {
        tenant: this.#tenant.refId,
        limit: pageSize,
        ...(after === undefined ? {} : { after }),
      })
      after = page.at(-1)?._id
      if (after === undefined) return
      const lines = page.map((document) => `${ejsonOf(document, documents.fields, description, hidden)}\n`)
      await this.#sink.append(`documents/${documents.collection}.jsonl`, lines.join(''))
      this.#counts.documents += page.length
      yield after
      if (page.length < pageSize) return
    }
  }

  /** Each is a step of its own: the bytes are what takes long. */
  async *#objects(bucket: string, from: string | undefined): AsyncGenerator<string> {
    for await (const object of objectsOf(this.#stores, this.#tenant, bucket, from)) {
      await this.#object(bucket, object)
      yield object.key
    }
  }

  async #object(bucket: string, { key, note }: TenantObject): Promise<void> {
    const place = { bucket: this.#stores.bucket(bucket), key }
    const version = note?.versionId
    const found = await this.#stores.objects.get(version === undefined ? place : { ...place, versionId: version })
    if (found === undefined) return
    const hash = createHash('sha256')
    let size = 0
    const path = `objects/${bucket}/${fileOf(key)}`
    await this.#sink.write(
      path,
      (async function* () {
        for await (const chunk of found.body) {
          hash.update(chunk)
          size += chunk.byteLength
          yield chunk
        }
      })(),
    )
    const sha256 = hash.digest('hex')
    const read = nameOfKey(this.#stores.description, bucket, key)
    const name = read.kind === 'object' ? read.name : undefined
    const line = {
      path,
      bucket,
      key,
      sha256,
      size,
      contentType: found.head.contentType,
      ...(name === undefined ? {} : { entity: name.member, object: name.object }),
      ...(name?.refId === undefined ? {} : { refId: name.refId }),
      ...(version === undefined ? {} : { versionId: version }),
      // Bytes that are not those that were written are there all the same, and said to be so.
      ...(note === undefined || note.sha256 === sha256 ? {} : { isCorrupt: true, wasWrittenAs: note.sha256 }),
    }
    await this.#sink.append('objects.jsonl', `${JSON.stringify(line)}\n`)
    this.#counts.objects += 1
    this.#counts.bytes += size
  }

  #withheld(fields: readonly FieldDescription[]): readonly FieldDescription[] {
    return this.#options.secrets === true ? [] : fields.filter(({ classify }) => classify === 'secret')
  }

  /** What is in it, in which order rows could be added, and what is not in it. */
  #manifest(): object {
    const { description } = this.#stores
    return {
      stowage: 1,
      project: description.project,
      tenant: this.#tenant.refId,
      exportedOn: this.#stores.now().toISOString(),
      ...this.#counts,
      tables: inOrder(description)
        .flat()
        .map(({ table }) => table.table),
      withheld: this.#fieldsWithheld(description),
      notIncluded: [
        'stowage.storage_intents, stowage.stored_objects and stowage.outbox: what the data layer keeps for itself',
        ...Object.values(description.entities)
          .filter(({ tenancy }) => tenancy === 'none')
          .map(({ name }) => `${name}: it belongs to no tenant`),
      ],
    }
  }

  #fieldsWithheld({ entities }: Description): readonly string[] {
    return Object.values(entities).flatMap(({ name, table, documents }) =>
      this.#withheld([...(table?.fields ?? []), ...(documents?.fields ?? [])]).map((field) => `${name}.${field.name}`),
    )
  }
}

function readCursor(cursor: string | undefined): readonly [counts: object, step?: string, after?: string] {
  const read: unknown = cursor === undefined ? [] : JSON.parse(cursor)
  if (!Array.isArray(read)) return [{}]
  const [counts, step, after] = read
  return typeof step === 'string' && typeof after === 'string' ? [Object(counts), step, after] : [{}]
}

/** The key itself where it is safe as a path, else its digest. */
function fileOf(key: string): string {
  const isSafe = key.split('/').every((part) => /^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/.test(part))
  return isSafe ? key : `_other/${createHash('sha256').update(key).digest('hex')}`
}
