import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What one run of a command took. */
export interface Run {
  /** From its start to its end. */
  readonly seconds: number
  /** Seconds of processor time, user and system, of the process and of the Node.js processes that it started. */
  readonly cpu: number
  /** Peak memory in MB (1,000,000 bytes): the sum of the peaks of those processes. */
  readonly megabytes: number
}

/** What a run used besides time; NaN where a program that is not Node.js did the work and nobody can tell. */
type Usage = Pick<Run, 'cpu' | 'megabytes'>

/** How a run ended: well, not within the time that it was given, or badly and with what it said last. */
export type Ending =
  | { readonly kind: 'run'; readonly run: Run }
  | { readonly kind: 'over'; readonly cap: number }
  | { readonly kind: 'failed'; readonly said: string }

export interface Command {
  readonly command: readonly string[]
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  /** Whether another program than Node.js does the work, of whose use nothing is known. */
  readonly native?: boolean
}

const reporter = join(import.meta.dirname, 'report-usage.cjs')

/**
 * Runs a command as a process of its own and measures it. What it says goes to a file, as every other command's does.
 *
 * @param cap seconds after which it and all that it started is ended
 * @param scratch a folder for what it says and what it used
 */
export async function runOnce({ command, cwd, env, native }: Command, cap: number, scratch: string): Promise<Ending> {
  const usage = join(scratch, 'usage')
  const log = join(scratch, 'log')
  rmSync(usage, { force: true })
  const output = openSync(log, 'w')
  const [file = '', ...args] = command
  const before = process.hrtime.bigint()
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, ...env, NODE_OPTIONS: `--require ${JSON.stringify(reporter)}`, STOWAGE_BENCH_USAGE: usage },
    stdio: ['ignore', output, output],
    // A process group of its own, so that what it started ends with it.
    detached: true,
  })
  const end = (): unknown => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL')
  let isOver = false
  const timer = setTimeout(() => {
    isOver = true
    end()
  }, cap * 1000)
  process.once('exit', end)
  const ended = await new Promise<number | string>((done) => {
    child.once('exit', (status, signal) => done(status ?? signal ?? ''))
    child.once('error', ({ message }) => done(message))
  })
  const seconds = Number(process.hrtime.bigint() - before) / 1e9
  clearTimeout(timer)
  process.off('exit', end)
  closeSync(output)
  if (isOver) return { kind: 'over', cap }
  if (ended !== 0) return { kind: 'failed', said: `ended with ${ended}: ${readFileSync(log, 'utf8').slice(-2000)}` }
  return { kind: 'run', run: { seconds, ...(native === true ? unknownUsage : readUsage(usage)) } }
}

const unknownUsage: Usage = { cpu: Number.NaN, megabytes: Number.NaN }

/** Adds up what the processes said, a line each: microseconds and kibibytes. */
function readUsage(path: string): Usage {
  if (!existsSync(path)) return unknownUsage
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
  const total = (column: number): number =>
    lines.reduce((sum, line) => sum + Number(line.split(' ')[column] ?? Number.NaN), 0)
  return { cpu: total(0) / 1e6, megabytes: (total(1) * 1024) / 1e6 }
}

/** For a run that is no measurement but makes what one needs. @throws Error where it did not end well */
export function mustRun(ending: Ending): void {
  if (ending.kind !== 'run') throw new Error(`what is measured could not be made: ${JSON.stringify(ending)}`)
}
