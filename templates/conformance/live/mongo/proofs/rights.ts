import type { Claim } from '../../proof.ts'
import { attempt, codes, demandDone, demandRefusal } from '../attempt.ts'
import { documentOf, newTenant } from '../documents/document.ts'
import { type Collection, isWrittenOnce, type Spec } from '../facts.ts'
import type { ServerCollection, Session } from '../session.ts'
import { claimsOf, type Try } from './subject.ts'

const guarantee = 'rights of the application'

/** What is written once nobody changes, also not by the driver: the role of the application does not let it. */
export function proofsOfRights(spec: Spec): readonly Claim<Session>[] {
  return spec.collections.flatMap((collection) => {
    const mayUpdate = !isWrittenOnce(collection)
    const mayDelete = collection.appendOnly !== true
    return claimsOf(spec, collection, guarantee, [
      trying(collection, 'it finds and inserts', async ({ asApplication, session }) => {
        const document = documentOf(session, collection, newTenant(collection))
        demandDone(await attempt(() => asApplication.insertOne({ ...document })), 'an insert')
        demandDone(await attempt(() => asApplication.findOne()), 'a find')
      }),
      trying(collection, mayUpdate ? 'it updates' : 'it updates nothing', async ({ asApplication }) => {
        for (const [name, update] of Object.entries(updates)) {
          const outcome = await attempt(() => update(asApplication))
          if (mayUpdate) demandDone(outcome, name)
          else demandRefusal(outcome, { code: codes.unauthorized }, name)
        }
      }),
      trying(collection, mayDelete ? 'it deletes' : 'it deletes nothing', async ({ asApplication }) => {
        for (const [name, remove] of Object.entries(deletions)) {
          const outcome = await attempt(() => remove(asApplication))
          if (mayDelete) demandDone(outcome, name)
          else demandRefusal(outcome, { code: codes.unauthorized }, name)
        }
      }),
      trying(collection, 'it changes nothing of the collection itself', async ({ asApplication, session }) => {
        const { collection: name } = collection
        const application = await session.application()
        const command = (document: object) => () => application.command({ ...document })
        const attempts: Readonly<Record<string, () => Promise<unknown>>> = {
          drop: command({ drop: name }),
          createIndexes: command({ createIndexes: name, indexes: [{ name: 'stray', key: { stray: 1 } }] }),
          dropIndexes: command({ dropIndexes: name, index: '*' }),
          collMod: command({ collMod: name, validator: {} }),
          'an insert past the validator': () =>
            asApplication.insertOne({ stray: 1 }, { bypassDocumentValidation: true }),
        }
        for (const [what, work] of Object.entries(attempts)) {
          demandRefusal(await attempt(work), { code: codes.unauthorized }, what)
        }
      }),
    ])
  })
}

type Work = (documents: ServerCollection) => Promise<unknown>

const updates: Readonly<Record<string, Work>> = {
  updateOne: (documents) => documents.updateOne({}, { $set: {} }),
  updateMany: (documents) => documents.updateMany({}, { $set: {} }),
  findOneAndUpdate: (documents) => documents.findOneAndUpdate({}, { $set: {} }),
}

const deletions: Readonly<Record<string, Work>> = {
  deleteOne: (documents) => documents.deleteOne({}),
  deleteMany: (documents) => documents.deleteMany({}),
  findOneAndDelete: (documents) => documents.findOneAndDelete({}),
}

interface Scene {
  readonly session: Session
  /** The collection, as the application has it: two documents are in it. */
  readonly asApplication: ServerCollection
}

function trying(collection: Collection, name: string, work: (scene: Scene) => Promise<void>): Try {
  return {
    name,
    prove: async (session) => {
      const documents = await session.emptied(collection)
      for (let count = 0; count < 2; count += 1) {
        await documents.insertOne({ ...documentOf(session, collection, newTenant(collection)) })
      }
      const application = await session.application()
      await work({ session, asApplication: application.collection(collection.collection) })
    },
  }
}
