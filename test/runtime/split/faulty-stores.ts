import { Unavailable } from '../../../runtime/src/errors/errors.ts'
import type { Stores } from '../../../runtime/src/stores/stores.ts'

/**
 * `before`: the request never came; `after`: it was done, and the answer was lost. `once`: that one alone; `dead`: nothing is
 * asked afterwards, as if the process had been killed.
 */
export interface Fault {
  /** Counts the calls of all stores, from 0. */
  readonly at: number
  readonly side: 'before' | 'after'
  readonly mode: 'once' | 'dead'
}

/** Stores of which one call is broken; they say what was called. */
export interface FaultyStores {
  readonly stores: Stores
  /** `objects.put`, in the order in which they began. */
  readonly calls: readonly string[]
}

const watched = {
  postgres: ['run'],
  documents: ['insert', 'find', 'page', 'remove'],
  objects: ['put', 'head', 'get', 'copy'],
}

export function faultyStores(stores: Stores, fault?: Fault): FaultyStores {
  const calls: string[] = []
  let isDead = false
  const through = <Store extends object>(name: keyof typeof watched, store: Store): Store =>
    new Proxy(store, {
      get(target, property) {
        const member: unknown = Reflect.get(target, property)
        if (typeof member !== 'function') return member
        if (!watched[name].includes(String(property))) return member.bind(target)
        return async (...args: unknown[]): Promise<unknown> => {
          const at = calls.push(`${name}.${String(property)}`) - 1
          const lost = new Unavailable(kindOf(name), 'a fault that was injected')
          if (isDead) throw lost
          const isHit = at === fault?.at
          if (isHit && fault.mode === 'dead') isDead = true
          if (isHit && fault.side === 'before') throw lost
          const result: unknown = await member.apply(target, args)
          if (isHit) throw lost
          return result
        }
      },
    })
  return {
    calls,
    stores: {
      description: stores.description,
      postgres: through('postgres', stores.postgres),
      documents: through('documents', stores.documents),
      objects: through('objects', stores.objects),
      bucket: (name) => stores.bucket(name),
      now: () => stores.now(),
    },
  }
}

function kindOf(name: keyof typeof watched): 'postgres' | 'mongo' | 's3' {
  return name === 'postgres' ? 'postgres' : name === 'documents' ? 'mongo' : 's3'
}
