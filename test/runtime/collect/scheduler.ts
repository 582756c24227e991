import type { DocumentStore } from '../../../runtime/src/stores/documents.ts'
import type { ObjectStore } from '../../../runtime/src/stores/objects.ts'
import type { PostgresStore } from '../../../runtime/src/stores/postgres.ts'
import type { Stores } from '../../../runtime/src/stores/stores.ts'

/** What a call of a store touches: two calls that touch different things may change places without anybody noticing. */
export interface Footprint {
  readonly place: string
  readonly writes: boolean
}

interface Parked {
  readonly what: string
  readonly footprint: Footprint
  go(): void
}

/** Somebody who works on the stores, one call at a time, and waits for a turn before each. */
export class Actor {
  readonly name: string
  parked: Parked | undefined
  isDone = false
  #changed: () => void = () => undefined

  constructor(name: string) {
    this.name = name
  }

  /** Starts the work; how it ends is for whoever looks at `ended`. */
  start(work: () => Promise<unknown>): Promise<PromiseSettledResult<unknown>> {
    return Promise.allSettled([work()]).then(([end]) => {
      this.isDone = true
      this.#changed()
      return end
    })
  }

  async turn(what: string, footprint: Footprint): Promise<void> {
    if (this.parked !== undefined) throw new Error(`${this.name} makes two calls at once: ${this.parked.what}, ${what}`)
    await new Promise<void>((resolve) => {
      this.parked = { what, footprint, go: resolve }
      this.#changed()
    })
  }

  /** Waits until it stands before its next call, or has come to its end. */
  async settled(): Promise<void> {
    while (this.parked === undefined && !this.isDone) {
      await new Promise<void>((resolve) => {
        this.#changed = resolve
      })
    }
  }

  /** Lets the call that it stands before happen, and waits until it stands before the next. */
  async proceed(): Promise<string> {
    const { parked } = this
    if (parked === undefined) throw new Error(`${this.name} has nothing to do`)
    this.parked = undefined
    parked.go()
    await this.settled()
    return parked.what
  }
}

/** Stores whose every call waits for the actor's turn. A transaction is one step: PostgreSQL sees to what is within it. */
export function inTurns(stores: Stores, actor: Actor, now: () => Date): Stores {
  return {
    description: stores.description,
    bucket: (name) => stores.bucket(name),
    now,
    postgres: postgresInTurns(stores.postgres, actor),
    documents: documentsInTurns(stores.documents, actor),
    objects: objectsInTurns(stores.objects, actor),
  }
}

function postgresInTurns(postgres: PostgresStore, actor: Actor): PostgresStore {
  return {
    run: async (scope, work, options) => {
      const reads = options?.readOnly === true
      await actor.turn(reads ? 'postgres read' : 'postgres write', { place: 'postgres', writes: !reads })
      return await postgres.run(scope, work, options)
    },
    close: () => postgres.close(),
  }
}

function documentsInTurns(documents: DocumentStore, actor: Actor): DocumentStore {
  const turn = (method: string, collection: string, writes: boolean): Promise<void> =>
    actor.turn(`documents.${method} ${collection}`, { place: `documents ${collection}`, writes })
  return {
    insert: async (collection, document) => {
      await turn('insert', collection, true)
      await documents.insert(collection, document)
    },
    find: async (collection, id, tenant) => {
      await turn('find', collection, false)
      return await documents.find(collection, id, tenant)
    },
    findMany: async (collection, ids, tenant) => {
      await turn('findMany', collection, false)
      return await documents.findMany(collection, ids, tenant)
    },
    remove: async (collection, id, tenant) => {
      await turn('remove', collection, true)
      return await documents.remove(collection, id, tenant)
    },
    page: async (collection, filter) => {
      await turn('page', collection, false)
      return await documents.page(collection, filter)
    },
    close: () => documents.close(),
  }
}

function objectsInTurns(objects: ObjectStore, actor: Actor): ObjectStore {
  const turn = (method: string, key: string, writes: boolean): Promise<void> =>
    actor.turn(`objects.${method}`, { place: `objects ${key}`, writes })
  return {
    put: async (place, body, options) => {
      await turn('put', place.key, true)
      return await objects.put(place, body, options)
    },
    get: async (place) => {
      await turn('get', place.key, false)
      return await objects.get(place)
    },
    head: async (place) => {
      await turn('head', place.key, false)
      return await objects.head(place)
    },
    copy: async (from, to, options) => {
      // From one key to another: it touches both.
      await actor.turn('objects.copy', { place: 'objects', writes: true })
      return await objects.copy(from, to, options)
    },
    remove: async (place) => {
      await turn('remove', place.key, true)
      await objects.remove(place)
    },
    list: (bucket, prefix, after) => objects.list(bucket, prefix, after),
    presignGet: (place, options) => objects.presignGet(place, options),
    presignPut: (place, options) => objects.presignPut(place, options),
    close: () => objects.close(),
  }
}

/** Whether the order of two calls can make a difference. */
export function areDependent(a: Footprint, b: Footprint): boolean {
  const isSame = a.place === b.place || a.place.startsWith(`${b.place} `) || b.place.startsWith(`${a.place} `)
  return isSame && (a.writes || b.writes)
}
