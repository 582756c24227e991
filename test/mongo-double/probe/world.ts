import { randomUUID } from 'node:crypto'
import mongoose from 'mongoose'
import type { Row, World } from './behaviour.ts'

const { MongoClient } = mongoose.mongo

/** Connects to a server; `close` drops what the behaviours left there. */
export async function openWorld(uri: string): Promise<World & { close(): Promise<void> }> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 5000 })
  await client.connect()
  const database = client.db(`probe_${randomUUID().replaceAll('-', '')}`)
  let names = 0
  const name = (prefix = 'collection'): string => {
    names += 1
    return `${prefix}_${names}`
  }
  return {
    uri,
    client,
    database,
    name,
    collection: () => database.collection(name()),
    rows: () => database.collection<Row>(name()),
    close: async () => {
      await database.dropDatabase()
      await client.close()
    },
  }
}

/** Whether a server says of itself that it is a test double. */
export async function isTestDouble(uri: string): Promise<boolean> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 5000 })
  try {
    const { modules } = await client.db('admin').command({ buildInfo: 1 })
    return Array.isArray(modules) && modules.includes('test-double')
  } finally {
    await client.close()
  }
}
