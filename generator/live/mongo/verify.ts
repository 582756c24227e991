import type { mongo } from 'mongoose'
import type { Difference } from '../report.ts'
import { collectionPlace, compareCollection, differencesOf, indexPlace, unknownDifferences } from './comparison.ts'
import type { CollectionDescription, RoleDescription } from './description.ts'
import { verifyRole } from './role.ts'
import { type FoundCollection, readDatabase } from './state.ts'

/**
 * Compares a database with its description and changes nothing. Empty where nothing differs. Indexes of described
 * collections that are not described are differences, too; other collections are left alone, since a database may be
 * shared. Of the roles only the given one is looked at.
 *
 * @throws MongoServerError, MongoNetworkError and the like where the server cannot be read.
 */
export async function verifyMongo(
  db: mongo.Db,
  collections: readonly CollectionDescription[],
  role?: RoleDescription,
): Promise<readonly Difference[]> {
  const described = new Set(collections.map(({ name }) => name))
  const found = await readDatabase(db, described)
  const differences = collections.flatMap((one) => collectionDifferences(one, found.get(one.name)))
  const rights = role === undefined ? [] : await verifyRole(db, role)
  return [...differences, ...rights]
}

function collectionDifferences(
  description: CollectionDescription,
  found: FoundCollection | undefined,
): readonly Difference[] {
  const { name } = description
  if (found === undefined) return differencesOf(collectionPlace(name), [{ fact: 'missing' }])
  const comparison = compareCollection(description, found)
  return [
    ...differencesOf(collectionPlace(name), comparison.kind),
    ...(found.type === 'collection' ? differencesOf(collectionPlace(name), comparison.validator) : []),
    ...comparison.indexes.flatMap(({ index, found: existing, facts }) =>
      differencesOf(indexPlace(name, index.name), existing === undefined ? [{ fact: 'missing' }] : facts),
    ),
    ...unknownDifferences(name, comparison),
  ]
}
