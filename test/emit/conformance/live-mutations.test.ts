import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Session } from '../../../templates/conformance/live/postgres/session.ts'
import type { Claim } from '../../../templates/conformance/live/proof.ts'
import { soundModel } from '../../support/analyze-folder.ts'
import { unnoticed, unnoticedAnywhere } from './live/find-unnoticed.ts'
import { liveSuite } from './live/live-suite.ts'
import { type SoundDatabase, soundDatabase } from './live/mutated-database.ts'

// Whatever holds a guarantee is taken away, and the live tests must say which guarantee is gone. All tables and other specs
// are tried in live-mutations-full.test.ts.

const suite = liveSuite(soundModel('test/emit/conformance/library'))
let sound: SoundDatabase

beforeAll(async () => {
  sound = await soundDatabase(suite)
})

afterAll(() => sound?.stop())

describe('with everything in place', () => {
  test('every proof of the library holds, and none is left out', async () => {
    const { proved, failed, left } = await sound.asItIs(() => true)
    expect(failed).toEqual([])
    expect(left).toEqual([])
    expect(proved).toBe(suite.claims.length)
    expect(proved).toBeGreaterThan(250)
  })
})

describe('the live tests find it where a mechanism is gone', { tags: ['full'] }, () => {
  test.each([
    ['what changes', 'Loan', 35],
    ['what is only added to', 'Renewal', 25],
  ])('of %s', async (_, entity, atLeast) => {
    const { tried, missed } = await unnoticed(sound, suite, entity)
    expect(missed).toEqual([])
    expect(tried).toBeGreaterThan(atLeast)
  })

  test('in the catalog too, and what has nothing to do with it holds', {
    tags: ['full'],
    timeout: 300_000,
  }, async () => {
    expect((await unnoticedAnywhere(sound, suite, 'Loan')).missed).toEqual([])
  })
})

describe('races', () => {
  const isRace = ({ name, entity }: Claim<Session>): boolean => entity === 'Loan' && name.includes('at the same time')

  test('have one winner', { tags: ['race'] }, async () => {
    const { proved, failed } = await sound.asItIs(isRace)
    expect(failed).toEqual([])
    expect(proved).toBe(3)
  })

  test.each([
    ['a unique', 'DROP INDEX public.one_open_loan', /^uniques: one_open_loan: of 20 .* of 20 writers 20 won$/],
    ['the life cycle', 'ALTER TABLE public.loans DISABLE TRIGGER lifecycle_move', /^life cycle: of two who move a row/],
  ])('have more than one without %s', async (_, removal, found) => {
    const { failed } = await sound.copyWithout(removal, isRace)
    expect(failed).toEqual([expect.stringMatching(found)])
  })
})
