import { createHash } from 'node:crypto'
import { Missing } from '../../../runtime/src/errors/errors.ts'
import { type DocumentStore, DuplicateDocument, type StoredDocument } from '../../../runtime/src/stores/documents.ts'
import {
  KeyTaken,
  type ListedObject,
  type ObjectHead,
  ObjectLocked,
  type ObjectPlace,
  type ObjectStore,
} from '../../../runtime/src/stores/objects.ts'

/** Documents in memory, for tests that stand between any two calls. Whoever looks in sees what there is. */
export class MemoryDocuments implements DocumentStore {
  readonly collections: Map<string, Map<string, StoredDocument>> = new Map()
  readonly #tenantField: string

  constructor(tenantField: string) {
    this.#tenantField = tenantField
  }

  of(collection: string): Map<string, StoredDocument> {
    const found = this.collections.get(collection) ?? new Map<string, StoredDocument>()
    this.collections.set(collection, found)
    return found
  }

  async insert(collection: string, document: StoredDocument): Promise<void> {
    if (this.of(collection).has(document._id)) throw new DuplicateDocument('taken')
    this.of(collection).set(document._id, structuredClone(document))
  }

  async find(collection: string, id: string, tenant?: string): Promise<StoredDocument | undefined> {
    const [found] = await this.findMany(collection, [id], tenant)
    return found
  }

  async findMany(collection: string, ids: readonly string[], tenant?: string): Promise<readonly StoredDocument[]> {
    return this.#sorted(collection, tenant).filter(({ _id }) => ids.includes(_id))
  }

  async remove(collection: string, id: string, tenant?: string): Promise<boolean> {
    return (await this.find(collection, id, tenant)) !== undefined && this.of(collection).delete(id)
  }

  async page(
    collection: string,
    { tenant, after = '', limit, where = {} }: Parameters<DocumentStore['page']>[1],
  ): Promise<readonly StoredDocument[]> {
    return this.#sorted(collection, tenant)
      .filter((document) => document._id > after && Object.entries(where).every((one) => isWithin(document, one)))
      .slice(0, limit)
  }

  async close(): Promise<void> {}

  #sorted(collection: string, tenant: string | undefined): StoredDocument[] {
    return [...this.of(collection).values()]
      .filter((document) => tenant === undefined || document[this.#tenantField] === tenant)
      .sort((a, b) => (a._id < b._id ? -1 : 1))
      .map((document) => structuredClone(document))
  }
}

/** Knows `{ field: { $in: [...] } }` and equality: what the work of upkeep asks. */
function isWithin(document: StoredDocument, [field, wanted]: [string, unknown]): boolean {
  const held = [document[field]].flat()
  if (typeof wanted === 'object' && wanted !== null && '$in' in wanted && Array.isArray(wanted.$in)) {
    const list: readonly unknown[] = wanted.$in
    return held.some((value) => list.includes(value))
  }
  if (typeof wanted === 'object' && wanted !== null) throw new Error(`not known: ${JSON.stringify(wanted)}`)
  return held.includes(wanted)
}

interface StoredBytes {
  readonly bytes: Uint8Array
  readonly head: ObjectHead
}

/** Objects in memory: one version of each key. */
export class MemoryObjects implements ObjectStore {
  /** By bucket and key, with a space between. */
  readonly held: Map<string, StoredBytes> = new Map()
  /** How often bytes were asked for by a HEAD or a GET, and how many entries a listing has given. */
  readonly calls = { head: 0, get: 0, listed: 0 }

  async put(
    place: ObjectPlace,
    body: () => AsyncIterable<Uint8Array> | Uint8Array,
    { contentType, sha256, ifNoneMatch }: Parameters<ObjectStore['put']>[2],
  ): Promise<object> {
    const content = body()
    const chunks: Uint8Array[] = []
    if (content instanceof Uint8Array) chunks.push(content)
    else for await (const chunk of content) chunks.push(chunk)
    if (ifNoneMatch && this.held.has(at(place))) throw new KeyTaken('taken')
    this.plant(place, Buffer.concat(chunks), { contentType, sha256 })
    return {}
  }

  plant(place: ObjectPlace, bytes: Uint8Array, facts: Partial<ObjectHead> = {}): void {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const head = { size: bytes.byteLength, contentType: 'text/markdown', sha256, lastModified: new Date(), ...facts }
    this.held.set(at(place), { bytes, head })
  }

  async get(place: ObjectPlace): Promise<{ head: ObjectHead; body: AsyncIterable<Uint8Array> } | undefined> {
    this.calls.get += 1
    const found = this.held.get(at(place))
    return found === undefined ? undefined : { head: found.head, body: pieces(found.bytes) }
  }

  async head(place: ObjectPlace): Promise<ObjectHead | undefined> {
    this.calls.head += 1
    return this.held.get(at(place))?.head
  }

  async copy(
    from: ObjectPlace,
    to: ObjectPlace,
    { contentType, sha256, retention }: Parameters<ObjectStore['copy']>[2],
  ): Promise<object> {
    const found = this.held.get(at(from))
    if (found === undefined) throw new Missing('the object')
    this.plant(to, found.bytes, {
      contentType,
      sha256,
      ...(retention === undefined ? {} : { lockedUntil: retention.until }),
    })
    return {}
  }

  async remove(place: ObjectPlace): Promise<void> {
    const until = this.held.get(at(place))?.head.lockedUntil
    if (until !== undefined && until > new Date()) throw new ObjectLocked('locked')
    this.held.delete(at(place))
  }

  async *list(bucket: string, prefix: string, after = ''): AsyncIterable<ListedObject> {
    const keys = [...this.held.keys()].filter((name) => name.startsWith(`${bucket} ${prefix}`)).sort()
    for (const name of keys) {
      const key = name.slice(bucket.length + 1)
      const found = this.held.get(name)
      if (key <= after || found === undefined) continue
      this.calls.listed += 1
      yield { key, size: found.head.size, lastModified: found.head.lastModified }
    }
  }

  async presignGet(): Promise<string> {
    throw new Error('no URLs in memory')
  }

  async presignPut(): Promise<never> {
    throw new Error('no URLs in memory')
  }

  async close(): Promise<void> {}
}

function at({ bucket, key }: ObjectPlace): string {
  return `${bucket} ${key}`
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.byteLength; from += 1000) yield bytes.subarray(from, from + 1000)
}
