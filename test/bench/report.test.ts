import { describe, expect, test } from 'vitest'
import { type Goal, judge } from '../../bench/runner/goal.ts'
import type { Outcome } from '../../bench/runner/measure.ts'
import { withReport } from '../../bench/runner/readme.ts'
import { reportText } from '../../bench/runner/report.ts'
import { median } from '../../bench/runner/statistics.ts'

function took(seconds: number, megabytes = 100): Outcome {
  return { kind: 'measured', rounds: 5, seconds, cpu: seconds * 1.5, megabytes }
}

const outcomes = new Map<string, Outcome>([
  ['stowage generate', took(0.3)],
  ['stowage generate, again', took(0.01)],
  ['quick peer', took(0.6)],
  ['slow peer', took(3)],
  ['endless peer', { kind: 'over', cap: 60 }],
  ['broken peer', { kind: 'failed', said: 'ended with 1' }],
])

describe('a median', () => {
  test.each([
    [[3], 3],
    [[5, 1, 3], 3],
    [[4, 1, 3, 2], 2.5],
    [[10, 9], 9.5],
  ])('of %j is %d', (numbers, expected) => expect(median(numbers)).toBe(expected))

  test('of nothing is not a number', () => expect(median([])).toBeNaN())
})

describe('a goal', () => {
  const of = 'stowage generate'
  const ratio = (by: string, limit: number): Goal => ({ kind: 'ratio', of, by, limit })

  test.each<[string, Goal, string, string]>([
    ['a ratio that is kept', ratio('quick peer', 0.5), '0.50', 'met'],
    ['a ratio that is not', ratio('quick peer', 0.4), '0.50', 'missed'],
    ['a ratio to what took too long', ratio('endless peer', 0.1), 'under 0.01', 'met'],
    ['a bound that says too little', ratio('endless peer', 0.001), 'under 0.01', 'open'],
    ['a ratio to what failed', ratio('broken peer', 1), '–', 'open'],
    ['a ratio to what was not measured', ratio('no peer', 1), '–', 'open'],
    ['the fastest of all', { kind: 'fastest', of }, '0.50 of quick peer', 'met'],
    ['memory', { kind: 'memory', of, megabytes: 100 }, '100 MB', 'met'],
    ['too much memory', { kind: 'memory', of, megabytes: 99 }, '100 MB', 'missed'],
    ['a time', { kind: 'time', of, milliseconds: 250 }, '300 ms', 'missed'],
  ])('%s', (_, goal, reached, verdict) => expect(judge(goal, outcomes)).toMatchObject({ reached, verdict }))

  test.each<[string, Outcome]>([
    ['fails', { kind: 'failed', said: 'ended with 1' }],
    ['takes too long', { kind: 'over', cap: 60 }],
  ])('is missed where Stowage %s', (_, own) => {
    expect(judge(ratio('quick peer', 9), new Map([...outcomes, [of, own]])).verdict).toBe('missed')
  })

  test('counts nothing of Stowage as a peer', () => {
    const own = new Map([...outcomes].filter(([name]) => name.startsWith('stowage')))
    expect(judge({ kind: 'fastest', of }, own).verdict).toBe('open')
  })
})

describe('a report', () => {
  const goals: readonly Goal[] = [
    { kind: 'fastest', of: 'stowage generate' },
    { kind: 'memory', of: 'stowage generate', megabytes: 700 },
  ]
  const report = reportText([{ work: { id: 'make', title: 'to make it', goals }, outcomes }], 'On a machine.')

  test('has the machine, the goals and what was measured, side by side', () => {
    expect(report).toBe(`On a machine.

| work | goal | reached |  |
| --- | --- | --- | --- |
| to make it | below every peer | 0.50 of quick peer | met |
|  | under 700 MB | 100 MB | met |

| work | command | s | CPU s | peak MB | runs | Stowage takes |
| --- | --- | --: | --: | --: | --: | --: |
| to make it | stowage generate | 0.300 | 0.450 | 100 | 5 | – |
|  | stowage generate, again | 0.010 | 0.015 | 100 | 5 | – |
|  | quick peer | 0.600 | 0.900 | 100 | 5 | 0.50 |
|  | slow peer | 3.000 | 4.500 | 100 | 5 | 0.10 |
|  | endless peer | over 60 | – | – | – | under 0.01 |
|  | broken peer | failed | – | – | – | – |
`)
  })

  test('takes the place of the one before', () => {
    const readme = 'a\n<!-- measured: start -->\nold\n<!-- measured: end -->\nb\n'
    const once = withReport(readme, 'new\n')
    expect(once).toBe('a\n<!-- measured: start -->\n\nnew\n\n<!-- measured: end -->\nb\n')
    expect(withReport(once, 'new\n')).toBe(once)
    expect(() => withReport('a\n', 'new\n')).toThrow('no <!-- measured: start -->')
  })
})
