import { expect, test } from 'vitest'
import { Recent } from '../../../runtime/src/provider/recent.ts'

function recent(most = 2): {
  known: Recent<number>
  pass(ms: number): void
  asked: string[]
  of(key: string): Promise<number>
} {
  let time = 0
  const asked: string[] = []
  const known = new Recent<number>({ most, milliseconds: 100, now: () => time })
  return {
    known,
    asked,
    pass: (ms) => {
      time += ms
    },
    of: (key) =>
      known.of(key, async () => {
        asked.push(key)
        return asked.length
      }),
  }
}

test('what was found is known for a while, and then asked for again', async () => {
  const { of, pass, asked } = recent()
  expect([await of('a'), await of('a')]).toEqual([1, 1])
  pass(101)
  expect(await of('a')).toBe(2)
  expect(asked).toEqual(['a', 'a'])
})

test('asked twice at once it looks once', async () => {
  const { of, asked } = recent()
  await Promise.all([of('a'), of('a')])
  expect(asked).toEqual(['a'])
})

test('the oldest goes where there are too many', async () => {
  const { of, asked } = recent()
  for (const key of ['a', 'b', 'c', 'b', 'a']) await of(key)
  expect(asked).toEqual(['a', 'b', 'c', 'a'])
})

test('what failed is not kept', async () => {
  const { known, of, asked } = recent()
  await expect(known.of('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await of('a')
  expect(asked).toEqual(['a'])
})

test('it forgets when it is told to', async () => {
  const { known, of, asked } = recent()
  await of('a')
  known.clear()
  await of('a')
  expect(asked).toEqual(['a', 'a'])
})
