import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { soundModel } from '../../support/analyze-folder.ts'
import { unnoticed } from './live/find-unnoticed.ts'
import { type LiveSuite, liveSuite } from './live/live-suite.ts'
import { type SoundDatabase, soundDatabase } from './live/mutated-database.ts'
import { roleMechanisms } from './live/role-mechanisms.ts'

/** Of the reference spec one of each sort: the tenant, common and shared records, states, one for a tenant, partitions. */
const ofReference = ['Tenant', 'Plan', 'ActivityTemplate', 'Activity', 'Subscription', 'LlmCall']

interface Tried {
  readonly folder: string
  /** All of them where none is named. */
  readonly entities?: readonly string[]
}

const specs: readonly Tried[] = [
  { folder: 'spec', entities: ofReference },
  { folder: 'test/emit/conformance/library', entities: ['Branch', 'Clerk', 'Book', 'Reminder'] },
  { folder: 'test/cases/shared-templates/spec' },
  { folder: 'test/cases/partition/spec' },
  { folder: 'test/cases/clinic/spec' },
  { folder: 'test/cases/no-tenancy/spec' },
  { folder: 'test/cases/self-reference/spec' },
]

describe.each(specs)('$folder', { tags: ['full'] }, ({ folder, entities }) => {
  let suite: LiveSuite
  let sound: SoundDatabase

  beforeAll(async () => {
    suite = liveSuite(soundModel(folder))
    sound = await soundDatabase(suite)
  })

  afterAll(() => sound?.stop())

  test('whatever mechanism of a table is gone, the guarantee is named', { timeout: 300_000 }, async () => {
    for (const entity of entities ?? suite.facts.tables.map((table) => table.entity)) {
      const { tried, missed } = await unnoticed(sound, suite, entity)
      expect(missed).toEqual([])
      expect(tried).toBeGreaterThan(5)
    }
  })

  test('whatever a role has too much, it is named', { timeout: 300_000 }, async () => {
    for (const mechanism of roleMechanisms(suite)) {
      const { failed } = await sound.without(mechanism, 'named')
      expect(failed, mechanism.name).toContainEqual(expect.stringMatching(/^(roles|look-ups|tenant isolation): /))
    }
  })
})
