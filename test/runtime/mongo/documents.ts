import { join } from 'node:path'
import { mongo } from 'mongoose'
import { describeProvider } from '../../../generator/emit/provider/describe/describe.ts'
import type { Description } from '../../../runtime/src/description/description.ts'
import { type DocumentRepository, documentRepository } from '../../../runtime/src/documents/repository.ts'
import { newUlid } from '../../../runtime/src/ids/ulid.ts'
import { newUuid7 } from '../../../runtime/src/ids/uuid.ts'
import { type MongoStore, mongoStore } from '../../../runtime/src/mongo/mongo-store.ts'
import { defaultRetries } from '../../../runtime/src/retry/retrying.ts'
import type { Context } from '../../../runtime/src/scoped/context.ts'
import { silent } from '../../../runtime/src/scoped/observer.ts'
import { secretsOf } from '../../../runtime/src/secrets/secrets.ts'
import type { Actor, Scope, Tenant } from '../../../runtime/src/stores/scope.ts'
import { loadMongoose } from '../../emit/mongoose/loaded.ts'
import { Workshop } from '../../emit/package/generated-package.ts'
import { soundModel } from '../../support/analyze-folder.ts'
import { mongoDatabase } from '../../support/mongo-server.ts'
import { makeCollections } from '../support/make-collections.ts'

/** The collections of a spec on a server, and what the data layer has for them; without any other store. */
export interface Documents {
  readonly description: Description
  readonly store: MongoStore
  /** Binds the models of the spec to a connection. */
  readonly models: (connection: unknown) => object
  readonly url: string
  context(scope: Scope, more?: Partial<Context>): Context
  repository(scope: Scope, member: string): DocumentRepository
  /** What the server has. */
  raw(collection: string): mongo.Collection<Record<string, unknown>>
  clear(): Promise<void>
  close(): Promise<void>
}

export const gardenFolder: string = join(import.meta.dirname, 'garden')

export async function openDocuments(folder: string = gardenFolder): Promise<Documents> {
  const model = soundModel(folder)
  const database = await mongoDatabase()
  const workshop = new Workshop()
  await makeCollections(database.url, model)
  const loaded = await loadMongoose(model, 'documents', workshop)
  const models = (connection: unknown): object => loaded.models(connection as never)
  const description = describeProvider(model)
  const client = await mongo.MongoClient.connect(database.url)
  const store = mongoStore({
    description,
    url: database.url,
    models,
    timeouts: { connectMs: 5_000, operationMs: 10_000 },
    retries: defaultRetries,
    maxConnections: 10,
    observer: silent,
  })
  const key = { id: 'k1', key: new Uint8Array(32).fill(7) }
  const secrets = secretsOf(description, { current: async () => key, byId: async () => key })
  const context: Documents['context'] = (scope, more = {}) => ({
    stores: {
      description,
      documents: store,
      get postgres(): never {
        throw new Error('no PostgreSQL here')
      },
      get objects(): never {
        throw new Error('no S3 here')
      },
      bucket: (name) => name,
      now: () => new Date(),
    },
    scope,
    secrets,
    observer: silent,
    model: (name) => store.model(name),
    ...more,
  })
  return {
    description,
    store,
    models,
    url: database.url,
    context,
    repository: (scope, member) => documentRepository(context(scope), member),
    raw: (collection) => client.db().collection(collection),
    clear: async () => {
      for (const { documents } of Object.values(description.entities))
        if (documents !== undefined) await client.db().collection(documents.collection).deleteMany({})
    },
    close: async () => {
      await store.close()
      await client.close()
      workshop.remove()
      await database.stop()
    },
  }
}

export function newTenant(): Tenant {
  return { id: newUuid7(), refId: newUlid() }
}

export function scopeOf(tenant: Tenant, actor?: Actor): Scope {
  return { kind: 'tenant', tenant, ...(actor === undefined ? {} : { actor }) }
}

/** A plant that the spec allows. */
export function plant(key: string, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { key, name: key, ...more }
}
