import { brief } from '../diagnostic/visible-text.ts'
import { OutputError } from '../output/output-error.ts'
import { type ExitCode, failed } from './exit-code.ts'
import type { Io } from './io.ts'
import { UserError } from './user-error.ts'

const longest = 1_000

/** What an operating system refuses for reasons of its own, with its code. */
const refusals: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'not permitted'],
  ['EROFS', 'the disk can only be read'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the quota is used up'],
  ['EMFILE', 'too many files are open'],
  ['ENFILE', 'too many files are open'],
  ['EIO', 'the disk failed'],
])

function isRefusal(
  error: unknown,
): error is Error & { readonly code: string; readonly syscall: string; readonly path?: string } {
  return (
    error instanceof Error &&
    'code' in error &&
    refusals.has(String(error.code)) &&
    'syscall' in error &&
    typeof error.syscall === 'string'
  )
}

/** Tells of an error that ended a run. A stack is shown only for a fault of our own, and only where it is asked for. */
export function tellFailure(error: unknown, io: Io): ExitCode {
  if (error instanceof UserError || error instanceof OutputError) {
    const hint = error instanceof UserError && error.hint !== undefined ? `${brief(error.hint, longest)}\n` : ''
    io.stderr.write(`error: ${brief(error.message, longest)}\n${hint}`)
    return failed
  }
  if (isRefusal(error)) {
    const where = error.path === undefined ? '' : ` ${error.path}`
    const why = refusals.get(error.code)
    io.stderr.write(`error: cannot ${error.syscall}${brief(where, longest)}: ${why} (${error.code})\n`)
    return failed
  }
  const message = error instanceof Error ? error.message : String(error)
  const stack = error instanceof Error ? error.stack : undefined
  io.stderr.write(
    [
      `stowage failed, and it is not your fault: ${brief(message, longest)}`,
      'Please report it with the command and, if you can, the spec.',
      io.env.STOWAGE_DEBUG === '1' ? (stack ?? '') : 'STOWAGE_DEBUG=1 shows where it happened.',
      '',
    ].join('\n'),
  )
  return failed
}
