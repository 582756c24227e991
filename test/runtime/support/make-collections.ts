import { mongo } from 'mongoose'
import { collectionsOf } from '../../../generator/catalog/mongo/index.ts'
import { applyMongo } from '../../../generator/live/mongo/apply.ts'
import type { Model } from '../../../generator/model/model.ts'

/** Makes every collection of a spec with its validator and indexes. */
export async function makeCollections(url: string, model: Model): Promise<void> {
  const client = await mongo.MongoClient.connect(url)
  try {
    const { differences } = await applyMongo(client.db(), collectionsOf(model))
    if (differences.length > 0) throw new Error(JSON.stringify(differences))
  } finally {
    await client.close()
  }
}
