import { existsSync, statSync } from 'node:fs'
import { type Command, type Ending, type Run, runOnce } from './run-once.ts'
import { median } from './statistics.ts'

/** A command to be measured, as a whole process. */
export interface Subject extends Command {
  /** What it is called in tables; one of a work's subjects begins with `stowage`. */
  readonly name: string
  /** Runs before each start and is not measured. */
  readonly prepare?: () => void
  /** Runs once, before the first round. */
  readonly setUp?: () => Promise<void>
  /** A path that is there afterwards and is not empty, where the command did what it is measured for. */
  readonly product?: string
}

/** What came of a subject: the medians of its runs, or why there are none. */
export type Outcome =
  | ({ readonly kind: 'measured'; readonly rounds: number } & Run)
  | { readonly kind: 'over'; readonly cap: number }
  | { readonly kind: 'failed'; readonly said: string }

export interface Measuring {
  readonly rounds: number
  /** Seconds that a run may take. */
  readonly cap: number
  readonly scratch: string
  readonly progress: (text: string) => void
}

/**
 * Measures subjects in turn (A B C A B C ...), after one round that does not count, so that a machine that slows down slows all
 * of them. One that fails, or takes longer than its cap, is not run again.
 */
export async function measure(
  subjects: readonly Subject[],
  { cap, progress, rounds, scratch }: Measuring,
): Promise<ReadonlyMap<string, Outcome>> {
  const runs = new Map<string, Run[]>(subjects.map(({ name }) => [name, []]))
  const given = new Map<string, Outcome>()
  for (const { setUp } of subjects) await setUp?.()
  for (let round = 0; round <= rounds; round += 1)
    for (const subject of subjects) {
      if (given.has(subject.name)) continue
      subject.prepare?.()
      const ending = checked(await runOnce(subject, cap, scratch), subject.product)
      progress(`${round === 0 ? 'warm-up' : `round ${round} of ${rounds}`}, ${subject.name}: ${endingText(ending)}`)
      if (ending.kind !== 'run') given.set(subject.name, ending)
      else if (round > 0) runs.get(subject.name)?.push(ending.run)
    }
  return new Map(subjects.map(({ name }) => [name, given.get(name) ?? middleOf(runs.get(name) ?? [])]))
}

function checked(ending: Ending, product: string | undefined): Ending {
  if (ending.kind !== 'run' || product === undefined) return ending
  const isThere = existsSync(product) && statSync(product).size > 0
  return isThere ? ending : { kind: 'failed', said: `made no ${product}` }
}

function middleOf(runs: readonly Run[]): Outcome {
  return {
    kind: 'measured',
    rounds: runs.length,
    seconds: median(runs.map(({ seconds }) => seconds)),
    cpu: median(runs.map(({ cpu }) => cpu)),
    megabytes: median(runs.map(({ megabytes }) => megabytes)),
  }
}

function endingText(ending: Ending): string {
  switch (ending.kind) {
    case 'run':
      return `${ending.run.seconds.toFixed(3)} s`
    case 'over':
      return `over ${ending.cap} s`
    case 'failed':
      return `failed, ${ending.said}`
  }
}
