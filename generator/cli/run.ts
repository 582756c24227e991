import { CommanderError } from 'commander'
import { clean, type ExitCode, failed } from './exit-code.ts'
import { tellFailure } from './failure.ts'
import type { Io } from './io.ts'
import { withOutputPairs } from './output-pairs.ts'
import { buildProgram } from './program.ts'

/**
 * Runs `stowage` with arguments (without `node` and the script) and returns its exit code. Never throws: a mistake of the
 * user is told in a line or two, a fault of Stowage with an apology.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = clean
  const program = buildProgram(io, (result) => {
    code = result
  })
  try {
    await program.parseAsync(withOutputPairs(argv), { from: 'user' })
    return code
  } catch (error) {
    // Commander has written its text already; it calls help and version errors of exit code 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? clean : failed
    return tellFailure(error, io)
  }
}
