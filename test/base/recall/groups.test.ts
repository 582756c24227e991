import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byCodeUnit } from '../../../generator/base/order.ts'
import { changedNames, changesBetween } from '../../../generator/base/recall/changes.ts'
import { Groups } from '../../../generator/base/recall/groups.ts'
import { runsOf } from '../../../generator/base/recall/runs.ts'

interface Item {
  readonly name: string
  readonly gifts: readonly { readonly group: string; readonly part: string }[]
}

const version = fc.array(fc.record({ group: fc.constantFrom('x', 'y', 'z'), part: fc.constantFrom('1', '2', '3') }), {
  maxLength: 4,
})

/** Of each of some names a few items, of which a list holds one at most, in the order of their names. */
const lists = fc.array(fc.tuple(version, version), { minLength: 1, maxLength: 5 }).chain((versions) => {
  const items = versions.map((both, at) => both.map((gifts): Item => ({ name: `i${at}`, gifts })))
  const list = fc
    .tuple(...items.map((both) => fc.constantFrom(undefined, ...both)))
    .map((chosen) => chosen.filter((item): item is Item => item !== undefined))
  return fc.array(list, { minLength: 1, maxLength: 10 })
})

function grouped(items: readonly Item[]): ReadonlyMap<string, readonly string[]> {
  const gifts = items.flatMap((item) => item.gifts)
  return new Map(
    [...Map.groupBy(gifts, ({ group }) => group)].map(([group, all]) => [group, all.map(({ part }) => part)]),
  )
}

test('groups hold what the items of now give, and are told of exactly where they may be others', () => {
  fc.assert(
    fc.property(lists, (turns) => {
      const groups = new Groups<Item, string>(
        ({ gifts }) => gifts,
        (a, b) => byCodeUnit(a.name, b.name),
      )
      const given = new Map<string, readonly string[] | undefined>()
      for (const items of turns) {
        const snapshot = new Map([...given].map(([name, parts]) => [name, parts?.join()]))
        const changed = groups.turnTo(items)
        const expected = grouped(items)
        expect([...groups.names()].sort()).toEqual([...expected.keys()].sort())
        for (const name of ['x', 'y', 'z']) {
          expect(groups.get(name)).toEqual(expected.get(name))
          if (!changed.has(name)) expect(groups.get(name)).toBe(given.get(name))
          // What was given out before does not change in anybody's hands.
          expect(given.get(name)?.join()).toBe(snapshot.get(name))
          given.set(name, groups.get(name))
        }
      }
    }),
  )
})

test('what came into a list and what left it', () => {
  const [a, b, c, d] = [{}, {}, {}, {}]
  expect(changesBetween([], [a])).toEqual({ come: [a], gone: [] })
  expect(changesBetween([a, b, c], [a, d, c])).toEqual({ come: [d], gone: [b] })
  const moved = changesBetween([a, b, c], [c, a])
  expect(moved.come).toEqual([])
  expect(moved.gone).toEqual([b])
})

test('the names under which a map holds another value', () => {
  const pairs = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat({ max: 2 })), {
    selector: ([name]) => name,
  })
  fc.assert(
    fc.property(pairs, pairs, (one, other) => {
      const [before, now] = [new Map(one), new Map(other)]
      const { names, sameOrder } = changedNames(before, now)
      const all = new Set([...before.keys(), ...now.keys()])
      expect([...names].sort()).toEqual([...all].filter((name) => before.get(name) !== now.get(name)).sort())
      expect(sameOrder).toBe([...before.keys()].join() === [...now.keys()].join())
    }),
  )
})

test('runs hold all things, in their order', () => {
  for (const length of [0, 1, 31, 32, 33, 100]) {
    const items = Array.from({ length }, (_, at) => at)
    const runs = [...runsOf(items)]
    expect(runs.flatMap(([, run]) => run)).toEqual(items)
    expect(new Set(runs.map(([name]) => name)).size).toBe(runs.length)
  }
})
