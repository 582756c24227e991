import { beforeAll, describe, expect, test } from 'vitest'
import { soundModel } from '../../support/analyze-folder.ts'
import { type Mutation, mutations } from './mutations.ts'
import { judge, outputOf, type Verdict } from './trial.ts'

const output = outputOf(soundModel('test/emit/conformance/library'))

/** The tree with the fault in it. Throws where the text that is to be changed is not there exactly once. */
function mutated({ name, path, from, to }: Mutation): typeof output {
  return output.map((file) => {
    if (file.path !== path) return file
    const parts = file.text.split(from)
    if (parts.length !== 2) throw new Error(`${name}: ${JSON.stringify(from)} is ${parts.length - 1} times in ${path}`)
    return { ...file, text: parts.join(to) }
  })
}

describe('the conformance tests find it where', { tags: ['full'] }, () => {
  let verdicts: ReadonlyMap<string, Verdict>

  beforeAll(async () => {
    const trees = mutations.map((mutation, index): [string, typeof output] => [`m${index}`, mutated(mutation)])
    verdicts = await judge('mutations', new Map([['sound', output], ...trees]))
  }, 300_000)

  test('nothing is wrong, they pass', () => {
    expect(verdicts.get('sound')?.failed).toEqual([])
    expect(verdicts.get('sound')?.passed).toBeGreaterThan(200)
  })

  test.each(mutations.map((mutation, index) => ({ ...mutation, index })))('$name', ({ index, path, found }) => {
    expect(output.map((file) => file.path)).toContain(path)
    const failed = verdicts.get(`m${index}`)?.failed ?? []
    for (const wanted of found) expect(failed).toContainEqual(expect.stringMatching(wanted))
    // A test that cries at everything would tell nothing.
    expect(verdicts.get(`m${index}`)?.passed).toBeGreaterThan(100)
  })
})
