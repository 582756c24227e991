import type { Model } from '../../../generator/model/model.ts'
import type { Description } from '../../../runtime/src/description/description.ts'
import type { ProviderOptions, ProviderParts } from '../../../runtime/src/provider/options.ts'
import type { Stores } from '../../../runtime/src/stores/stores.ts'
import { soundModel } from '../../support/analyze-folder.ts'
import { mongoDatabase } from '../../support/mongo-server.ts'
import { startPostgres } from '../../support/postgres-server.ts'
import { s3Account } from '../../support/s3-server.ts'
import { providerAt, storesAt, type WorldFacts, type WorldProvider } from './connect.ts'
import { applySchema, createLogin, dropLogin } from './login.ts'
import { makeBuckets } from './make-buckets.ts'
import { makeCollections } from './make-collections.ts'
import { partsOf } from './parts.ts'
import { type SeededTenant, seedTenant } from './seed.ts'

/** Every store of a spec on servers, empty, as a generated package meets them. */
export interface World {
  readonly model: Model
  readonly description: Description
  /** What the generated package brings: description, Prisma's client, Mongoose's models. */
  readonly parts: ProviderParts
  /** Where the stores are: plain data for another process. */
  readonly facts: WorldFacts
  /** Stores that the data layer works on, without a provider above them; they connect on first use. */
  readonly stores: Stores
  /** For the eyes of tests: a superuser, whom no policy binds. */
  readonly superuserUrl: string
  /** What the servers can do: `real` MongoDB or the double; whether S3 enforces locks. */
  readonly servers: { readonly mongo: 'real' | 'double'; readonly s3: 'real' | 'stand-in'; readonly locks: boolean }
  /** The Mongoose model of a name, on the connection of `stores`: what a context wants. */
  modelNamed(name: string): Promise<unknown>
  /** Opens another one with every call; each is closed with the world. */
  provider(options?: ProviderOptions): WorldProvider
  /** A new tenant with a person of it. */
  tenant(): Promise<SeededTenant>
  twoTenants(): Promise<readonly [SeededTenant, SeededTenant]>
  close(): Promise<void>
}

/**
 * Servers, schema, collections and buckets for a folder with a spec, and the clients of its package. Every world has a
 * database, buckets and a login of its own. The first one of a spec takes some seconds longer: `prisma generate`.
 */
export async function openWorld(folder: string, options: ProviderOptions = {}): Promise<World> {
  const model = soundModel(folder)
  const closing: (() => Promise<unknown>)[] = []
  const close = async (): Promise<void> => {
    for (const end of closing.splice(0).reverse()) await end()
  }
  try {
    const parts = await partsOf(folder)
    const { description } = parts
    const { stores } = model.project
    const postgres = stores.postgres === undefined ? undefined : await startPostgres()
    if (postgres !== undefined) {
      closing.push(() => postgres.stop())
      await applySchema(postgres.url, model)
    }
    const superuserUrl = postgres?.url ?? ''
    const login = postgres === undefined ? { name: '', url: '' } : await createLogin(superuserUrl, description)
    closing.push(() => dropLogin(superuserUrl, login))
    const mongo = stores.mongo === undefined ? undefined : await mongoDatabase()
    if (mongo !== undefined) {
      closing.push(() => mongo.stop())
      await makeCollections(mongo.url, model)
    }
    const account = stores.s3 === undefined ? undefined : await s3Account()
    if (account !== undefined) closing.push(() => account.stop())
    const facts: WorldFacts = {
      folder,
      postgresUrl: login.url,
      mongoUrl: mongo?.url ?? '',
      s3: {
        endpoint: account?.endpoint ?? '',
        region: account?.region ?? '',
        credentials: account?.credentials ?? { accessKeyId: '', secretAccessKey: '' },
        buckets: account === undefined ? {} : await makeBuckets(account, model),
      },
    }
    const servers = storesAt(parts, facts, options)
    closing.push(() => servers.close())
    const tenant = (): Promise<SeededTenant> => seedTenant(superuserUrl, description)
    return {
      model,
      description,
      parts,
      facts,
      stores: servers.stores,
      superuserUrl,
      servers: {
        mongo: mongo?.kind ?? 'double',
        s3: account?.kind ?? 'stand-in',
        locks: account?.features.locks ?? false,
      },
      modelNamed: (name) => servers.model(name),
      provider: (given) => {
        const opened = providerAt(parts, facts, { ...options, ...given })
        closing.push(() => opened.close())
        return opened
      },
      tenant,
      twoTenants: async () => [await tenant(), await tenant()],
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
