import { median } from '../runner/statistics.ts'

/** The same thing done by the data layer and by the bare library. */
export interface Pair {
  readonly title: string
  /** Of the bare time, at most. */
  readonly goal?: number
  /** Microseconds for one, at most. */
  readonly microseconds?: number
  /** How often in a round: enough for a round to be longer than the clock's noise. */
  readonly times: number
  readonly ours: () => Promise<unknown> | unknown
  readonly bare?: () => Promise<unknown> | unknown
}

export interface Measured {
  readonly pair: Pair
  /** Microseconds for one: medians over the rounds. */
  readonly ours: number
  readonly bare?: number
  /** Median of the rounds' own ratios. */
  readonly ratio?: number
}

/** In turns, ours first in one round and second in the next, after rounds that do not count. */
export async function measured(pair: Pair, rounds: number): Promise<Measured> {
  const ours: number[] = []
  const bare: number[] = []
  for (let round = -2; round < rounds; round += 1) {
    const isFirst = round % 2 === 0
    const one = isFirst ? await taken(pair.ours, pair.times) : 0
    const other = pair.bare === undefined ? 0 : await taken(pair.bare, pair.times)
    const own = isFirst ? one : await taken(pair.ours, pair.times)
    if (round < 0) continue
    ours.push(own)
    bare.push(other)
  }
  if (pair.bare === undefined) return { pair, ours: median(ours) }
  const ratio = median(ours.map((own, round) => own / (bare[round] ?? Number.NaN)))
  return { pair, ours: median(ours), bare: median(bare), ratio }
}

/** Microseconds for one. */
async function taken(work: () => Promise<unknown> | unknown, times: number): Promise<number> {
  const started = performance.now()
  for (let time = 0; time < times; time += 1) {
    const result = work()
    if (result instanceof Promise) await result
  }
  return ((performance.now() - started) * 1000) / times
}

export function isMet({ pair: { goal, microseconds }, ours, ratio }: Measured): boolean {
  return (goal === undefined || (ratio ?? 0) <= goal) && (microseconds === undefined || ours <= microseconds)
}

/** A row of the table. */
export function rowOf(measure: Measured): string {
  const { pair, ours, bare, ratio } = measure
  const goal = pair.goal === undefined ? `at most ${pair.microseconds} µs` : `at most ${pair.goal}`
  const cells = [
    pair.title,
    ours.toFixed(ours < 10 ? 2 : 0),
    bare === undefined ? '–' : bare.toFixed(bare < 10 ? 2 : 0),
    ratio === undefined ? '–' : ratio.toFixed(2),
    goal,
    isMet(measure) ? 'met' : 'missed',
  ]
  return `| ${cells.join(' | ')} |`
}
