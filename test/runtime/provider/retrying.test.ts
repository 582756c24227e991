import { expect, test } from 'vitest'
import { pauseBefore, type Retrying, retrying } from '../../../runtime/src/retry/retrying.ts'
import { FakeClock } from './fake-clock.ts'

class Passing extends Error {}

function options(clock: FakeClock, more: Partial<Retrying> = {}): Retrying {
  return {
    attempts: 4,
    baseMs: 100,
    maxMs: 300,
    totalMs: 10_000,
    isSafe: (error) => error instanceof Passing,
    clock,
    ...more,
  }
}

test('tries until it succeeds, and no more', async () => {
  const clock = new FakeClock()
  const attempts: number[] = []
  const result = await retrying(async (attempt) => {
    attempts.push(attempt)
    if (attempt < 3) throw new Passing()
    return 'done'
  }, options(clock))
  expect(result).toBe('done')
  expect(attempts).toEqual([1, 2, 3])
})

test('pauses are drawn from nothing up to a bound that doubles and then stays', async () => {
  const clock = new FakeClock(0.5)
  await expect(retrying(() => Promise.reject(new Passing()), options(clock, { attempts: 6 }))).rejects.toThrow(Passing)
  expect(clock.sleeps).toEqual([50, 100, 150, 150, 150])
  expect(pauseBefore(2, { baseMs: 100, maxMs: 300 }, 0)).toBe(0)
  expect(pauseBefore(9_999, { baseMs: 100, maxMs: 300 }, 0.999)).toBeLessThan(300)
})

test('what is not safe to do again is done once, and its error comes out as it is', async () => {
  const clock = new FakeClock()
  const error = new Error('half done')
  let attempts = 0
  await expect(
    retrying(() => {
      attempts += 1
      return Promise.reject(error)
    }, options(clock)),
  ).rejects.toBe(error)
  expect(attempts).toBe(1)
  expect(clock.sleeps).toEqual([])
})

test('the last error comes out when the attempts are used up', async () => {
  const errors = [new Passing('1'), new Passing('2')]
  await expect(
    retrying((attempt) => Promise.reject(errors[attempt - 1]), options(new FakeClock(), { attempts: 2 })),
  ).rejects.toBe(errors[1])
})

test('no attempt begins after the whole time is over', async () => {
  const clock = new FakeClock(0.999)
  let attempts = 0
  await expect(
    retrying(
      () => {
        attempts += 1
        clock.pass(400)
        return Promise.reject(new Passing())
      },
      options(clock, { attempts: 100, totalMs: 1_000 }),
    ),
  ).rejects.toThrow(Passing)
  expect(clock.time).toBeLessThan(1_500)
  expect(attempts).toBe(2)
})

test('what runs when the time is over runs on', async () => {
  const clock = new FakeClock()
  const slow = async (): Promise<string> => {
    clock.pass(1_001)
    return 'done'
  }
  expect(await retrying(slow, options(clock, { totalMs: 1_000 }))).toBe('done')
})
