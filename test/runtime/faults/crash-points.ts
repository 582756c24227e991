import type { DocumentStore } from '../../../runtime/src/stores/documents.ts'
import type { ObjectStore } from '../../../runtime/src/stores/objects.ts'
import type { PostgresStore } from '../../../runtime/src/stores/postgres.ts'
import type { Stores } from '../../../runtime/src/stores/stores.ts'

/**
 * Where a process can die in one call of a store: before it is sent, when a transaction has done its work and not yet
 * committed, and when the store has acknowledged it and nobody has heard of that.
 */
export type Side = 'before' | 'within' | 'after'

export interface CrashPoint {
  /** `documents.insert`. */
  readonly call: string
  /** Counts the calls of an operation from 1. */
  readonly at: number
  readonly side: Side
}

/** Stores that tell of every point that they pass. Reads are told too: a process may die there as well. */
export function watchedStores(stores: Stores, pass: (point: CrashPoint) => void): Stores {
  let calls = 0
  const step = async <T>(call: string, work: (at: number) => Promise<T>): Promise<T> => {
    calls += 1
    const at = calls
    pass({ call, at, side: 'before' })
    const result = await work(at)
    pass({ call, at, side: 'after' })
    return result
  }
  const postgres: PostgresStore = {
    run: (scope, work, options) =>
      step('postgres.run', (at) =>
        stores.postgres.run(
          scope,
          async (session) => {
            const result = await work(session)
            pass({ call: 'postgres.run', at, side: 'within' })
            return result
          },
          options,
        ),
      ),
    close: () => stores.postgres.close(),
  }
  return {
    description: stores.description,
    postgres,
    get documents() {
      return watched<DocumentStore>('documents', stores.documents, step)
    },
    get objects() {
      return watched<ObjectStore>('objects', stores.objects, step)
    },
    bucket: (name) => stores.bucket(name),
    now: () => stores.now(),
  }
}

type Step = <T>(call: string, work: (at: number) => Promise<T>) => Promise<T>

/** Every method that gives a promise becomes a step; what gives a stream, and `close`, is left as it is. */
function watched<Store extends object>(name: string, store: Store, step: Step): Store {
  return new Proxy(store, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target)
      if (typeof value !== 'function' || typeof key !== 'string' || unwatched.has(key)) {
        return typeof value === 'function' ? value.bind(target) : value
      }
      return (...args: readonly unknown[]) =>
        step(`${name}.${key}`, async () => await Reflect.apply(value, target, args))
    },
  })
}

const unwatched: ReadonlySet<string> = new Set(['close', 'list', 'model', 'constructor'])
