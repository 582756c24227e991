import { describe, expect, test } from 'vitest'
import { analyze } from '../../generator/analyze.ts'
import { knotsOf, ringThrough } from '../../generator/front/resolve/knots.ts'
import { analyzeText, errorsOf, underCarets } from '../support/analyze-text.ts'

function rows(entities: Readonly<Record<string, string>>, rest = ''): string {
  const lines = Object.entries(entities).map(
    ([name, fields]) => `  ${name}: { use: [base_fields], postgres: { fields: { ${fields} } } }`,
  )
  return `${rest}entities:\n${lines.join('\n')}\n`
}

function found(text: string): readonly (readonly [string, string | undefined])[] {
  return errorsOf(analyzeText(text)).map((error) => [error.code, underCarets(error)])
}

describe('records that need each other before there is one', () => {
  test('are reported once, with the whole ring and the way out', () => {
    const [error, ...more] = errorsOf(
      analyzeText(rows({ Order: 'tray: ref(Tray)', Tray: 'batch: ref(Batch)', Batch: 'first: ref(Order)' })),
    )
    expect(more).toEqual([])
    expect(error).toMatchObject({
      code: 'resolve/cyclic-reference',
      message: '`Batch` needs `Order`, which needs `Tray`, which needs `Batch`: there can be no first',
      help: 'make `batch` of `Tray` optional, and set it when both are there',
    })
    expect(underCarets(error)).toBe('ref(Order)')
    expect(error?.related).toHaveLength(2)
  })

  test('is a record that needs another of its own kind', () => {
    expect(found(rows({ Dough: 'made_from: ref(Dough)' }))).toEqual([['resolve/cyclic-reference', 'ref(Dough)']])
  })

  test('are the tenant and what it needs of its own', () => {
    const text = `entities:
  Baker2: { use: [base_fields], postgres: { fields: { name: string(20) } } }
`
    const project = `stowage: 1
name: bakery
stores: { postgres: { version: 16, url: POSTGRES_URL } }
tenancy: { entity: House, field: house }
rules: { extends: minimal }
`
    const base = `domain: Staff
mixins:
  base_fields:
    role: base
    fields: { id: { type: uuid, primary: true, default: uuid7 }, ref_id: { type: ulid, public_id: true, default: ulid } }
entities:
  House: { use: [base_fields], tenancy: self, postgres: { fields: { owner: ref(Baker2) } } }
`
    const analysis = analyze([
      { path: 'stowage.yaml', text: project },
      { path: 'base.yaml', text: base },
      { path: 'orders.yaml', text: `domain: Orders\n${text}` },
    ])
    const [error, ...more] = errorsOf(analysis)
    expect(more).toEqual([])
    expect(error?.help).toContain('`owner` of `House`')
  })

  test('are documents, and types that documents hold', () => {
    const text = `types:
  Line: { fields: { order: ref(Order), count: int } }
entities:
  Order: { use: [base_fields], mongo: { fields: { receipt: ref(Receipt) } } }
  Receipt: { use: [base_fields], mongo: { fields: { line: Line } } }
`
    const [error] = errorsOf(analyzeText(text))
    expect(error?.message).toBe('`Order` needs `Receipt`, which needs `Order`: there can be no first')
    expect(error?.help).toContain('`order` of the type `Line`')
  })

  test('are two rings, reported one by one', () => {
    const pairs = { One: 'two: ref(Two)', Two: 'one: ref(One)', Three: 'four: ref(Four)', Four: 'three: ref(Three)' }
    expect(found(rows(pairs))).toHaveLength(2)
  })

  test.each([
    ['one of them may be left out', rows({ Order: 'tray: ref(Tray)', Tray: 'first: ref(Order)?' })],
    [
      'a list may be empty',
      'entities:\n  Order: { use: [base_fields], mongo: { fields: { same: "ref(Order)[]" } } }\n',
    ],
    [
      'a list of shapes may be empty',
      'types:\n  Line: { fields: { order: ref(Order) } }\nentities:\n  Order: { use: [base_fields], mongo: { fields: { lines: "Line[]" } } }\n',
    ],
    [
      'a document may be missing',
      `entities:
  Order: { use: [base_fields], postgres: { fields: { doc: part(mongo)? } }, mongo: { fields: { tray: ref(Tray) } } }
  Tray: { use: [base_fields], postgres: { fields: { first: ref(Order) } } }
`,
    ],
    ['they are for the books', rows({ Order: 'a: int' })],
    [
      'two ways lead to the same',
      rows({ Order: 'a: ref(Tray), b: ref(Batch)', Tray: 'c: ref(Batch)', Batch: 'd: int' }),
    ],
  ])('are none where %s', (_, text) => {
    expect(found(text)).toEqual([])
  })

  test('are there no longer when the document must be there', () => {
    const text = `entities:
  Order: { use: [base_fields], postgres: { fields: { doc: part(mongo) } }, mongo: { fields: { tray: ref(Tray) } } }
  Tray: { use: [base_fields], postgres: { fields: { first: ref(Order) } } }
`
    expect(found(text).map(([code]) => code)).toEqual(['resolve/cyclic-reference'])
  })

  test('are told by their beginning where they are thousands', () => {
    const size = 5000
    const entities = Object.fromEntries(
      Array.from({ length: size }, (_, at) => [`Link${at}`, `next: ref(Link${(at + 1) % size})`]),
    )
    const [error, ...more] = errorsOf(analyzeText(rows(entities)))
    expect(more).toEqual([])
    expect(error?.message).toMatch(/^`Link0` needs `Link1`, .*, which needs 4993 more, which needs `Link0`: /)
    expect(error?.related?.length).toBeLessThan(10)
  })
})

