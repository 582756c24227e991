import { indexMutations } from './mongo-index-mutations.ts'
import type { Mutation } from './mongo-mutation.ts'
import { validatorMutations } from './mongo-validator-mutations.ts'

/** One change each, by what it is. */
export const mutations: Readonly<Record<string, Mutation>> = {
  ...indexMutations,
  ...validatorMutations,
  'an index that nobody described': {
    mendedBy: 'never',
    prepare: ([first]) =>
      first && {
        place: `index by_hand of ${first.name}`,
        facts: ['not in the spec'],
        make: (db) => db.collection(first.name).createIndex({ other: 1 }, { name: 'by_hand' }),
      },
  },
  'a view in place of a collection': {
    mendedBy: 'never',
    prepare: ([first, second]) =>
      first &&
      second && {
        place: `collection ${first.name}`,
        facts: ['type', ...first.indexes.map(() => 'missing')],
        make: async (db) => {
          await db.dropCollection(first.name)
          await db.createCollection(first.name, { viewOn: second.name, pipeline: [] })
        },
      },
  },
  'a collection dropped': {
    mendedBy: 'apply',
    prepare: ([first]) =>
      first && { place: `collection ${first.name}`, facts: ['missing'], make: (db) => db.dropCollection(first.name) },
  },
}
