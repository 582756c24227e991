/** What a run says to the shell. 3 is kept for later. */
export type ExitCode = 0 | 1 | 2

/** Nothing to complain of; warnings alone are no complaint. */
export const clean: ExitCode = 0
/** Errors in the spec, or stale files under `--check`. */
export const findings: ExitCode = 1
/** It could not do its work: bad usage, an unreadable project, files changed by hand, another run. */
export const failed: ExitCode = 2
