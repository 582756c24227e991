import { isOwn, type Judgement, judge } from './goal.ts'
import type { Outcome } from './measure.ts'
import type { Work } from './work.ts'

/** A work that was done, and what came of its subjects. */
export interface Done {
  readonly work: Pick<Work, 'goals' | 'id' | 'title'>
  readonly outcomes: ReadonlyMap<string, Outcome>
}

/** What was reached, what was measured and on which machine, as Markdown. */
export function reportText(done: readonly Done[], machine: string): string {
  return `${machine}\n\n${goalTable(done)}\n\n${measureTable(done)}\n`
}

export function judgements({ outcomes, work }: Done): readonly Judgement[] {
  return work.goals.map((goal) => judge(goal, outcomes))
}

function goalTable(done: readonly Done[]): string {
  const rows = done.flatMap((each) =>
    judgements(each).map(({ goal, reached, verdict }) => [each.work.title, goal, reached, verdict]),
  )
  return table(['work', 'goal', 'reached', ''], [], rows)
}

/** All works in one table; the ratio is what Stowage takes of the time of the one in the row. */
function measureTable(done: readonly Done[]): string {
  const rows = done.flatMap(({ outcomes, work }) => {
    const own = [...outcomes].find(([name]) => isOwn(name))?.[1]
    return [...outcomes].map(([name, outcome]) => [work.title, name, ...cells(outcome, isOwn(name) ? undefined : own)])
  })
  return table(['work', 'command', 's', 'CPU s', 'peak MB', 'runs', 'Stowage takes'], [2, 3, 4, 5, 6], rows)
}

function cells(outcome: Outcome, own: Outcome | undefined): readonly string[] {
  switch (outcome.kind) {
    case 'measured': {
      const { cpu, megabytes, rounds, seconds } = outcome
      const ratio = own?.kind === 'measured' ? own.seconds / seconds : Number.NaN
      return [figure(seconds, 3), figure(cpu, 3), figure(megabytes, 0), `${rounds}`, figure(ratio, 2)]
    }
    case 'over': {
      const bound = own?.kind === 'measured' ? `under ${(own.seconds / outcome.cap).toFixed(2)}` : '–'
      return [`over ${outcome.cap}`, '–', '–', '–', bound]
    }
    case 'failed':
      return ['failed', '–', '–', '–', '–']
  }
}

function figure(value: number, digits: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(digits)
}

/** A Markdown table; the columns of figures are set to the right. A first cell that repeats the one above is left out. */
function table(head: readonly string[], figures: readonly number[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, column) => (figures.includes(column) ? '--:' : '---'))
  const lines = rows.map((row, at) => [row[0] === rows[at - 1]?.[0] ? '' : row[0], ...row.slice(1)])
  return [head, rule, ...lines].map((row) => `| ${row.join(' | ')} |`).join('\n')
}
