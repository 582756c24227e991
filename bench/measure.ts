import { spawnSync } from 'node:child_process'

/** A command to be timed as a whole process. `prepare` runs before each start and is not timed. */
export interface Subject {
  readonly name: string
  readonly command: readonly string[]
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  readonly prepare?: () => void
}

/** Wall seconds: the smallest, the middle and the largest of the counted runs. */
export interface Timing {
  readonly name: string
  readonly min: number
  readonly median: number
  readonly max: number
}

/**
 * Times subjects in turn (A B C A B C ...), after one uncounted round, so that a machine that slows down slows all of
 * them. A run that fails ends the measurement.
 */
export function measure(subjects: readonly Subject[], rounds: number): readonly Timing[] {
  const seconds = new Map<string, number[]>(subjects.map((subject) => [subject.name, []]))
  for (let round = -1; round < rounds; round += 1) {
    for (const subject of subjects) {
      const elapsed = runOnce(subject)
      if (round >= 0) seconds.get(subject.name)?.push(elapsed)
    }
  }
  return subjects.map(({ name }) => {
    const sorted = (seconds.get(name) ?? []).sort((a, b) => a - b)
    const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
    return { name, min: at(0), median: at(0.5), max: at(1) }
  })
}

function runOnce(subject: Subject): number {
  const [file = '', ...args] = subject.command
  subject.prepare?.()
  const start = process.hrtime.bigint()
  const { status, stderr } = spawnSync(file, args, {
    cwd: subject.cwd,
    env: { ...process.env, ...subject.env },
    encoding: 'utf8',
  })
  const elapsed = Number(process.hrtime.bigint() - start) / 1e9
  if (status !== 0) throw new Error(`${subject.name} ended with ${status}\n${stderr}`)
  return elapsed
}

/** A Markdown table of timings with their ratio to the first one's median. */
export function timingTable(timings: readonly Timing[]): string {
  const base = timings[0]?.median ?? 1
  const rows = timings.map(
    ({ name, min, median, max }) =>
      `| ${name} | ${min.toFixed(3)} | ${median.toFixed(3)} | ${max.toFixed(3)} | ${(median / base).toFixed(2)} |`,
  )
  return ['| command | min s | median s | max s | of the first |', '|---|--:|--:|--:|--:|', ...rows].join('\n')
}
