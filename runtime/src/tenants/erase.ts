import type { Description } from '../description/description.ts'
import { Forbidden, InvalidInput } from '../errors/errors.ts'
import { inParallel } from '../fsck/in-parallel.ts'
import type { Observer } from '../scoped/observer.ts'
import type { StoredDocument } from '../stores/documents.ts'
import { ObjectLocked } from '../stores/objects.ts'
import type { Tenant } from '../stores/scope.ts'
import type { Stores } from '../stores/stores.ts'
import { countRows, eraseOwn, eraseRows } from './erase-rows.ts'
import { objectsOf, type TenantObject } from './objects-of.ts'
import { inOrder, tenantTables } from './tables.ts'

export interface EraseOptions {
  /** The tenant's public id once more: nothing is removed without it. */
  readonly confirm?: string
  /** Counts what would go, and names what would stay. */
  readonly dryRun?: boolean
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: EraseProgress) => void
}

export interface EraseProgress {
  /** What is under way: `rows/strategy`. */
  readonly step: string
  readonly rows: number
  readonly documents: number
  readonly objects: number
}

/** What an erasure cannot remove: where, why, until when, and who can. */
export interface Remain {
  /** `table contracts`, `bucket contracts` */
  readonly place: string
  readonly count: number
  readonly why: string
  /** The latest moment at which a lock ends. */
  readonly until?: Date
  readonly who: string
}

export interface EraseReport {
  readonly rows: number
  readonly documents: number
  readonly objects: number
  readonly remains: readonly Remain[]
  /** What a second look found beside the remains: somebody wrote meanwhile, or it was broken off. Erase again. */
  readonly unexpected: readonly string[]
  /** Whether nothing was removed. */
  readonly dryRun: boolean
}

const pageSize = 500

/**
 * Removes all of a tenant: rows in an order in which nothing is left dangling, documents, objects with all their versions,
 * and what the data layer has kept for itself; the tenant's own row last, so that a call that was broken off can be repeated.
 * What append-only tables and locks keep is named. Nobody should be at work for the tenant meanwhile. It ends with a second
 * look at every store.
 * @throws InvalidInput where `confirm` is not the tenant's public id
 */
export async function eraseTenant(
  stores: Stores,
  observer: Observer,
  tenant: Tenant,
  options: EraseOptions,
): Promise<EraseReport> {
  const { confirm, dryRun = false } = options
  if (!dryRun && confirm !== tenant.refId) {
    throw new InvalidInput('the erasure', [{ path: ['confirm'], message: 'is to be the public id of the tenant' }])
  }
  observer.log('warning', dryRun ? 'counts what an erasure would remove' : 'erases a tenant', { tenant: tenant.refId })
  const job = new Erasure(stores, tenant, options)
  const report = await observer.span('tenants.erase', { tenant: tenant.refId }, () =>
    dryRun ? job.count() : job.run(),
  )
  observer.log('warning', 'an erasure has come to its end', {
    tenant: tenant.refId,
    rows: report.rows,
    documents: report.documents,
    objects: report.objects,
    remains: report.remains.length,
    unexpected: report.unexpected.length,
  })
  return report
}

class Erasure {
  readonly #stores: Stores
  readonly #tenant: Tenant
  readonly #options: EraseOptions
  readonly #counts = { rows: 0, documents: 0, objects: 0 }
  /** Collections that are only ever added to, and from which MongoDB lets this login remove nothing: how many are there. */
  readonly #refused = new Map<string, number>()

  constructor(stores: Stores, tenant: Tenant, options: EraseOptions) {
    this.#stores = stores
    this.#tenant = tenant
    this.#options = options
  }

