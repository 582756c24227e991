import type { mongo } from 'mongoose'
import type { Collection } from '../../../../templates/conformance/live/mongo/facts.ts'
import type { Mechanism } from './mongo-mechanisms.ts'

type Index = mongo.IndexDescriptionInfo

/** Each index away, and each thing that makes it what it is. */
export function indexMechanisms(collection: Collection, indexes: readonly Index[]): readonly Mechanism[] {
  return indexes
    .filter(({ name }) => name !== '_id_')
    .flatMap((index) => {
      if (index.unique === true) return uniqueMechanisms(collection, index)
      if (index.weights !== undefined) return textMechanisms(collection, index)
      if (index.expireAfterSeconds !== undefined) return expiryMechanisms(collection, index)
      return [dropped(collection, index, [])]
    })
}

function dropped({ collection }: Collection, index: Index, guarantees: readonly string[]): Mechanism {
  const { name = '' } = index
  return {
    name: `${collection}: index ${name} dropped`,
    guarantees,
    remove: (db) => db.collection(collection).dropIndex(name),
    restore: (db) => restored(db, collection, index),
  }
}

/** The command takes what the server lists. */
async function restored(db: mongo.Db, collection: string, { v: _, ...index }: Index): Promise<void> {
  const documents = db.collection(collection)
  await documents.deleteMany({})
  const isThere = (await documents.indexes()).some(({ name }) => name === index.name)
  if (isThere) await documents.dropIndex(index.name ?? '')
  await db.command({ createIndexes: collection, indexes: [index] })
}

/** The index with something of it changed; what is changed to `undefined` is left out. */
function remade(
  { collection }: Collection,
  index: Index,
  what: string,
  changes: Readonly<Record<string, unknown>>,
  guarantees: readonly string[],
): Mechanism {
  const { name = '', v: _, ...rest } = index
  return {
    name: `${collection}: index ${name} ${what}`,
    guarantees,
    remove: async (db) => {
      await db.collection(collection).dropIndex(name)
      const made = Object.entries({ ...rest, ...changes }).filter(([, value]) => value !== undefined)
      await db.command({ createIndexes: collection, indexes: [{ name, ...Object.fromEntries(made) }] })
    },
    restore: (db) => restored(db, collection, index),
  }
}

const uniques = ['uniques']

function uniqueMechanisms(collection: Collection, index: Index): readonly Mechanism[] {
  const { partialFilterExpression: filter, key } = index
  const { [collection.tenant?.at ?? '']: tenant, ...others } = key
  const conditions = Object.keys(Object(filter))
  return [
    dropped(collection, index, uniques),
    remade(collection, index, 'not unique', { unique: undefined }, uniques),
    ...(filter === undefined
      ? []
      : [remade(collection, index, 'over all documents', { partialFilterExpression: undefined }, uniques)]),
    ...(conditions.length < 2 || conditions.some((condition) => condition.startsWith('$'))
      ? []
      : conditions.map((condition) => {
          const { [condition]: _, ...rest } = { ...Object(filter) }
          return remade(collection, index, `whatever ${condition} is`, { partialFilterExpression: rest }, uniques)
        })),
    ...(tenant === undefined || Object.keys(others).length === 0
      ? []
      : [remade(collection, index, 'across tenants', { key: others }, uniques)]),
  ]
}

function textMechanisms(collection: Collection, index: Index): readonly Mechanism[] {
  const search = ['text search']
  const weights: Readonly<Record<string, number>> = { ...Object(index.weights) }
  const key = (tenant: object): object => ({
    ...tenant,
    ...Object.fromEntries(Object.keys(weights).map((at) => [at, 'text'])),
  })
  const own = collection.tenancy === 'required' ? { [collection.tenant?.at ?? '']: 1 } : {}
  const differ = new Set(Object.values(weights)).size > 1
  const change = (what: string, changes: Readonly<Record<string, unknown>>, guarantees: readonly string[] = search) =>
    remade(collection, index, what, { key: key(own), textIndexVersion: undefined, ...changes }, guarantees)
  const hasLanguage = collection.fields.some(({ at }) => at === 'language')
  return [
    dropped(collection, index, search),
    change('with one weight for all', { weights: mapped(weights, () => 1) }, differ ? search : []),
    ...Object.keys(weights).map((at) =>
      change(
        `with another weight of ${at}`,
        { weights: { ...weights, [at]: (weights[at] ?? 1) + 1 } },
        Object.keys(weights).length > 1 ? search : [],
      ),
    ),
    change('with a language', { default_language: 'english' }),
    change('that reads languages elsewhere', { language_override: 'language' }, hasLanguage ? search : []),
    ...(Object.keys(own).length === 0 ? [] : [change('across tenants', { key: key({}) })]),
    ...Object.keys(weights)
      .map((at) => {
        const { [at]: _, ...rest } = weights
        const fields = Object.fromEntries(Object.keys(rest).map((one) => [one, 'text']))
        return change(`without ${at}`, { key: { ...own, ...fields }, weights: rest })
      })
      .filter(() => Object.keys(weights).length > 1),
  ]
}

function mapped(weights: Readonly<Record<string, number>>, weigh: () => number): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.keys(weights).map((at) => [at, weigh()]))
}

function expiryMechanisms(collection: Collection, index: Index): readonly Mechanism[] {
  const seconds = Number(index.expireAfterSeconds)
  const slow = (one: Mechanism): Mechanism => ({ ...one, isSlow: true })
  const expiry = ['expiry']
  return [
    dropped(collection, index, expiry),
    remade(collection, index, 'without an expiry', { expireAfterSeconds: undefined }, expiry),
    remade(collection, index, 'with a later expiry', { expireAfterSeconds: seconds + 1_000 }, expiry),
    ...(seconds < 7_200
      ? []
      : [remade(collection, index, 'with an earlier expiry', { expireAfterSeconds: seconds - 7_200 }, expiry)]),
  ].map(slow)
}
