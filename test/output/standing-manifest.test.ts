import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ManifestEntry, manifestEntry, printManifest } from '../../generator/output/manifest.ts'
import { StandingManifest } from '../../generator/output/standing-manifest.ts'
import { output } from './trees.ts'

/** Some hundred paths, so that their lines are in several blocks. */
const entryOf = (number: number, text: string): ManifestEntry => manifestEntry(output(`docs/${number}.md`, `${text}\n`))

const step = fc.record({
  changed: fc.uniqueArray(fc.nat(900), { maxLength: 12 }),
  gone: fc.uniqueArray(fc.nat(900), { maxLength: 3 }),
  text: fc.constantFrom('one', 'two', 'three'),
})

test('a manifest that changes a little at a time is the one that is printed of all its entries', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
      const entries = new Map(Array.from({ length: 600 }, (_, number) => [number, entryOf(number, 'one')]))
      const standing = new StandingManifest(entries.values())
      for (const { changed, gone, text } of steps) {
        const before = standing.text
        const left = gone.filter((number) => !changed.includes(number))
        for (const number of changed) entries.set(number, entryOf(number, text))
        for (const number of left) entries.delete(number)
        const isOther = standing.change(
          changed.map((number) => entryOf(number, text)),
          left.map((number) => `docs/${number}.md`),
        )
        expect(standing.text).toBe(printManifest(entries.values()))
        expect(isOther).toBe(standing.text !== before)
      }
    }),
    { numRuns: 60 },
  )
})
