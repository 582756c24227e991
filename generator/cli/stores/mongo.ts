import type { mongo } from 'mongoose'
import { applicationRoleOf, collectionsOf } from '../../catalog/mongo/index.ts'
import { applyMongo } from '../../live/mongo/apply.ts'
import { collectionPlace } from '../../live/mongo/comparison.ts'
import { strangersIn } from '../../live/mongo/strangers.ts'
import { verifyMongo } from '../../live/mongo/verify.ts'
import { UserError } from '../user-error.ts'
import { demandVariable, importClient } from './client-package.ts'
import { StoreRefusal } from './refusal.ts'
import type { Store, StoreConnection, StoreSurroundings } from './store.ts'

export const mongoStore: Store = {
  name: 'mongo',
  title: 'MongoDB',
  isDeclaredIn: ({ project }) => project.stores.mongo !== undefined,
  connect,
}

/** Milliseconds. Building an index may take hours, so what is asked of a server that answers has no limit. */
const patience = 5_000

async function connect({ model, env, folder, note }: StoreSurroundings): Promise<StoreConnection> {
  const variable = model.project.stores.mongo?.url ?? ''
  const url = demandVariable(env, 'MongoDB', variable)
  if (!hasDatabase(url)) {
    throw new UserError(`${variable} names no database`, 'write it behind the host: mongodb://localhost:27017/shop')
  }
  const { MongoClient } = driverOf(await importClient(folder, 'mongoose'))
  const client = clientFor(MongoClient, url, variable)
  const db = client.db()
  const place = `${db.databaseName} at ${hostsOf(url)}`
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw isDriverError(error) ? new StoreRefusal(error.message, [url]) : error
    }
  }
  try {
    await db.command({ ping: 1 })
  } catch (error) {
    await client.close()
    if (!isDriverError(error)) throw error
    throw new StoreRefusal(`cannot connect to ${place}: ${error.message}`, [url], `it is where ${variable} says`)
  }
  const collections = collectionsOf(model)
  const role = applicationRoleOf(model)
  return {
    target: place,
    contents: collections.map(({ name }) => collectionPlace(name)),
    apply: (options) => guarded(() => applyMongo(db, collections, { ...options, role })),
    verify: () =>
      guarded(async () => {
        const others = await strangersIn(db, collections)
        if (others.length > 0) note(`collections beside those of the spec, not looked at: ${others.join(', ')}`)
        return await verifyMongo(db, collections, role)
      }),
    close: () => client.close(),
  }
}

type Driver = Pick<typeof mongo, 'MongoClient'>

/** Mongoose is a CommonJS package: what it exports stands below `default`, too. */
function driverOf(module: object): Driver {
  const exported: object = 'mongo' in module ? module : { ...('default' in module ? Object(module.default) : {}) }
  if (!('mongo' in exported)) throw new UserError('the package mongoose has no driver in it', 'npm install mongoose@9')
  return exported.mongo as Driver
}

function clientFor(MongoClient: Driver['MongoClient'], url: string, variable: string): mongo.MongoClient {
  try {
    return new MongoClient(url, {
      appName: 'stowage',
      serverSelectionTimeoutMS: patience,
      connectTimeoutMS: patience,
    })
  } catch {
    // The driver's own message may quote the text.
    throw new UserError(`${variable} is no connection string`, 'it looks like mongodb://user:password@host:27017/shop')
  }
}

const connectionString = /^mongodb(?:\+srv)?:\/\/(?:[^@/]*@)?(?<hosts>[^/?]+)(?:\/(?<database>[^?]*))?/

function hasDatabase(url: string): boolean {
  const groups = connectionString.exec(url)?.groups
  return groups === undefined || (groups.database ?? '') !== ''
}

function hostsOf(url: string): string {
  return connectionString.exec(url)?.groups?.hosts ?? 'an unknown host'
}

/** Of the driver, whichever copy of it: no connection, no rights, a refused command. Or of the look-up of a host's name. */
function isDriverError(error: unknown): error is Error {
  return error instanceof Error && (error.name.startsWith('Mongo') || 'syscall' in error)
}
