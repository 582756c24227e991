import type { UniqueFact } from '../../../expected/facts.ts'
import { type Claim, NotProvable } from '../../proof.ts'
import { type Attempt, attempt, codes, demandDone, demandRefusal, type Wanted } from '../attempt.ts'
import { documentOf, emptiableOf, newTenant, type Tenant } from '../documents/document.ts'
import { type Collection, fieldOf, type Spec } from '../facts.ts'
import type { Doc, ServerCollection, Session } from '../session.ts'
import { withoutOthers } from './apart.ts'
import { claimsOf, type Try } from './subject.ts'
import { newKey, outside } from './unique-key.ts'

const guarantee = 'uniques'

/** How many write at the same time. */
const writers = 20

/** What is to occur once occurs once, among those documents that count. */
export function proofsOfUniques(spec: Spec): readonly Claim<Session>[] {
  return spec.collections.flatMap((collection) =>
    collection.uniques.flatMap((unique) =>
      claimsOf(spec, collection, guarantee, [
        ...among(collection, unique),
        ...conditions(spec, collection, unique),
        ...deletion(collection, unique),
        ...tenants(collection, unique),
        race(collection, unique),
      ]),
    ),
  )
}

/** A document that has the key, and no other unique but the one in question. */
interface Scene {
  readonly documents: ServerCollection
  readonly first: Doc
  /** Adds another one with the same key. */
  again(changes?: Doc, tenant?: Tenant): Promise<Attempt>
  /** One that differs from it in the key. */
  apart(): Record<string, unknown>
  /** Changes the first one. */
  change(fields: Doc): Promise<Attempt>
}

function trying(collection: Collection, unique: UniqueFact, what: string, work: (scene: Scene) => Promise<void>): Try {
  return {
    name: `${unique.name}: ${what}`,
    prove: (session) =>
      withoutOthers(session, collection, unique.name, async (documents) => {
        const tenant = newTenant(collection)
        const key = newKey(session, collection, unique)
        const first = documentOf(session, collection, tenant, key)
        const { insertedId } = await documents.insertOne({ ...first })
        await work({
          documents,
          first,
          again: (changes = {}, other = tenant) =>
            attempt(() => documents.insertOne({ ...documentOf(session, collection, other, { ...key, ...changes }) })),
          apart: () => ({
            ...documentOf(session, collection, newTenant(collection), newKey(session, collection, unique)),
          }),
          change: (fields) => attempt(() => documents.updateOne({ _id: insertedId }, { $set: fields })),
        })
      }),
  }
}

function among(collection: Collection, unique: UniqueFact): readonly Try[] {
  return [
    trying(collection, unique, 'a second document is refused', async ({ again }) => {
      demandRefusal(await again(), refusedBy(unique), 'the second document')
    }),
    trying(collection, unique, 'a document that is changed into a second one is refused', async (scene) => {
      const { documents, first, apart } = scene
      const inserted = await attempt(() => documents.insertOne(apart()))
      if ('refusal' in inserted) throw new NotProvable('its fields have too few values for two documents')
      const same = Object.fromEntries(keysOf(collection, unique).map((at) => [at, first[at]]))
      const outcome = await attempt(() => documents.updateMany({}, { $set: same }))
      demandRefusal(outcome, refusedBy(unique), 'the change')
    }),
    ...emptiableOf(collection, unique).map((field) =>
      trying(collection, unique, `documents without ${field} do not collide`, async ({ again }) => {
        for (const nth of ['one', 'another']) demandDone(await again({ [field]: null }), `${nth} without`)
      }),
    ),
  ]
}

function conditions(spec: Spec, collection: Collection, unique: UniqueFact): readonly Try[] {
  return (unique.where ?? []).flatMap((condition): readonly Try[] => {
    const value = outside(spec, collection, condition)
    if (value === undefined) return []
    return [
      trying(collection, unique, `documents with another ${condition.field} do not count`, async ({ again }) => {
        for (const nth of ['one', 'another']) {
          demandDone(await again({ [condition.field]: value }), `${nth} that does not count`)
        }
      }),
    ]
  })
}

function deletion(collection: Collection, unique: UniqueFact): readonly Try[] {
  const { deletedOn } = collection
  if (deletedOn === undefined) return []
  const deleted = { [deletedOn.at]: new Date() }
  if (unique.live === undefined) {
    return [
      trying(collection, unique, 'a deleted document counts too', async ({ again, change }) => {
        demandDone(await change(deleted), 'the deletion')
        demandRefusal(await again(), refusedBy(unique), 'the second document')
      }),
    ]
  }
  return [
    trying(collection, unique, 'a deleted document makes room, and cannot be restored then', async (scene) => {
      demandDone(await scene.change(deleted), 'the deletion')
      demandDone(await scene.again(), 'a document after the deleted one')
      const restored = await scene.change({ [deletedOn.at]: null })
      demandRefusal(restored, refusedBy(unique), 'restoring the deleted one')
    }),
  ]
}

function tenants(collection: Collection, unique: UniqueFact): readonly Try[] {
  if (collection.tenant === undefined) return []
  const isOwn = unique.scope === 'tenant'
  return [
    trying(
      collection,
      unique,
      isOwn ? 'another tenant may have the same' : 'another tenant has none of the same',
      async ({ again }) => {
        const outcome = await again({}, newTenant(collection))
        if (isOwn) demandDone(outcome, `another tenant's document`)
        else demandRefusal(outcome, refusedBy(unique), `another tenant's document`)
      },
    ),
    ...(collection.tenancy === 'shared' && isOwn
      ? [
          trying(collection, unique, 'it holds among what is shared too', async ({ again }) => {
            demandDone(await again({}, null), 'what is shared')
            demandRefusal(await again({}, null), refusedBy(unique), 'the second that is shared')
          }),
        ]
      : []),
  ]
}

function race(collection: Collection, unique: UniqueFact): Try {
  return {
    name: `${unique.name}: of ${writers} who write at the same time one wins`,
    prove: (session) =>
      withoutOthers(session, collection, unique.name, async (documents) => {
        const tenant = newTenant(collection)
        const key = newKey(session, collection, unique)
        const contenders = Array.from({ length: writers }, () => documentOf(session, collection, tenant, key))
        // Each on a connection of its own, opened beforehand.
        await Promise.all(contenders.map(() => documents.findOne()))
        const outcomes = await Promise.all(
          contenders.map((document) => attempt(() => documents.insertOne({ ...document }))),
        )
        const losers = outcomes.filter((outcome) => 'refusal' in outcome)
        for (const loser of losers) demandRefusal(loser, refusedBy(unique), 'a writer')
        const stored = await documents.countDocuments()
        if (losers.length !== writers - 1 || stored !== 1) {
          throw new Error(`${writers - losers.length} of ${writers} won, and ${stored} documents are there`)
        }
      }),
  }
}

function refusedBy({ name }: UniqueFact): Wanted {
  return { code: codes.duplicate, index: name }
}

/** The keys in a document that a unique looks at, its conditions included. */
function keysOf(collection: Collection, { fields, where = [] }: UniqueFact): readonly string[] {
  return [...new Set([...fields, ...where.map(({ field }) => field)])].map((name) => fieldOf(collection, name).at)
}
