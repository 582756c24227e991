/** The arguments as one text; no argument holds what stands between. */
export function asked(argv: readonly string[]): string {
  return argv.join('\0')
}

/**
 * What is answered whatever the spec: help and version, by what was asked. The build writes them down, so that the built command
 * need not make up its whole program to print them; here there are none, and the program is asked.
 */
export const fixedAnswers: ReadonlyMap<string, string> = new Map()
