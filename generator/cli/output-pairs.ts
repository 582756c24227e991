/**
 * Arguments with each `-o.<format> <file>` written as `--output <format>=<file>`: the parser of arguments knows no options
 * whose names go on. Behind `--` nothing is an option.
 */
export function withOutputPairs(argv: readonly string[]): readonly string[] {
  const rewritten: string[] = []
  let skipped = false
  for (const [index, argument] of argv.entries()) {
    if (skipped) {
      skipped = false
      continue
    }
    if (argument === '--') return [...rewritten, ...argv.slice(index)]
    const found = /^(?:-o|--output)[.]([^=]*)(?:=(.*))?$/s.exec(argument)
    if (found === null) {
      rewritten.push(argument)
      continue
    }
    const [, format = '', joined] = found
    const file = joined ?? argv[index + 1]
    skipped = joined === undefined
    rewritten.push('--output', file === undefined ? format : `${format}=${file}`)
  }
  return rewritten
}
