import type { Claim } from '../../proof.ts'
import { NotProvable } from '../../proof.ts'
import { attempt, codes, demandDone, demandRefusal } from '../attempt.ts'
import { documentOf, newTenant } from '../documents/document.ts'
import type { Collection, Spec } from '../facts.ts'
import type { Doc, ServerCollection, Session } from '../session.ts'
import { claimsOf, type Try } from './subject.ts'

const guarantee = 'validator'

interface Scene {
  readonly documents: ServerCollection
  /** Finds the one document that is there. */
  readonly it: Doc
  /** A document that may come beside it. */
  readonly another: () => Doc
}

/** By each of these a document comes to hold what no document may. */
const ways: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  insertOne: ({ documents, another }) => documents.insertOne({ ...another(), stray: 1 }),
  insertMany: ({ documents, another }) => documents.insertMany([another(), { ...another(), stray: 1 }]),
  bulkWrite: ({ documents, another }) =>
    documents.bulkWrite([{ insertOne: { document: { ...another(), stray: 1 } } }], { ordered: false }),
  updateOne: ({ documents, it }) => documents.updateOne(it, { $set: { stray: 1 } }),
  updateMany: ({ documents, it }) => documents.updateMany(it, { $set: { stray: 1 } }),
  'updateOne by a pipeline': ({ documents, it }) => documents.updateOne(it, [{ $set: { stray: 1 } }]),
  'an update that leaves a field out': ({ documents, it }) =>
    documents.updateOne(it, { $unset: Object.fromEntries(Object.keys(it).map((key) => [key, ''])) }),
  'an upsert': ({ documents, another }) =>
    documents.updateOne({ stray: 1 }, { $setOnInsert: another() }, { upsert: true }),
  replaceOne: ({ documents, it, another }) => documents.replaceOne(it, { ...another(), stray: 1 }),
  findOneAndUpdate: ({ documents, it }) => documents.findOneAndUpdate(it, { $set: { stray: 1 } }),
  findOneAndReplace: ({ documents, it, another }) => documents.findOneAndReplace(it, { ...another(), stray: 1 }),
}

/** Every way of writing is judged, and documents of former times are no exception. */
export function proofsOfWriting(spec: Spec): readonly Claim<Session>[] {
  return spec.collections.flatMap((collection) =>
    claimsOf(spec, collection, guarantee, [
      ...Object.entries(ways).map(([name, write]) => judging(collection, name, write)),
      strict(collection),
    ]),
  )
}

function judging(collection: Collection, name: string, write: (scene: Scene) => Promise<unknown>): Try {
  return {
    name: `${name} with a field too many or too few is refused`,
    prove: async (session) => {
      const documents = await session.emptied(collection)
      const tenant = newTenant(collection)
      const document = documentOf(session, collection, tenant)
      await documents.insertOne({ ...document })
      const [key = ''] = Object.keys(document)
      const scene = {
        documents,
        it: { [key]: document[key] },
        another: () => ({ ...documentOf(session, collection, tenant) }),
      }
      demandRefusal(await attempt(() => write(scene)), { code: codes.invalid }, name)
      if ((await documents.countDocuments({ stray: { $exists: true } })) > 0)
        throw new Error(`${name} left its document`)
    },
  }
}

/** A validator may be told to let documents be that fail it already. This one is not. */
function strict(collection: Collection): Try {
  return {
    name: 'a document that fails it, from before it was there, takes no update',
    prove: async (session) => {
      const documents = await session.emptied(collection)
      const document = documentOf(session, collection, newTenant(collection))
      const smuggled = await attempt(() =>
        documents.insertOne({ ...document, stray: 1 }, { bypassDocumentValidation: true }),
      )
      if ('refusal' in smuggled && smuggled.refusal.code === codes.unauthorized) {
        throw new NotProvable('the user may not put a document past the validator, as a restore does')
      }
      demandDone(smuggled, 'a document past the validator')
      const outcome = await attempt(() => documents.updateOne({ stray: 1 }, { $set: { stray: 2 } }))
      demandRefusal(outcome, { code: codes.invalid }, 'its update')
      demandDone(await attempt(() => documents.updateOne({ stray: 1 }, { $unset: { stray: '' } })), 'mending it')
    },
  }
}
