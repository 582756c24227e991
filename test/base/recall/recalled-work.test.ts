import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { Recollections } from '../../../generator/base/recall/recollections.ts'
import { Cell, Recorder } from '../../../generator/base/recall/recorder.ts'
import { TracedMap } from '../../../generator/base/recall/traced-map.ts'

const names = ['a', 'b', 'c', 'd', 'e']

/** What a map holds in one turn; an odd value means the same as the even one below it. */
const contents = fc.uniqueArray(fc.tuple(fc.constantFrom(...names), fc.nat({ max: 5 })), {
  selector: ([name]) => name,
})

const reading = fc.oneof(
  fc.record({ kind: fc.constantFrom('get' as const, 'has' as const), name: fc.constantFrom(...names) }),
  fc.constant({ kind: 'keys' as const, name: '' }),
  fc.constant({ kind: 'values' as const, name: '' }),
)
type Reading = typeof reading extends fc.Arbitrary<infer R> ? R : never

/** Work that reads what it is told to read, and recalls other work between. */
interface Work {
  readonly name: string
  readonly readings: readonly Reading[]
  readonly inner: readonly string[]
}

const works = fc.array(
  fc.record({
    readings: fc.array(reading, { maxLength: 4 }),
    inner: fc.array(fc.nat({ max: 4 }), { maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 6 },
)

const turns = fc.array(
  fc.record({ contents, late: fc.boolean(), asked: fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 8 }) }),
  { minLength: 1, maxLength: 12 },
)

function meant(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.floor(value / 2)
}

function read(map: ReadonlyMap<string, number>, { kind, name }: Reading): unknown {
  switch (kind) {
    case 'get':
      return meant(map.get(name))
    case 'has':
      return map.has(name)
    case 'keys':
      return [...map.keys()]
    case 'values':
      return [...map].map(([key, value]) => [key, meant(value)])
  }
}

function tryTurns(numRuns: number, seed?: number): void {
  fc.assert(
    fc.property(works, turns, (given, all) => {
      const known = given.map(
        ({ inner, readings }, at): Work => ({
          name: `w${at}`,
          readings,
          // Work recalls only work that stands before it.
          inner: inner.filter((one) => one < at).map((one) => `w${one}`),
        }),
      )
      const byName = new Map(known.map((work) => [work.name, work]))
      const recorder = new Recorder()
      let present: ReadonlyMap<string, number> = new Map()
      const catchUp = (): boolean => {
        traced.turnTo(present)
        return true
      }
      const traced = new TracedMap<number>(recorder, (a, b) => meant(a) === meant(b), catchUp)
      const recollections = new Recollections<unknown>(recorder)
      const cold = (name: string): unknown => {
        const work = byName.get(name)
        return [work?.readings.map((one) => read(present, one)), work?.inner.map(cold)]
      }
      const warm = (name: string): unknown =>
        recollections.recall(name, [], () => {
          const work = byName.get(name)
          return [work?.readings.map((one) => catchUp() && read(traced, one)), work?.inner.map(warm)]
        })
      for (const { asked, contents: entries, late } of all) {
        recorder.nextTurn()
        present = new Map(entries)
        // Where it is late, it is brought up to date by the first who reads it, or asks whether what was read of it still holds.
        if (!late) catchUp()
        for (const at of asked) {
          const name = `w${at % known.length}`
          expect(warm(name)).toEqual(cold(name))
        }
      }
    }),
    { numRuns, ...(seed === undefined ? {} : { seed, endOnFailure: true }) },
  )
}

test('work that is recalled gives what work done anew would give', () => {
  tryTurns(400)
})

test.each([
  ['what is read is not noted', () => vi.spyOn(Recorder.prototype, 'note').mockImplementation(() => undefined)],
  [
    'what was taken over is not noted',
    () => vi.spyOn(Recorder.prototype, 'takeOver').mockImplementation(() => undefined),
  ],
  ['nobody is told of a change', () => vi.spyOn(Cell.prototype, 'change').mockImplementation(() => undefined)],
])('that would be found out if %s', (_, break_) => {
  break_()
  try {
    expect(() => tryTurns(2000, 1)).toThrow(/Property failed/)
  } finally {
    vi.restoreAllMocks()
  }
})

test('a change is told once, to work that stands on it by other work too, and then the work is done again once', () => {
  const recorder = new Recorder()
  const map = new TracedMap<number>(recorder)
  const recollections = new Recollections<number>(recorder)
  const done: string[] = []
  const sum = (): number =>
    recollections.recall('sum', [], () => {
      done.push('sum')
      return one('a') + one('b')
    })
  const one = (name: string): number =>
    recollections.recall(name, [], () => {
      done.push(name)
      return map.get(name) ?? 0
    })
  const turn = (a: number, b: number): number => {
    recorder.nextTurn()
    map.turnTo(new Map(Object.entries({ a, b })))
    return sum()
  }
  expect([turn(1, 2), turn(1, 2), turn(1, 3), turn(1, 3)]).toEqual([3, 3, 4, 4])
  expect(done).toEqual(['sum', 'a', 'b', 'sum', 'b'])
})

test('what nobody asks for any more is forgotten, but for what stands in work that is asked for', () => {
  const recorder = new Recorder()
  const recollections = new Recollections<number>(recorder)
  let done = 0
  const recall = (name: string): number => recollections.recall(name, [], () => (done += 1))
  const group = (): number => recollections.recall('group', [], () => recall('inner'))
  recorder.nextTurn()
  group()
  recall('alone')
  for (let turn = 0; turn < 5; turn += 1) {
    recorder.nextTurn()
    group()
    for (let at = 0; at < 200; at += 1) recall(`${turn} ${at}`)
  }
  const before = done
  recall('inner')
  expect(done - before).toBe(0)
  recall('alone')
  expect(done - before).toBe(1)
})
