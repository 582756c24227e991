import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { soundModel } from '../../support/analyze-folder.ts'
import { type MongoTrial, mongoTrial } from './live/mongo-suite.ts'
import { unnoticed } from './live/mongo-unnoticed.ts'

/** A mutation of a collection takes seconds; these specs have kinds of mechanisms that no other has. */
const tellingMutations: ReadonlySet<string> = new Set([
  'spec',
  'test/cases/text-search/spec',
  'test/cases/shared-templates/spec',
  'test/cases/split-entity/spec',
])

const folders = [
  'spec',
  'test/emit/conformance/library',
  'test/cases/mongo-only/spec',
  'test/cases/text-search/spec',
  'test/cases/shared-templates/spec',
  'test/cases/value-types/spec',
  'test/cases/clinic/spec',
  'test/cases/split-entity/spec',
]

describe.each(folders)('%s', { tags: ['full'] }, (folder) => {
  let trial: MongoTrial

  beforeAll(async () => {
    trial = await mongoTrial(soundModel(folder))
  })
  afterAll(() => trial?.stop())

  test('every proof holds', { timeout: 300_000 }, async () => {
    const { proved, failed, left } = await trial.run(() => true)
    expect(failed).toEqual([])
    expect(proved + left.length).toBe(trial.claims.length)
  })

  const tags = tellingMutations.has(folder) ? [] : ['every']
  test('whatever mechanism of a collection is gone, the guarantee is named', { tags, timeout: 600_000 }, async () => {
    for (const { entity } of trial.facts.collections) {
      const { tried, missed } = await unnoticed(trial, entity)
      expect(missed).toEqual([])
      expect(tried).toBeGreaterThan(20)
    }
  })
})
