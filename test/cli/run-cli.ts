import type { ExitCode } from '../../generator/cli/exit-code.ts'
import { run } from '../../generator/cli/run.ts'

export interface Ran {
  readonly code: ExitCode
  readonly out: string
  readonly err: string
}

export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>
  readonly tty?: boolean
  readonly stdin?: string
  /** What the clock says, call by call; stands at 0 where it is absent. */
  readonly now?: () => number
}

/** Runs a command in this process, in a folder, and keeps what it wrote. */
export async function runCli(cwd: string, argv: readonly string[], surroundings: Surroundings = {}): Promise<Ran> {
  const out: string[] = []
  const err: string[] = []
  const isTTY = surroundings.tty === true
  const code = await run(argv, {
    stdout: { isTTY, write: (text) => void out.push(text) },
    stderr: { isTTY, write: (text) => void err.push(text) },
    stdin: () => surroundings.stdin ?? '',
    env: surroundings.env ?? {},
    cwd,
    now: surroundings.now ?? (() => 0),
  })
  return { code, out: out.join(''), err: err.join('') }
}
