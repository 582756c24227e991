import type { mongo } from 'mongoose'
import type { ApplyOptions, ApplyReport, Difference, Step } from '../report.ts'
import { type CollectionComparison, differencesOf, type IndexComparison, indexPlace } from './comparison.ts'
import type { CollectionDescription, IndexDescription } from './description.ts'
import { type Fact, inOneLine } from './fact.ts'
import { isServerError } from './server-error.ts'
import type { FoundIndex } from './state.ts'

/** Creates the missing indexes of a collection; those that differ are told, or with `replace` made anew. */
export async function applyIndexes(
  db: mongo.Db,
  { name }: CollectionDescription,
  { indexes }: CollectionComparison,
  options: ApplyOptions,
): Promise<ApplyReport> {
  const steps: Step[] = []
  const differences: Difference[] = []
  for (const comparison of indexes) {
    const place = indexPlace(name, comparison.index.name)
    const done = await applyIndex(db, name, comparison, options)
    if ('action' in done) steps.push({ store: 'mongo', place, ...done })
    else differences.push(...differencesOf(place, done.facts, done.help))
  }
  return { steps, differences }
}

type Done =
  | { readonly action: Step['action']; readonly detail?: string }
  | { readonly facts: readonly Fact[]; readonly help: string }

async function applyIndex(
  db: mongo.Db,
  collection: string,
  { index, found, facts }: IndexComparison,
  { dryRun = false, replace = false }: ApplyOptions,
): Promise<Done> {
  if (found === undefined) return dryRun ? { action: 'create' } : await create(db, collection, index)
  if (facts.length === 0) return { action: 'keep' }
  if (!replace) return { facts, help: wayOut(collection, found, facts) }
  if (!dryRun) {
    if (canBeModified(facts)) await modify(db, collection, index, facts)
    else {
      const refused = await makeAnew(db, collection, index, found)
      if (refused !== undefined) return refused
    }
  }
  return { action: 'change', detail: inOneLine(facts) }
}

function indexesOf(collection: string): string {
  return `db.getCollection(${JSON.stringify(collection)}).getIndexes()`
}

function wayOut(collection: string, found: FoundIndex, facts: readonly Fact[]): string {
  if (canBeModified(facts)) return 'set it as described with `stowage apply --replace`'
  const renamed = facts.every(({ fact }) => fact === 'name') ? `call it ${found.name} in the spec, or ` : ''
  const drop = `db.getCollection(${JSON.stringify(collection)}).dropIndex(${JSON.stringify(found.name)})`
  return `${renamed}drop it and apply again: ${drop}; \`stowage apply --replace\` does both`
}

async function create(db: mongo.Db, collection: string, index: IndexDescription): Promise<Done> {
  const { key, ...options } = index
  try {
    await db.collection(collection).createIndex(key, { ...options })
    return { action: 'create' }
  } catch (error) {
    // Another process or a person was faster since the indexes were read.
    if (isServerError(error, 'IndexOptionsConflict', 'IndexKeySpecsConflict')) {
      const found = error instanceof Error ? error.message : 'another index in its place'
      return {
        facts: [{ fact: 'in conflict', found }],
        help: `drop what is in its place and apply again: ${indexesOf(collection)}`,
      }
    }
    // The server's message has the values in it, which are nobody's business here.
    if (isServerError(error, 'DuplicateKey')) {
      const help = `mend them first: documents that agree in ${Object.keys(key).join(', ')}`
      return { facts: [{ fact: 'missing', wanted: 'unique', found: 'documents that agree' }], help }
    }
    throw error
  }
}

/** What the server changes in place: the expiry of an index that has one, and whether queries see it. */
function canBeModified(facts: readonly Fact[]): boolean {
  return facts.every(({ fact, wanted, found }) => {
    return fact === 'hidden' || (fact === 'expireAfterSeconds' && wanted !== undefined && found !== undefined)
  })
}

async function modify(
  db: mongo.Db,
  collection: string,
  { name, expireAfterSeconds }: IndexDescription,
  facts: readonly Fact[],
): Promise<void> {
  const differs = (fact: string): boolean => facts.some((one) => one.fact === fact)
  const expiry = differs('expireAfterSeconds') ? { expireAfterSeconds } : {}
  await db.command({ collMod: collection, index: { name, ...expiry, ...(differs('hidden') ? { hidden: false } : {}) } })
}

/** Two indexes of one place cannot stand side by side, so the old one goes first; it comes back where the new one is refused. */
async function makeAnew(
  db: mongo.Db,
  collection: string,
  index: IndexDescription,
  old: FoundIndex,
): Promise<Done | undefined> {
  try {
    await db.collection(collection).dropIndex(old.name)
  } catch (error) {
    if (!isServerError(error, 'IndexNotFound')) throw error
  }
  const done = await create(db, collection, index)
  if ('action' in done) return undefined
  await restore(db, collection, old)
  return done
}

async function restore(db: mongo.Db, collection: string, { name, key, options }: FoundIndex): Promise<void> {
  // The command takes what `listIndexes` gives, internal keys of text indexes included.
  const { v: _, ...rest } = options
  await db.command({ createIndexes: collection, indexes: [{ name, key, ...rest }] })
}
