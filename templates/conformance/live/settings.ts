/** Whether servers may be touched at all, and where the report goes. */
export interface Settings {
  /** Why nothing runs; absent where it does. */
  readonly disabled?: string
  /** The folder into which each store's report is written as JSON. */
  readonly reportFolder?: string
}

/**
 * Reads the environment: `STOWAGE_CONFORMANCE=1` lets the tests run, `STOWAGE_CONFORMANCE_REPORT` names a folder.
 *
 * @param variable the one that leads to the store; tests of a store whose variable is empty do not run
 */
export function settingsOf(environment: NodeJS.ProcessEnv, variable: string): Settings {
  const folder = environment.STOWAGE_CONFORMANCE_REPORT
  return {
    ...(environment.STOWAGE_CONFORMANCE !== '1'
      ? { disabled: 'STOWAGE_CONFORMANCE is not 1' }
      : environment[variable] === undefined || environment[variable] === ''
        ? { disabled: `${variable} is not set` }
        : {}),
    ...(folder === undefined || folder === '' ? {} : { reportFolder: folder }),
  }
}
