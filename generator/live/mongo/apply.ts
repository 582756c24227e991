import type { mongo } from 'mongoose'
import type { ApplyOptions, ApplyReport, Difference, Step } from '../report.ts'
import { applyIndexes } from './apply-indexes.ts'
import { applyValidator } from './apply-validator.ts'
import {
  type CollectionComparison,
  collectionPlace,
  compareCollection,
  differencesOf,
  unknownDifferences,
} from './comparison.ts'
import type { CollectionDescription, RoleDescription } from './description.ts'
import { applyRole } from './role.ts'
import { isServerError } from './server-error.ts'
import { type FoundCollection, readDatabase } from './state.ts'
import { strictly } from './validator-facts.ts'

/**
 * Brings a database to its description: creates what is missing of collections, validators and indexes. What is there and
 * differs is told, and changed only with `replace`; indexes that are not described are told and never touched, nor is any
 * other collection: a database may be shared. A dry run reads alone.
 * May be run any number of times, also by several processes at once. `role`: of the application; without it no role is made.
 *
 * @throws MongoServerError, MongoNetworkError and the like where the server cannot be reached or refuses.
 */
export async function applyMongo(
  db: mongo.Db,
  collections: readonly CollectionDescription[],
  options: ApplyOptions & { readonly role?: RoleDescription } = {},
): Promise<ApplyReport> {
  const described = new Set(collections.map(({ name }) => name))
  const before = await readDatabase(db, described)
  const steps: Step[] = []
  const differences: Difference[] = []
  for (const description of collections) {
    const report = await applyCollection(db, description, before.get(description.name), options)
    steps.push(...report.steps)
    differences.push(...report.differences)
  }
  if (options.role !== undefined) {
    const report = await applyRole(db, options.role, options)
    steps.push(...report.steps)
    differences.push(...report.differences)
  }
  return { steps, differences }
}

async function applyCollection(
  db: mongo.Db,
  description: CollectionDescription,
  before: FoundCollection | undefined,
  options: ApplyOptions,
): Promise<ApplyReport> {
  const place = collectionPlace(description.name)
  const found = before ?? (await create(db, description, options))
  if (found === undefined) {
    const indexes = await applyIndexes(db, description, newCollection(description), options)
    return { steps: [{ store: 'mongo', action: 'create', place }, ...indexes.steps], differences: indexes.differences }
  }
  const comparison = compareCollection(description, found)
  const kept: Step = { store: 'mongo', action: 'keep', place }
  if (found.type !== 'collection') {
    const help = 'it cannot become a collection: give it another name, or drop it'
    return { steps: [], differences: differencesOf(place, comparison.kind, help) }
  }
  const validator = await applyValidator(db, description, comparison.validator, options)
  const indexes = await applyIndexes(db, description, comparison, options)
  return {
    steps: [kept, ...validator.steps, ...indexes.steps],
    differences: [
      ...differencesOf(place, comparison.kind, 'only a new collection can be without it: copy the documents into one'),
      ...validator.differences,
      ...indexes.differences,
      ...unknownDifferences(description.name, comparison),
    ],
  }
}

/** Makes the collection; gives it back where another process was faster. */
async function create(
  db: mongo.Db,
  { name, validator }: CollectionDescription,
  { dryRun = false }: ApplyOptions,
): Promise<FoundCollection | undefined> {
  if (dryRun) return undefined
  try {
    await db.createCollection(name, { validator, ...strictly })
    return undefined
  } catch (error) {
    if (!isServerError(error, 'NamespaceExists')) throw error
    return (await readDatabase(db, new Set([name]))).get(name)
  }
}

function newCollection({ indexes }: CollectionDescription): CollectionComparison {
  return { kind: [], validator: [], indexes: indexes.map((index) => ({ index, facts: [] })), unknown: [] }
}
