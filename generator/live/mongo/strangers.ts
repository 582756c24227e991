import type { mongo } from 'mongoose'
import type { CollectionDescription } from './description.ts'
import { readDatabase } from './state.ts'

/** Collections and views of others that lie beside those that are described, by name. */
export async function strangersIn(
  db: mongo.Db,
  collections: readonly CollectionDescription[],
): Promise<readonly string[]> {
  const ours = new Set(collections.map(({ name }) => name))
  const found = await readDatabase(db, new Set())
  return [...found.keys()].filter((name) => !ours.has(name)).sort()
}
