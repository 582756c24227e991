import type { mongo } from 'mongoose'
import type { ApplyOptions, ApplyReport } from '../report.ts'
import { collectionPlace, differencesOf } from './comparison.ts'
import type { CollectionDescription, CollectionValidator } from './description.ts'
import { type Fact, inOneLine } from './fact.ts'
import { isServerError } from './server-error.ts'
import { strictly } from './validator-facts.ts'

/** Milliseconds that counting documents may take: in a large collection each of them would have to be read. */
const countLimit = 10_000

/**
 * Brings the validator of an existing collection to its description. Where there is none, it is set if every document
 * passes it; where there is another one, only `replace` changes it. Documents that fail are counted, since each of their
 * next updates would be refused.
 */
export async function applyValidator(
  db: mongo.Db,
  { name, validator }: CollectionDescription,
  facts: readonly Fact[],
  { dryRun = false, replace = false }: ApplyOptions,
): Promise<ApplyReport> {
  const place = `validator of ${name}`
  if (facts.length === 0) return { steps: [{ store: 'mongo', action: 'keep', place }], differences: [] }
  const isMissing = facts.some(({ fact }) => fact === 'validator missing')
  const failing = await countFailing(db, name, validator)
  if (!replace && (!isMissing || failing !== 0)) {
    return { steps: [], differences: differencesOf(collectionPlace(name), facts, wayOut(failing, isMissing)) }
  }
  if (!dryRun) await db.command({ collMod: name, validator, ...strictly })
  const detail = [...(isMissing ? [] : [inOneLine(facts)]), ...(failing === 0 ? [] : [documents(failing)])].join('; ')
  const step = { store: 'mongo', action: isMissing ? 'create' : 'change', place } as const
  return { steps: [detail === '' ? step : { ...step, detail }], differences: [] }
}

/** Nothing where it takes too long. */
async function countFailing(db: mongo.Db, name: string, validator: CollectionValidator): Promise<number | undefined> {
  try {
    return await db.collection(name).countDocuments({ $nor: [{ ...validator }] }, { maxTimeMS: countLimit })
  } catch (error) {
    if (isServerError(error, 'MaxTimeMSExpired')) return undefined
    throw error
  }
}

function documents(failing: number | undefined): string {
  if (failing === undefined) return `whether documents there fail it was not seen within ${countLimit / 1_000} seconds`
  return failing === 1 ? '1 document there fails it' : `${failing} documents there fail it`
}

function wayOut(failing: number | undefined, isMissing: boolean): string {
  if (failing === 0) return 'every document passes the described one: set it with `stowage apply --replace`'
  const set = 'documents stay as they are, and each is checked at its next change'
  if (failing === undefined) return `${documents(failing)}; set it with \`stowage apply --replace\`: ${set}`
  const mended = 'find them by { $nor: [validator] } and mend them'
  return isMissing
    ? `${documents(failing)}: ${mended}, or set it all the same with \`stowage apply --replace\`: ${set}`
    : `${documents(failing)} as the spec has it: ${mended}, then set it with \`stowage apply --replace\``
}
