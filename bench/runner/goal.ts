import type { Outcome } from './measure.ts'

/** What is to be reached by one subject of a work; `by` is another of its subjects. */
export type Goal =
  | { readonly kind: 'ratio'; readonly of: string; readonly by: string; readonly limit: number }
  /** Faster than every subject that is not Stowage. */
  | { readonly kind: 'fastest'; readonly of: string }
  | { readonly kind: 'memory'; readonly of: string; readonly megabytes: number }
  | { readonly kind: 'time'; readonly of: string; readonly milliseconds: number }

export interface Judgement {
  /** What was to be reached, such as `at most 0.15 of prisma generate`. */
  readonly goal: string
  /** What was reached, in the goal's terms. */
  readonly reached: string
  /** `open` where it could not be measured. */
  readonly verdict: 'met' | 'missed' | 'open'
}

type Outcomes = ReadonlyMap<string, Outcome>

export function judge(goal: Goal, outcomes: Outcomes): Judgement {
  const own = outcomes.get(goal.of)
  const said = sayingOf(goal)
  // What is not measured at all was not asked for; what fails has missed every goal.
  if (own === undefined) return { goal: said, reached: '–', verdict: 'open' }
  if (own.kind !== 'measured') return { goal: said, reached: own.kind, verdict: 'missed' }
  switch (goal.kind) {
    case 'ratio':
      return { goal: said, ...ratioTo(outcomes.get(goal.by), own.seconds, goal.limit) }
    case 'fastest':
      return { goal: said, ...slowestRatio(outcomes, own.seconds) }
    case 'memory':
      return { goal: said, ...withinLimit(own.megabytes, goal.megabytes, `${own.megabytes.toFixed(0)} MB`) }
    case 'time':
      return {
        goal: said,
        ...withinLimit(own.seconds * 1000, goal.milliseconds, `${(own.seconds * 1000).toFixed(0)} ms`),
      }
  }
}

type Reached = Pick<Judgement, 'reached' | 'verdict'>

/** A peer that took longer than its cap gives a bound: the true ratio is smaller. */
function ratioTo(by: Outcome | undefined, seconds: number, limit: number): Reached {
  if (by === undefined || by.kind === 'failed') return { reached: '–', verdict: 'open' }
  if (by.kind === 'measured') return withinLimit(seconds / by.seconds, limit, (seconds / by.seconds).toFixed(2))
  const bound = seconds / by.cap
  return { reached: `under ${bound.toFixed(2)}`, verdict: bound <= limit ? 'met' : 'open' }
}

function slowestRatio(outcomes: Outcomes, seconds: number): Reached {
  const others = [...outcomes].flatMap(([name, outcome]) =>
    isOwn(name) || outcome.kind !== 'measured' ? [] : [{ name, ratio: seconds / outcome.seconds }],
  )
  const [first] = others.sort((a, b) => b.ratio - a.ratio)
  if (first === undefined) return { reached: '–', verdict: 'open' }
  return withinLimit(first.ratio, 1, `${first.ratio.toFixed(2)} of ${first.name}`)
}

export function isOwn(name: string): boolean {
  return name.startsWith('stowage')
}

function withinLimit(value: number, limit: number, reached: string): Reached {
  if (Number.isNaN(value)) return { reached: '–', verdict: 'open' }
  return { reached, verdict: value <= limit ? 'met' : 'missed' }
}

function sayingOf(goal: Goal): string {
  switch (goal.kind) {
    case 'ratio':
      return `at most ${goal.limit} of ${goal.by}`
    case 'fastest':
      return 'below every peer'
    case 'memory':
      return `under ${goal.megabytes} MB`
    case 'time':
      return `at most ${goal.milliseconds} ms`
  }
}
