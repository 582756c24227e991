import type { mongo } from 'mongoose'
import type { Description } from '../../../runtime/src/description/description.ts'
import { documentStoreOver } from '../../../runtime/src/mongo/document-store.ts'
import type { DocumentStore } from '../../../runtime/src/stores/documents.ts'
import { importClient } from '../stores/client-package.ts'
import { StoreRefusal } from '../stores/refusal.ts'
import { UserError } from '../user-error.ts'

type Driver = Pick<typeof mongo, 'MongoClient' | 'ObjectId' | 'Decimal128' | 'UUID' | 'Binary'>

/** Milliseconds: until a connection stands, and for an operation on it. */
const patience: Patience = { connectMs: 5_000, operationMs: 60_000 }

interface Patience {
  readonly connectMs: number
  readonly operationMs: number
}

/**
 * MongoDB by the project's own driver.
 * @param variable the environment variable that the URL comes from
 * @throws StoreRefusal where the server cannot be reached
 */
export async function connectDocuments(
  folder: string,
  description: Description,
  variable: string,
  url: string,
  waits: Patience = patience,
): Promise<DocumentStore> {
  const driver = driverOf(await importClient(folder, 'mongoose'))
  const client = clientFor(driver, url, variable, waits)
  const db = client.db()
  try {
    await db.command({ ping: 1 })
  } catch (error) {
    await client.close()
    if (!(error instanceof Error)) throw error
    throw new StoreRefusal(`cannot connect to MongoDB: ${error.message}`, [url], `it is where ${variable} says`)
  }
  return {
    ...documentStoreOver(
      async () => db,
      description,
      async () => driver,
    ),
    close: () => client.close(),
  }
}

/** Mongoose is a CommonJS package: what it exports stands below `default`, too. */
function driverOf(module: object): Driver {
  const exported: object = 'mongo' in module ? module : { ...('default' in module ? Object(module.default) : {}) }
  if (!('mongo' in exported)) throw new UserError('the package mongoose has no driver in it', 'npm install mongoose@9')
  return exported.mongo as Driver
}

function clientFor(
  { MongoClient }: Driver,
  url: string,
  variable: string,
  { connectMs, operationMs }: Patience,
): mongo.MongoClient {
  try {
    return new MongoClient(url, {
      appName: 'stowage',
      serverSelectionTimeoutMS: connectMs,
      connectTimeoutMS: connectMs,
      // A server that is there and does not answer is waited for no longer.
      socketTimeoutMS: operationMs,
      waitQueueTimeoutMS: operationMs,
      writeConcern: { w: 'majority' },
      readConcernLevel: 'majority',
    })
  } catch {
    // The driver's own message may quote the text.
    throw new UserError(`${variable} is no connection string`, 'it looks like mongodb://user:password@host:27017/shop')
  }
}
