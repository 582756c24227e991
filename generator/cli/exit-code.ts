/** What a run says to the shell. */
export type ExitCode = 0 | 1 | 2 | 3

/** Nothing to complain of; warnings alone are no complaint. */
export const clean: ExitCode = 0
/** Errors in the spec, stale files under `--check`, or a store that is not as the spec says. */
export const findings: ExitCode = 1
/** It could not do its work: bad usage, an unreadable project, files changed by hand, another run, an environment variable or a client package that is missing. */
export const failed: ExitCode = 2
/** A store cannot be reached, or refuses. */
export const unavailable: ExitCode = 3
