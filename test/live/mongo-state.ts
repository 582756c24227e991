import type { mongo } from 'mongoose'

/** All that a database holds, as the server tells it: read without the code under test. */
export async function stateOf(db: mongo.Db): Promise<Readonly<Record<string, unknown>>> {
  const collections = await db.listCollections().toArray()
  const entries = await Promise.all(
    collections.map(async ({ name, ...rest }) => {
      const { uuid: _, ...info } = { uuid: undefined, ...('info' in rest ? rest.info : {}) }
      const isView = rest.type === 'view'
      const collection = db.collection(name)
      const indexes = isView ? [] : await collection.indexes()
      const documents = isView ? [] : await collection.find().sort({ _id: 1 }).toArray()
      return [name, { ...rest, info, indexes, documents }] as const
    }),
  )
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
