import mongoose, { type Model } from 'mongoose'
import { loadMongoose } from '../emit/mongoose/loaded.ts'
import { referenceModel } from '../emit/package/cases.ts'
import { Workshop } from '../emit/package/generated-package.ts'
import { mongoDatabase } from '../support/mongo-server.ts'

export type Fields = Record<string, unknown>

/** The reference's collections in a database of their own, and the models that the generated package has for them. */
export interface ReferenceModels {
  /** Whether the server is MongoDB and not the double. */
  readonly isReal: boolean
  model(name: string): Model<Fields>
  /** The driver's own collection: what it says is what the server has. */
  raw(of: Model<Fields>): mongoose.mongo.Collection<Fields>
  /** The document as the server has it. */
  stored(of: Model<Fields>, document: { readonly _id: unknown }): Promise<Fields | null>
  clear(): Promise<void>
  stop(): Promise<void>
}

export async function openReferenceModels(): Promise<ReferenceModels> {
  const database = await mongoDatabase()
  const workshop = new Workshop()
  const module = await loadMongoose(referenceModel(), 'reference', workshop)
  const connection = await mongoose.createConnection(database.url, { bufferCommands: false }).asPromise()
  const { differences } = await module.applyCollections(connection)
  if (differences.length > 0) throw new Error(JSON.stringify(differences))
  const bound = module.models(connection)
  const raw: ReferenceModels['raw'] = ({ collection }) =>
    connection.getClient().db(connection.name).collection<Fields>(collection.collectionName)
  return {
    isReal: database.kind === 'real',
    model: (name) => {
      const found = bound[name]
      if (found === undefined) throw new Error(`the package has no model ${name}`)
      return found
    },
    raw,
    stored: async (of, { _id }) => await raw(of).findOne({ _id: new mongoose.Types.ObjectId(String(_id)) }),
    clear: async () => {
      for (const model of Object.values(bound)) await raw(model).deleteMany({})
    },
    stop: async () => {
      await connection.close()
      workshop.remove()
      await database.stop()
    },
  }
}

/** What came of it where it was refused: the error. */
export async function refusal(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'nothing was refused',
    (error: unknown) => error,
  )
}
