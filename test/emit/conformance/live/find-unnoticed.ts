import type { LiveSuite } from './live-suite.ts'
import { mechanismsOf } from './mechanisms.ts'
import type { SoundDatabase } from './mutated-database.ts'

/** What came of taking the mechanisms of an entity away, one after the other. */
export interface Found {
  readonly tried: number
  /** Those that nobody misses, in words. */
  readonly missed: readonly string[]
}

/** Looks whether a proof of the right guarantee fails. */
export async function unnoticed(sound: SoundDatabase, suite: LiveSuite, entity: string): Promise<Found> {
  const mechanisms = await sound.inspect((db) => mechanismsOf(db, suite, entity))
  const missed: string[] = []
  for (const mechanism of mechanisms) {
    const { failed } = await sound.without(mechanism, 'named')
    if (failed.length === 0) missed.push(`${mechanism.name}: no proof of ${mechanism.guarantees.join(' or ')} failed`)
  }
  return { tried: mechanisms.length, missed }
}

/** Looks too whether the catalog is found to differ, and whether what has nothing to do with it still holds. */
export async function unnoticedAnywhere(sound: SoundDatabase, suite: LiveSuite, entity: string): Promise<Found> {
  const mechanisms = await sound.inspect((db) => mechanismsOf(db, suite, entity))
  const missed: string[] = []
  for (const mechanism of mechanisms) {
    const { failed, proved } = await sound.without(mechanism, 'all')
    const isNamed = (guarantee: string): boolean => failed.some((text) => text.startsWith(`${guarantee}: `))
    if (!mechanism.guarantees.some(isNamed)) missed.push(`${mechanism.name}: ${mechanism.guarantees.join(' or ')}`)
    if (!isNamed('catalog')) missed.push(`${mechanism.name}: the catalog is not found to differ`)
    // Tests that cry at everything would tell nothing.
    if (proved < failed.length && mechanism.isRuinous !== true) {
      missed.push(`${mechanism.name}: ${failed.length} proofs fail, and ${proved} hold`)
    }
  }
  return { tried: mechanisms.length, missed }
}
