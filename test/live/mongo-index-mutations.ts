import type { CollectionDescription, IndexDescription } from '../../generator/live/mongo/description.ts'
import type { Mutation } from './mongo-mutation.ts'

type Place = { readonly collection: CollectionDescription; readonly index: IndexDescription }

function indexWhere(
  collections: readonly CollectionDescription[],
  fits: (index: IndexDescription, collection: CollectionDescription) => boolean,
): Place | undefined {
  for (const collection of collections) {
    const index = collection.indexes.find((one) => fits(one, collection))
    if (index !== undefined) return { collection, index }
  }
  return undefined
}

/** Makes an index anew with other options, or another key. */
function remade(
  fits: (index: IndexDescription) => boolean,
  change: (index: IndexDescription) => Partial<Record<string, unknown>>,
  facts: readonly string[],
): Mutation['prepare'] {
  return (collections) => {
    const found = indexWhere(collections, fits)
    if (found === undefined) return undefined
    const { collection, index } = found
    return {
      place: `index ${index.name} of ${collection.name}`,
      facts,
      make: async (db) => {
        const { key, ...options } = { ...index, ...change(index) }
        const kept = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
        await db.collection(collection.name).dropIndex(index.name)
        await db.collection(collection.name).createIndex(key, kept)
      },
    }
  }
}

function dropped(fits: (index: IndexDescription) => boolean): Mutation {
  return {
    mendedBy: 'apply',
    prepare: (collections) => {
      const found = indexWhere(collections, fits)
      if (found === undefined) return undefined
      const { collection, index } = found
      return {
        place: `index ${index.name} of ${collection.name}`,
        facts: ['missing'],
        make: (db) => db.collection(collection.name).dropIndex(index.name),
      }
    },
  }
}

const isPlain = ({ unique, weights, expireAfterSeconds, partialFilterExpression }: IndexDescription): boolean =>
  unique === undefined &&
  weights === undefined &&
  expireAfterSeconds === undefined &&
  partialFilterExpression === undefined
const isText = ({ weights }: IndexDescription): boolean => weights !== undefined
const isUnique = ({ unique }: IndexDescription): boolean => unique === true
const isPartial = ({ partialFilterExpression }: IndexDescription): boolean => partialFilterExpression !== undefined
const expires = ({ expireAfterSeconds }: IndexDescription): boolean => expireAfterSeconds !== undefined
const isCompound = (index: IndexDescription): boolean => !isText(index) && Object.keys(index.key).length > 1

/** What can be done to indexes. */
export const indexMutations: Readonly<Record<string, Mutation>> = {
  'a plain index dropped': dropped(isPlain),
  'a unique index dropped': dropped(isUnique),
  'an expiring index dropped': dropped(expires),
  'a text index dropped': dropped(isText),
  'a unique index made one that is not': {
    mendedBy: 'replace',
    prepare: remade(isUnique, () => ({ unique: undefined }), ['unique']),
  },
  'a plain index made unique': { mendedBy: 'replace', prepare: remade(isPlain, () => ({ unique: true }), ['unique']) },
  'a partial index made full': {
    mendedBy: 'replace',
    prepare: remade(isPartial, () => ({ partialFilterExpression: undefined }), ['partialFilterExpression']),
  },
  'a partial index with another condition': {
    mendedBy: 'replace',
    prepare: remade(isPartial, () => ({ partialFilterExpression: { other: 1 } }), ['partialFilterExpression']),
  },
  'an index made sparse': { mendedBy: 'replace', prepare: remade(isPlain, () => ({ sparse: true }), ['sparse']) },
  'an index with a collation': {
    mendedBy: 'replace',
    prepare: remade(isPlain, () => ({ collation: { locale: 'de', strength: 2 } }), ['collation']),
  },
  'an index with its fields turned': {
    mendedBy: 'replace',
    prepare: remade(isCompound, ({ key }) => ({ key: Object.fromEntries(Object.entries(key).reverse()) }), ['key']),
  },
  'an index with another direction': {
    mendedBy: 'replace',
    prepare: remade(
      isCompound,
      ({ key }) => {
        const [[field, order] = [], ...others] = Object.entries(key)
        return { key: Object.fromEntries([[field, order === 1 ? -1 : 1], ...others]) }
      },
      ['key'],
    ),
  },
  'an index with a field more': {
    mendedBy: 'replace',
    prepare: remade(isPlain, ({ key }) => ({ key: { ...key, other: 1 } }), ['key']),
  },
  'an index under another name': {
    mendedBy: 'replace',
    prepare: remade(isPlain, () => ({ name: 'by_hand' }), ['name']),
  },
  'a text index under another name': {
    mendedBy: 'replace',
    prepare: remade(isText, () => ({ name: 'by_hand' }), ['name']),
  },
  'an index that queries do not see': {
    mendedBy: 'replace',
    prepare: (collections) => {
      const found = indexWhere(collections, isPlain)
      return (
        found && {
          place: `index ${found.index.name} of ${found.collection.name}`,
          facts: ['hidden'],
          make: (db) => db.command({ collMod: found.collection.name, index: { name: found.index.name, hidden: true } }),
        }
      )
    },
  },
  'another expiry': {
    mendedBy: 'replace',
    prepare: (collections) => {
      const found = indexWhere(collections, expires)
      return (
        found && {
          place: `index ${found.index.name} of ${found.collection.name}`,
          facts: ['expireAfterSeconds'],
          make: (db) =>
            db.command({
              collMod: found.collection.name,
              index: { name: found.index.name, expireAfterSeconds: 2_000_000_000 },
            }),
        }
      )
    },
  },
  'no expiry': {
    mendedBy: 'replace',
    prepare: remade(expires, () => ({ expireAfterSeconds: undefined }), ['expireAfterSeconds']),
  },
  'other weights of a text index': {
    mendedBy: 'replace',
    prepare: remade(
      isText,
      ({ weights = {} }) => ({ weights: Object.fromEntries(Object.keys(weights).map((field) => [field, 99])) }),
      ['weights'],
    ),
  },
  'a text index with a language': {
    mendedBy: 'replace',
    prepare: remade(isText, () => ({ default_language: 'german' }), ['default_language']),
  },
  'a text index that reads languages elsewhere': {
    mendedBy: 'replace',
    prepare: remade(isText, () => ({ language_override: 'lang' }), ['language_override']),
  },
}
