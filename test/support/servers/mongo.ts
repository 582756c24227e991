import { randomUUID } from 'node:crypto'
import mongoose from 'mongoose'
import { startMongoDouble } from './mongo-double.ts'
import { inDatabase } from './mongo-url.ts'
import { startMongod } from './mongod.ts'
import { mongodBinary } from './mongod-binary.ts'
import { given, type Lease, refuseStandIn, type Server } from './server.ts'

const { MongoClient } = mongoose.mongo

/** How the double calls itself among the modules of its build. */
const moduleOfDouble = 'test-double'

/** The server that `MONGO_URL` names, else a `mongod` of this machine or of a download, else the double of this repository. */
export async function findMongo(): Promise<Server> {
  const url = given('MONGO_URL')
  if (url !== undefined) return await serving(url, 'MONGO_URL', [], async () => undefined)
  const binary = await mongodBinary()
  if ('path' in binary) {
    const { url, stop } = await startMongod(binary.path)
    return await serving(url, binary.origin, [], stop)
  }
  const why = ['MONGO_URL is not set', ...binary.why]
  refuseStandIn('the MongoDB double', why)
  const { url: double, stop } = await startMongoDouble()
  return await serving(double, 'test/mongo-double', why, stop)
}

/** What a server is, it is asked itself: also behind `MONGO_URL` or a `mongod` there may be a double. */
async function serving(
  url: string,
  origin: string,
  remarks: readonly string[],
  stop: () => Promise<void>,
): Promise<Server> {
  try {
    const { version, double, replicaSet } = await introduce(url)
    if (double) refuseStandIn('the MongoDB double', [`${origin} leads to it`])
    return {
      facts: {
        store: 'mongo',
        product: double ? `the double of this repository, in place of MongoDB ${version}` : version,
        kind: double ? 'stand-in' : 'real',
        origin,
        remarks: replicaSet ? remarks : [...remarks, 'not a replica set: no transactions, no change streams'],
      },
      lease: () => leaseDatabase(url, version, double ? 'double' : 'real'),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function introduce(url: string): Promise<{ version: string; double: boolean; replicaSet: boolean }> {
  return await connected(url, async (client) => {
    const build = await client.db('admin').command({ buildInfo: 1 })
    const hello = await client.db('admin').command({ hello: 1 })
    return {
      version: String(build.version),
      double: Array.isArray(build.modules) && build.modules.includes(moduleOfDouble),
      replicaSet: hello.setName !== undefined,
    }
  })
}

async function leaseDatabase(server: string, version: string, kind: 'real' | 'double'): Promise<Lease> {
  const databaseName = `stowage_test_${randomUUID().replaceAll('-', '')}`
  return {
    value: { url: inDatabase(server, databaseName), databaseName, version, kind },
    end: () => connected(server, (client) => removeDatabase(client.db(databaseName))),
  }
}

async function removeDatabase(database: mongoose.mongo.Db): Promise<void> {
  await database.dropDatabase()
  // Users and roles are not part of what is dropped. The double knows no roles.
  await database.command({ dropAllUsersFromDatabase: 1 }).catch(() => undefined)
  await database.command({ dropAllRolesFromDatabase: 1 }).catch(() => undefined)
}

async function connected<T>(url: string, run: (client: mongoose.mongo.MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 5_000 })
  try {
    await client.connect()
    return await run(client)
  } finally {
    await client.close()
  }
}