  async run(): Promise<EraseReport> {
    const { description } = this.#stores
    // What refers to others goes first; the group of the tenants themselves is the first to be made, and goes last.
    const groups = [...inOrder(description)].reverse()
    const isLast = ({ member }: { readonly member: string }): boolean => member === description.tenancy?.entity
    for (const group of groups.filter((one) => !one.some(isLast))) {
      this.#counts.rows += await eraseRows(this.#stores, this.#tenant, group)
      if (this.#isToEnd(`rows/${group[0]?.member}`)) return await this.#report([], ['not all was looked at'])
    }
    for (const { member, collection, appendOnly } of collectionsOf(description)) {
      await this.#removeDocuments(collection, appendOnly)
      if (this.#isToEnd(`documents/${member}`)) return await this.#report([], ['not all was looked at'])
    }
    const locked = await this.#objects(true)
    if (this.#isToEnd('objects')) return await this.#report(locked, ['not all was looked at'])
    await eraseOwn(
      this.#stores,
      this.#tenant,
      locked.flatMap(({ keys }) => keys),
    )
    for (const group of groups.filter((one) => one.some(isLast))) {
      this.#counts.rows += await eraseRows(this.#stores, this.#tenant, group)
    }
    return await this.#report(locked, await this.#secondLook(locked))
  }

  async count(): Promise<EraseReport> {
    for (const table of tenantTables(this.#stores.description)) {
      this.#counts.rows += await countRows(this.#stores, this.#tenant, table)
    }
    for (const { collection } of collectionsOf(this.#stores.description)) {
      this.#counts.documents += await this.#documents(collection)
    }
    return await this.#report(await this.#objects(false), [])
  }

  #isToEnd(step: string): boolean {
    this.#options.onProgress?.({ step, ...this.#counts })
    return this.#options.signal?.aborted === true
  }

  async #removeDocuments(collection: string, isAppendOnly: boolean): Promise<void> {
    const { documents } = this.#stores
    try {
      this.#counts.documents += await this.#documents(collection, ({ _id }) =>
        documents.remove(collection, _id, this.#tenant.refId),
      )
    } catch (error) {
      if (!(isAppendOnly && error instanceof Forbidden)) throw error
      this.#refused.set(collection, await this.#documents(collection))
    }
  }

  /** @returns how many there are */
  async #documents(collection: string, each?: (document: StoredDocument) => Promise<unknown>): Promise<number> {
    let count = 0
    for (let after: string | undefined; ; ) {
      const page = await this.#stores.documents.page(collection, {
        tenant: this.#tenant.refId,
        limit: pageSize,
        ...(after === undefined ? {} : { after }),
      })
      if (each !== undefined) await inParallel(page, 8, each)
      count += page.length
      after = page.at(-1)?._id
      if (page.length < pageSize || this.#isToEnd(`documents/${collection}`)) return count
    }
  }

  /** Those that a lock keeps, by bucket. What PostgreSQL knows of is among them: a marker hides it from a listing. */
  async #objects(removes: boolean): Promise<readonly Locked[]> {
    const { description } = this.#stores
    const found: Locked[] = []
    for (const bucket of Object.keys(description.s3?.buckets ?? {})) {
      const keys: string[] = []
      let until: Date | undefined
      for await (const object of objectsOf(this.#stores, this.#tenant, bucket)) {
        const kept = await this.#keeps(bucket, object, removes)
        if (kept === false) {
          if (object.isListed) this.#counts.objects += 1
          continue
        }
        keys.push(object.key)
        if (kept !== undefined && (until === undefined || kept > until)) until = kept
      }
      if (keys.length > 0) found.push({ bucket, keys, ...(until === undefined ? {} : { until }) })
      this.#isToEnd(`objects/${bucket}`)
    }
    return found
  }

  /** @returns until when a lock keeps it, or `undefined` where the store does not say; false where it goes */
  async #keeps(bucket: string, { key, note }: TenantObject, removes: boolean): Promise<Date | undefined | false> {
    const { description, objects, now } = this.#stores
    const place = { bucket: this.#stores.bucket(bucket), key }
    const isLockable = description.s3?.buckets[bucket]?.lock !== undefined
    // A lock is of a version: the latest may be a marker, or bytes that somebody has put on top.
    const version = note?.versionId === undefined ? place : { ...place, versionId: note.versionId }
    const until = isLockable ? (await objects.head(version))?.lockedUntil : undefined
    if (!removes) return until !== undefined && until > now() ? until : false
    try {
      await objects.remove(place)
      return false
    } catch (error) {
      if (error instanceof ObjectLocked) return until
      throw error
    }
  }

  async #report(locked: readonly Locked[], unexpected: readonly string[]): Promise<EraseReport> {
    const { dryRun = false } = this.#options
    const rows = dryRun ? await this.#rowsThatWouldStay() : await this.#rowsThatStay()
    const documents = [...this.#refused].map(refusedRemain)
    return { ...this.#counts, remains: [...rows, ...documents, ...locked.map(lockedRemain)], unexpected, dryRun }
  }

  /** What is append-only; what that refers to would stay too, and is counted once it is known. */
  async #rowsThatWouldStay(): Promise<readonly Remain[]> {
    const all = await this.#rowsThatStay()
    return all.filter(({ why }) => why === appendOnly)
  }

  async #rowsThatStay(): Promise<readonly Remain[]> {
    const found: Remain[] = []
    for (const of of tenantTables(this.#stores.description)) {
      const count = await countRows(this.#stores, this.#tenant, of)
      if (count === 0) continue
      const why = of.table.appendOnly ? appendOnly : 'rows that stay refer to them'
      const who = of.table.appendOnly ? ownerOfTables : 'this command, once those rows are gone'
      found.push({ place: `table ${of.table.table}`, count, why, who })
    }
    return found
  }

  async #secondLook(locked: readonly Locked[]): Promise<readonly string[]> {
    const { description, documents } = this.#stores
    const found: string[] = []
    for (const { collection } of collectionsOf(description)) {
      if (this.#refused.has(collection)) continue
      const page = await documents.page(collection, { tenant: this.#tenant.refId, limit: 1 })
      if (page.length > 0) found.push(`documents in ${collection}`)
    }
    const known = new Set(locked.flatMap(({ bucket, keys }) => keys.map((key) => `${bucket} ${key}`)))
    for (const bucket of Object.keys(description.s3?.buckets ?? {})) {
      for await (const { key } of objectsOf(this.#stores, this.#tenant, bucket)) {
        if (!known.has(`${bucket} ${key}`)) found.push(`object ${key} in the bucket ${bucket}`)
      }
    }
    return found
  }
}

interface Locked {
  readonly bucket: string
  readonly keys: readonly string[]
  readonly until?: Date
}

const appendOnly = 'rows are only ever added to this table'
const ownerOfTables =
  'the owner of the table: in one transaction disable its trigger append_only, delete, enable it ALWAYS'

function refusedRemain([collection, count]: readonly [string, number]): Remain {
  return {
    place: `collection ${collection}`,
    count,
    why: 'documents are only ever added to this collection',
    who: 'this command, with a login of MongoDB that may remove them: systemMongoUrl',
  }
}

function lockedRemain({ bucket, keys, until }: Locked): Remain {
  return {
    place: `bucket ${bucket}`,
    count: keys.length,
    why: 'a lock keeps the objects',
    ...(until === undefined ? {} : { until }),
    who: until === undefined ? 'nobody while the lock lasts' : 'this command, once the locks have ended',
  }
}

interface TenantCollection {
  readonly member: string
  readonly collection: string
  readonly appendOnly: boolean
}

function collectionsOf({ entities }: Description): readonly TenantCollection[] {
  return Object.entries(entities).flatMap(([member, { documents, tenancy }]) =>
    documents === undefined || tenancy === 'none'
      ? []
      : [{ member, collection: documents.collection, appendOnly: documents.appendOnly }],
  )
}
