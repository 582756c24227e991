import { globSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { soundModel } from '../../support/analyze-folder.ts'
import { judge, outputOf, type Verdict } from './trial.ts'

/** The specs that are to be sound: of the cases, and the library, which has something of everything. */
const folders = new Map([
  ['library', 'test/emit/conformance/library'],
  ...globSync('test/cases/*/spec', { exclude: ['test/cases/mistake-*'] })
    .sort()
    .map((folder): [string, string] => [folder.split('/')[2] ?? '', folder]),
])

describe('the conformance tests pass on what is generated from', { tags: ['full'] }, () => {
  let verdicts: ReadonlyMap<string, Verdict>
  const unsound = new Map<string, unknown>()

  beforeAll(async () => {
    const trees = [...folders].flatMap(([name, folder]) => {
      try {
        return [[name, outputOf(soundModel(folder))] as const]
      } catch (error) {
        unsound.set(name, error)
        return []
      }
    })
    verdicts = await judge('cases', new Map(trees))
  }, 300_000)

  test.each([...folders.keys()])('%s', (name) => {
    expect(unsound.get(name)).toBeUndefined()
    const verdict = verdicts.get(name)
    expect(verdict?.failed).toEqual([])
    expect(verdict?.passed).toBeGreaterThan(5)
  })
})
