import type { Claim } from '../../../../templates/conformance/live/proof.ts'
import { type Mechanism, mechanismsOf } from './mongo-mechanisms.ts'
import type { MongoTrial, Tried } from './mongo-suite.ts'

/** Takes the mechanisms of an entity away one after the other, and tells which of them nobody misses. */
export async function unnoticed(
  trial: MongoTrial,
  entity: string,
): Promise<{ readonly tried: number; readonly missed: readonly string[] }> {
  const mechanisms = await mechanismsOf(trial, entity)
  const missed: string[] = []
  for (const mechanism of mechanisms) {
    missed.push(...missing(trial, mechanism, await without(trial, mechanism, entity)))
  }
  return { tried: mechanisms.length, missed }
}

/** What is proved of an entity, or of the database as a whole, while a mechanism is gone. */
export async function without(trial: MongoTrial, mechanism: Mechanism, entity: string | undefined): Promise<Tried> {
  const { db } = trial.session
  try {
    await mechanism.remove(db)
    return await trial.runHastily((claim) => claim.entity === entity && isAbout(mechanism, claim))
  } finally {
    await mechanism.restore(db)
  }
}

function isAbout({ guarantees, field }: Mechanism, { guarantee, name }: Claim<never>): boolean {
  if (guarantee === 'catalog') return true
  if (!guarantees.includes(guarantee)) return false
  return field === undefined || name.startsWith(`${field} refuses `) || name.startsWith('a document with ')
}

function missing(trial: MongoTrial, mechanism: Mechanism, { failed, proved }: Tried): readonly string[] {
  const { name, guarantees, isSlow = false, field } = mechanism
  const isNamed = guarantees.some((guarantee) => failed.some((text) => text.startsWith(`${guarantee}: `)))
  const isLeftToCatalog = guarantees.length === 0 || (isSlow && trial.isReal)
  return [
    ...(isNamed || isLeftToCatalog ? [] : [`${name}: no proof of ${guarantees.join(' or ')} failed`]),
    ...(failed.some((text) => text.startsWith('catalog: ')) ? [] : [`${name}: the catalog is not found to differ`]),
    // Tests that cry at everything would tell nothing: what is sound is let in all the same.
    ...(field !== undefined && guarantees.length > 0 && proved < 2 ? [`${name}: ${failed.length} proofs fail`] : []),
  ]
}
