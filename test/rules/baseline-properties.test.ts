import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyBaseline, baselineOf } from '../../generator/front/suppress/baseline.ts'
import { printBaseline, readBaseline } from '../../generator/front/suppress/baseline-file.ts'
import { analysed } from './lamps.ts'

/** Fields that rules find something in, several alike, and some in which they do not. */
const fields = [
  'lit_at: timestamp',
  'Height: int',
  'note: text',
  'log: text',
  'name: string(40)',
  'built_on: timestamp',
]

interface Lamp {
  readonly table: boolean
  readonly fields: readonly string[]
  readonly comment: string
}

const lamp: fc.Arbitrary<Lamp> = fc.record({
  table: fc.boolean(),
  fields: fc.shuffledSubarray(fields),
  comment: fc.constantFrom('', '  # a lamp\n', '\n'),
})

/** A spec of lamps, the first of them called `Lamp0`. */
function specOf(lamps: ReadonlyMap<number, Lamp>): string {
  const entities = [...lamps].map(([at, { table, fields: own, comment }]) => {
    const named = table ? `table: TBL_${at}, ` : ''
    return `${comment}  Lamp${at}: { postgres: { ${named}fields: { ${['id: { type: uuid, primary: true }', ...own].join(', ')} } } }\n`
  })
  return `domain: Lamps\nentities:\n${entities.join('')}`
}

const spec = fc.array(lamp, { minLength: 1, maxLength: 5 }).map((lamps) => new Map(lamps.entries()))

describe('a baseline', () => {
  test('answers for exactly the findings that it was made of, also when it was written and read', () => {
    fc.assert(
      fc.property(spec, (lamps) => {
        const found = analysed(specOf(lamps))
        const entries = baselineOf(found)
        expect(entries).toHaveLength(found.diagnostics.length)
        const read = readBaseline({ path: 'stowage.baseline.json', text: printBaseline(entries) })
        expect(read).toEqual(entries)
        const { diagnostics, suppressed, kept, gone } = applyBaseline(found, entries)
        expect({ diagnostics, kept, gone }).toEqual({ diagnostics: [], kept: entries, gone: [] })
        expect(suppressed.map(({ diagnostic }) => diagnostic)).toEqual(found.diagnostics)
      }),
      { numRuns: 60 },
    )
  })

  test('does not see in which order the entities stand, nor comments', () => {
    fc.assert(
      fc.property(spec, fc.nat(), (lamps, seed) => {
        const moved = [...lamps].sort(([a], [b]) => ((a * 7 + seed) % 5) - ((b * 7 + seed) % 5))
        const text = `# all lamps\n${specOf(new Map(moved))}`
        const { diagnostics, gone } = applyBaseline(analysed(text), baselineOf(analysed(specOf(lamps))))
        expect({ diagnostics, gone }).toEqual({ diagnostics: [], gone: [] })
      }),
      { numRuns: 60 },
    )
  })

  test('loses what is gone and takes in nothing new', () => {
    fc.assert(
      fc.property(spec, lamp, (lamps, added) => {
        const before = baselineOf(analysed(specOf(lamps)))
        const [first = 0] = lamps.keys()
        const after = new Map([...lamps, [99, added]])
        after.delete(first)
        const found = analysed(specOf(after))
        const { diagnostics, suppressed, kept, gone } = applyBaseline(found, before)
        expect(kept).toHaveLength(suppressed.length)
        expect([...kept, ...gone].map(({ fingerprint }) => fingerprint).sort()).toEqual(
          before.map(({ fingerprint }) => fingerprint).sort(),
        )
        // Each finding counts or is held, once.
        expect(diagnostics.length + suppressed.length).toBe(found.diagnostics.length)
        const known = new Set(before.map(({ message }) => message))
        for (const { message } of diagnostics) {
          // What counts is new, or there is more of it than there was.
          const times = (list: readonly { readonly message: string }[]): number =>
            list.filter((one) => one.message === message).length
          expect(!known.has(message) || times(found.diagnostics) > times(before)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})
