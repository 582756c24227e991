import fc from 'fast-check'

/** One slip of a writer. Numbers stand for places: each is taken modulo the number of places that there are. */
export type Mutation =
  | { readonly kind: 'delete line' | 'duplicate line' | 'delete key' | 'duplicate key'; readonly at: number }
  | { readonly kind: 'drop character' | 'truncate'; readonly at: number }
  | { readonly kind: 'swap lines' | 'move key'; readonly at: number; readonly to: number }
  | { readonly kind: 'indent'; readonly at: number; readonly by: number }
  | { readonly kind: 'insert'; readonly at: number; readonly text: string }
  | { readonly kind: 'replace word'; readonly at: number; readonly text: string }
  | { readonly kind: 'replace word by another'; readonly at: number; readonly word: number }

/** What has a meaning to YAML, to the type grammar, to a glob, to a path or to nobody. */
const marks = [
  ...[...'{}[]:,-?!&*#|>\'"%@`~<=()/\\.$;\t\n\r '],
  ...[
    '\n\n',
    ': ',
    '- ',
    '[]',
    '{}',
    '""',
    "''",
    '---',
    '...',
    '<<: *a',
    '*a',
    '&a ',
    '!!set ',
    '| \n',
    '\u2028',
    '\u202e',
  ],
  ...[
    '\ufeff',
    '\u0000',
    '\u0007',
    '\u00e9',
    '\u{1f600}',
    '\ud800',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
  ],
  ...['null', 'true', '~', '0', '-1', '1e400', '0x10', '.nan', '.inf', '99999999999999999999', '3.5', '2026-01-01'],
  ...['?', '[]?', 'ref()', 'ref(ref(A))', 'part(mongo)', 'part(s3)', 'key(x)', 'string(0)', 'string(99999999999)'],
  ...['decimal(2,12)', '{ref_id}', '{object}', '../', '*/', 'tenants/', '(a+)+$', '[', '90d', '0d', '99999y', '-5MB'],
]

const place = fc.nat({ max: 1_000_000 })
const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...marks) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
)

/** Any one slip, those of a hand before those of a machine. */
export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constantFrom('delete line', 'duplicate line', 'delete key', 'duplicate key'), at: place }),
  fc.record({ kind: fc.constantFrom('drop character'), at: place }),
  fc.record({ kind: fc.constantFrom('swap lines', 'move key'), at: place, to: place }),
  fc.record({ kind: fc.constant('indent'), at: place, by: fc.integer({ min: -4, max: 4 }) }),
  fc.record({ kind: fc.constant('insert'), at: place, text }),
  fc.record({ kind: fc.constant('replace word'), at: place, text }),
  // The likeliest to leave a spec that still parses and means something else.
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('replace word by another'), at: place, word: place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('truncate'), at: place }) },
)

/** The text after a slip. `words` are those that can stand in for one another. */
export function mutated(text: string, mutation: Mutation, words: readonly string[]): string {
  const lines = text.split('\n')
  const line = mutation.at % lines.length
  const character = mutation.at % (text.length + 1)
  switch (mutation.kind) {
    case 'delete line':
      return lines.toSpliced(line, 1).join('\n')
    case 'duplicate line':
      return lines.toSpliced(line, 0, lines[line] ?? '').join('\n')
    case 'delete key':
      return lines.toSpliced(line, blockLength(lines, line)).join('\n')
    case 'duplicate key':
      return lines.toSpliced(line, 0, ...lines.slice(line, line + blockLength(lines, line))).join('\n')
    case 'swap lines':
      return swapped(lines, line, mutation.to % lines.length).join('\n')
    case 'move key': {
      const length = blockLength(lines, line)
      const rest = lines.toSpliced(line, length)
      return rest.toSpliced(mutation.to % (rest.length + 1), 0, ...lines.slice(line, line + length)).join('\n')
    }
    case 'indent':
      return lines.with(line, indented(lines[line] ?? '', mutation.by)).join('\n')
    case 'drop character':
      return text.slice(0, character) + text.slice(character + 1)
    case 'insert':
      return text.slice(0, character) + mutation.text + text.slice(character)
    case 'truncate':
      return text.slice(0, character)
    case 'replace word':
      return withWord(text, mutation.at, mutation.text)
    case 'replace word by another':
      return withWord(text, mutation.at, words[mutation.word % words.length] ?? '')
  }
}

const word = /[A-Za-z_][\w/-]*|\d+|[^\s\w]/g

/** The words and marks of a text, each once. */
export function wordsOf(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap((each) => each.match(word) ?? []))]
}

function withWord(text: string, at: number, replacement: string): string {
  const found = [...text.matchAll(word)]
  const chosen = found[at % Math.max(found.length, 1)]
  if (chosen === undefined) return replacement
  return text.slice(0, chosen.index) + replacement + text.slice(chosen.index + chosen[0].length)
}

/** How many lines a key has with all that is below it. */
function blockLength(lines: readonly string[], at: number): number {
  const depth = depthOf(lines[at] ?? '')
  const next = lines.findIndex((line, index) => index > at && line.trim() !== '' && depthOf(line) <= depth)
  return (next === -1 ? lines.length : next) - at
}

function depthOf(line: string): number {
  return line.length - line.trimStart().length
}

function indented(line: string, by: number): string {
  return by < 0 ? line.slice(Math.min(-by, depthOf(line))) : ' '.repeat(by) + line
}

function swapped(lines: readonly string[], one: number, other: number): readonly string[] {
  return lines.with(one, lines[other] ?? '').with(other, lines[one] ?? '')
}
