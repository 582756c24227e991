import type { Connection } from 'mongoose'
import type { Description } from '../description/description.ts'
import { Closed } from '../errors/errors.ts'
import type { Observer } from '../scoped/observer.ts'
import type { DocumentStore } from '../stores/documents.ts'
import { type ConnectionOptions, connect } from './connection.ts'
import { documentStoreOver } from './document-store.ts'

export interface MongoOptions extends ConnectionOptions {
  readonly description: Description
  readonly observer: Observer
  /** Binds the models of the generated package to a connection. */
  readonly models: (connection: unknown) => object
}

/** MongoDB behind one connection, which is made at first use. */
export interface MongoStore extends DocumentStore {
  /** A Mongoose model of the generated package by its member: `toolCallLog`. */
  model(name: string): Promise<unknown>
}

export function mongoStore(options: MongoOptions): MongoStore {
  const { description, models, observer } = options
  let opening: Promise<{ readonly connection: Connection; readonly models: object }> | undefined
  let isClosed = false
  const open = (): NonNullable<typeof opening> => {
    if (isClosed) throw new Closed()
    opening ??= connect(options).then(
      (connection) => {
        observer.log('debug', 'connected to MongoDB')
        return { connection, models: models(connection) }
      },
      (error: unknown) => {
        // The next call tries again.
        opening = undefined
        throw error
      },
    )
    return opening
  }
  return {
    ...documentStoreOver(async () => {
      const { connection } = await open()
      return connection.getClient().db(connection.name)
    }, description),
    model: async (name) => {
      const bound = (await open()).models
      if (!Object.hasOwn(bound, name)) throw new TypeError(`the package has no model ${name}`)
      return Reflect.get(bound, name)
    },
    close: async () => {
      isClosed = true
      const opened = await opening?.catch(() => undefined)
      await opened?.connection.close()
    },
  }
}
