/** What is wrong in a pattern, and where in its text. */
interface PatternFault {
  readonly message: string
  readonly help: string
  readonly start: number
  readonly end: number
}

/**
 * Escapes and groups that PostgreSQL's advanced regular expressions refuse or read as something else: its `\b` is a
 * backspace, its `\B` a backslash, its `\x` takes any number of digits (PostgreSQL documentation, "9.7.3.3 Regular
 * Expression Escapes"). In JavaScript `[]` matches nothing and `[^]` anything; PostgreSQL takes the `]` for a member.
 */
const unshared: readonly (readonly [RegExp, string])[] = [
  [/^\\[pP]\{[^}]*\}?/, 'list the characters in brackets'],
  [/^\\u\{[^}]*\}?/, 'write four digits: `\\u00e9`'],
  [/^\\x[0-9A-Fa-f]*/, 'write four digits: `\\u0041`'],
  [/^\\k<[^>]*>?/, 'count the groups: `\\1`'],
  [/^\\[bB]/, 'say what stands beside the word: `(^|\\s)`'],
  [/^\\c[A-Za-z]?/, 'write four digits: `\\u0009`'],
  [/^\\0/, 'a text of PostgreSQL never holds the character 0'],
]
const unsharedOutside: readonly (readonly [RegExp, string])[] = [
  [/^\(\?<(?![=!])[^>]*>?/, 'leave the name of the group out'],
  [/^\[\^?\]/, 'put a character between the brackets'],
  [/^\(\?[a-z]*-?[a-z]*:(?<!^\(\?:)/, 'write both cases in brackets: `[Aa]`'],
  [
    /^\{(?=[^}]*(?:25[6-9]|2[6-9]\d|[3-9]\d\d|\d{4}))\d+(?:,\d*)?\}/,
    'PostgreSQL repeats at most 255 times; bound the length by the type',
  ],
]

/** Finds what keeps a pattern from being read alike by JavaScript and PostgreSQL. */
export function wrongInPattern(pattern: string): PatternFault | undefined {
  try {
    new RegExp(pattern, 'u')
  } catch {
    return {
      message: 'this pattern is not a regular expression that JavaScript and PostgreSQL both read',
      help: 'check its brackets and escapes; in YAML single quotes keep backslashes as they are',
      start: 0,
      end: 0,
    }
  }
  let inBrackets = false
  for (let at = 0; at < pattern.length; at += 1) {
    const rest = pattern.slice(at, at + 80)
    for (const [form, help] of inBrackets ? unshared : [...unshared, ...unsharedOutside]) {
      const found = form.exec(rest)?.[0]
      if (found === undefined) continue
      return {
        message: `PostgreSQL does not read \`${found}\` as JavaScript does`,
        help,
        start: at,
        end: at + found.length,
      }
    }
    if (pattern[at] === '\\') at += 1
    else if (pattern[at] === '[') inBrackets = true
    else if (pattern[at] === ']') inBrackets = false
  }
  return undefined
}
