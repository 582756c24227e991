import { type BsonDocument, isDocument } from '../bson/value.ts'
import type { Collection } from '../catalog/collection.ts'
import { expires, hasExpired, isPast } from '../indexes/expiry.ts'
import { Locked } from '../storage/locks.ts'
import type { Storage } from '../storage/storage.ts'
import { targetIn } from '../storage/target.ts'
import { removeDocument } from '../storage/write.ts'

/** Removes what has expired, every so often; MongoDB does it once a minute. */
export class Sweeper {
  readonly #storage: Storage
  #seconds: number
  #timer: NodeJS.Timeout | undefined

  constructor(storage: Storage, seconds: number) {
    this.#storage = storage
    this.#seconds = seconds
  }

  get seconds(): number {
    return this.#seconds
  }

  set seconds(seconds: number) {
    this.#seconds = seconds
    if (this.#timer !== undefined) this.start()
  }

  start(): void {
    this.stop()
    this.#timer = setInterval(() => this.sweep(new Date()), this.#seconds * 1000)
    this.#timer.unref()
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
  }

  sweep(now: Date): void {
    this.#storage.abortForgotten(now.getTime())
    for (const collection of this.#storage.catalog.all()) {
      const expired = expiryOf(collection)
      const target = targetIn(this.#storage, collection, undefined)
      for (const document of [...collection.records.values()].filter((one) => expired(one, now))) {
        try {
          removeDocument(target, document)
        } catch (error) {
          // A transaction has it: the next sweep will find it again.
          if (!(error instanceof Locked)) throw error
        }
      }
    }
  }
}

/** Documents expire by an index, or with the time of a time series, or with the `_id` of a clustered collection. */
function expiryOf({ indexes, options }: Collection): (document: BsonDocument, now: Date) => boolean {
  const expiring = indexes.all.filter(expires)
  const { timeseries, expireAfterSeconds } = options
  const path = isDocument(timeseries) ? String(timeseries.timeField).split('.') : ['_id']
  return (document, now) =>
    expiring.some((index) => hasExpired(index, document, now)) || isPast(document, path, expireAfterSeconds, now)
}
