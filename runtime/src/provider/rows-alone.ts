import { Forbidden } from '../errors/errors.ts'
import type { Context } from '../scoped/context.ts'
import type { DocumentStore } from '../stores/documents.ts'
import type { ObjectStore } from '../stores/objects.ts'

/**
 * A context that reaches PostgreSQL alone: no connection is held while bytes move, and what other stores did would not be
 * rolled back. Repositories refuse by the name of the operation; this stands behind them.
 */
export function rowsAlone(context: Context): Context {
  const { stores } = context
  return {
    ...context,
    stores: {
      description: stores.description,
      postgres: stores.postgres,
      documents: refusing<DocumentStore>('a document'),
      objects: refusing<ObjectStore>('an object'),
      bucket: (name) => stores.bucket(name),
      now: () => stores.now(),
    },
    model: () => Promise.reject(inTransaction('a document')),
  }
}

/** The store itself is not asked for: it may not be there. */
function refusing<Store extends object>(what: string): Store {
  const store = new Proxy<object>(Object.create(null), {
    get: () => () => {
      throw inTransaction(what)
    },
  })
  // Whatever is called of it refuses.
  return store as Store
}

function inTransaction(what: string): Forbidden {
  return new Forbidden(`${what} in a transaction of PostgreSQL`, {}, 'Do it before or after db.transaction.')
}
