import type { ExitCode } from '../exit-code.ts'
import type { Session } from '../session.ts'

/** What a command gets of the run that it belongs to. */
export interface Run {
  readonly session: () => Session
  readonly finish: (code: ExitCode) => void
}
