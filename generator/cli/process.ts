import type { ExitCode } from './exit-code.ts'
import { nodeIo } from './io.ts'
import { run } from './run.ts'

/** Runs `stowage` with the arguments and the streams of this process. */
export function runProcess(argv: readonly string[]): Promise<ExitCode> {
  return run(argv, nodeIo())
}