describe('the knots of a graph', () => {
  /** Whether one is reached from another, by trying every way. */
  function reaches(edges: ReadonlyMap<string, readonly string[]>, from: string): ReadonlySet<string> {
    const seen = new Set<string>()
    const open = [...(edges.get(from) ?? [])]
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (seen.has(node)) continue
      seen.add(node)
      open.push(...(edges.get(node) ?? []))
    }
    return seen
  }

  test('are what is reached from itself, in 2,000 random graphs', () => {
    let seed = 7
    const next = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
      return Math.floor((seed / 2 ** 31) * below)
    }
    let withKnots = 0
    for (let round = 0; round < 2000; round += 1) {
      const size = 1 + next(8)
      const names = Array.from({ length: size }, (_, at) => `n${at}`)
      const edges = new Map(
        names.map((name) => [name, Array.from({ length: next(3) }, () => `n${next(size + 1)}`)] as const),
      )
      const reached = new Map(names.map((name) => [name, reaches(edges, name)]))
      const expected = names
        .filter((name) => reached.get(name)?.has(name))
        .map((name) =>
          names.filter((other) => other === name || (reached.get(name)?.has(other) && reached.get(other)?.has(name))),
        )
      const knots = knotsOf(edges)
      expect(knots).toEqual([...new Map(expected.map((knot) => [knot.join(), knot])).values()])
      for (const knot of knots) {
        const [start = ''] = knot
        const ring = ringThrough(start, new Set(knot), edges)
        expect(ring[0]).toBe(start)
        for (const [at, node] of ring.entries()) expect(edges.get(node)).toContain(ring[(at + 1) % ring.length])
        expect(new Set(ring).size).toBe(ring.length)
      }
      if (knots.length > 0) withKnots += 1
    }
    expect(withKnots).toBeGreaterThan(500)
  })

  test('are found in time that grows with the graph', () => {
    const size = 200_000
    const chain = new Map(Array.from({ length: size }, (_, at) => [`n${at}`, [`n${(at + 1) % size}`, 'n0']] as const))
    expect(knotsOf(chain)).toHaveLength(1)
  })
})
