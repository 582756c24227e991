/** A word, text, number or mark of a Prisma schema; half-open, in UTF-16 code units. `end` is one behind the last. */
export interface PrismaToken {
  readonly kind: 'name' | 'string' | 'number' | 'mark' | 'newline' | 'unknown' | 'end'
  readonly text: string
  readonly start: number
  readonly end: number
}

const patterns: readonly (readonly [PrismaToken['kind'] | 'skipped' | 'comment', RegExp])[] = [
  ['newline', /\r?\n/y],
  ['skipped', /[^\S\n]+|\/\/[^\n]*/y],
  ['comment', /\/\*.*?\*\//sy],
  ['string', /"[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"/y],
  // A text that is not closed, to the end of its line: looked for at each of its quotes, it would take the square of the line.
  ['unknown', /"[^\n]*/y],
  ['number', /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\p{L}\p{N}_])/uy],
  ['name', /[\p{L}\p{N}_](?:[\p{L}\p{N}_-])*/uy],
  ['mark', /@@|[@{}()[\],:=?.!]/y],
  ['unknown', /./suy],
]

/** Takes a schema apart. Comments and blanks are left out; line ends are not, since they end a field. */
export function tokensOf(text: string): readonly PrismaToken[] {
  const tokens: PrismaToken[] = []
  // No comment is looked for where none can end: each would be looked for to the end of the text.
  const lastEnd = text.lastIndexOf('*/')
  let at = 0
  while (at < text.length) {
    const start = at
    for (const [kind, pattern] of patterns) {
      if (kind === 'comment' && start + 2 > lastEnd) continue
      pattern.lastIndex = start
      if (!pattern.test(text)) continue
      at = pattern.lastIndex
      if (kind !== 'skipped' && kind !== 'comment') tokens.push({ kind, text: text.slice(start, at), start, end: at })
      break
    }
  }
  tokens.push({ kind: 'end', text: '', start: at, end: at })
  return tokens
}
