// Regular expressions as a spec may write them: what JavaScript and PostgreSQL read alike.

/** A part of a pattern that stands for texts. */
export type Piece =
  | { readonly kind: 'characters'; readonly ranges: readonly Range[] }
  | { readonly kind: 'choice'; readonly of: readonly (readonly Piece[])[] }
  | { readonly kind: 'repeat'; readonly of: Piece; readonly min: number; readonly max: number }

/** From one code point to another, both included. */
export type Range = readonly [from: number, to: number]

const point = (character: string): number => character.codePointAt(0) ?? 0
const single = (character: string): Range => [point(character), point(character)]

const digits: readonly Range[] = [[48, 57]]
const word: readonly Range[] = [
  [97, 122],
  [48, 57],
  [65, 90],
  [95, 95],
]
const blanks: readonly Range[] = [[32, 32]]
const escaped: Readonly<Record<string, readonly Range[]>> = {
  d: digits,
  w: word,
  s: blanks,
  D: [[97, 122]],
  W: [[45, 45]],
  S: word,
  n: [[10, 10]],
  r: [[13, 13]],
  t: [[9, 9]],
  f: [[12, 12]],
  v: [[11, 11]],
}

/** What a negated class and the dot are drawn from: plain letters, digits and signs. */
const plain: readonly Range[] = [
  [97, 122],
  [48, 57],
  [65, 90],
  [32, 47],
  [58, 64],
  [91, 96],
  [123, 126],
]

/**
 * Takes a pattern apart. What says nothing of a text's own characters (anchors, looks ahead and behind) is left out:
 * whoever makes a text by this tries it against the pattern afterwards.
 *
 * @throws SyntaxError for what it does not know
 */
export function parsePattern(pattern: string): Piece {
  const characters = [...pattern]
  let at = 0
  const open: { readonly branches: Piece[][]; readonly discard: boolean }[] = [{ branches: [[]], discard: false }]

  const add = (piece: Piece): void => {
    open.at(-1)?.branches.at(-1)?.push(piece)
  }

  while (at < characters.length) {
    const character = characters[at] ?? ''
    at += 1
    if (character === '(') {
      const rest = characters.slice(at, at + 3).join('')
      const [intro = ''] = /^\?(?:<[=!]|[:=!])/.exec(rest) ?? []
      at += intro.length
      open.push({ branches: [[]], discard: intro !== '' && intro !== '?:' })
    } else if (character === ')') {
      const group = open.pop()
      if (group === undefined || open.length === 0) throw new SyntaxError(`a bracket too many in ${pattern}`)
      add(group.discard ? { kind: 'choice', of: [[]] } : { kind: 'choice', of: group.branches })
    } else if (character === '|') {
      open.at(-1)?.branches.push([])
    } else if (character === '^' || character === '$') {
      // Anchors: the whole text is made by the pattern anyhow.
    } else if (character === '[') {
      add({ kind: 'characters', ranges: classRanges() })
    } else if (character === '.') {
      add({ kind: 'characters', ranges: [[97, 122]] })
    } else if (character === '\\') {
      add({ kind: 'characters', ranges: escapedRanges() })
    } else if ('*+?{'.includes(character)) {
      repeatLast(character)
    } else {
      add({ kind: 'characters', ranges: [single(character)] })
    }
  }
  const [whole] = open
  if (whole === undefined || open.length !== 1) throw new SyntaxError(`a bracket is not closed in ${pattern}`)
  return { kind: 'choice', of: whole.branches }

  function escapedRanges(): readonly Range[] {
    const letter = characters[at] ?? ''
    at += 1
    if (letter === 'u') {
      const code = Number.parseInt(characters.slice(at, at + 4).join(''), 16)
      at += 4
      return [[code, code]]
    }
    if (/[1-9]/.test(letter)) throw new SyntaxError('a reference to a group')
    return escaped[letter] ?? [single(letter)]
  }

  function classRanges(): readonly Range[] {
    const negated = characters[at] === '^'
    if (negated) at += 1
    const ranges: Range[] = []
    while (at < characters.length && characters[at] !== ']') {
      const character = characters[at] ?? ''
      at += 1
      const from = character === '\\' ? escapedRanges() : [single(character)]
      if (characters[at] === '-' && characters[at + 1] !== ']' && from.length === 1) {
        at += 1
        const end = characters[at] ?? ''
        at += 1
        const to = end === '\\' ? escapedRanges() : [single(end)]
        ranges.push([from[0]?.[0] ?? 0, to[0]?.[1] ?? 0])
      } else ranges.push(...from)
    }
    at += 1
    return negated ? without(ranges) : ranges
  }

  function repeatLast(character: string): void {
    const branch = open.at(-1)?.branches.at(-1)
    const last = branch?.pop()
    if (branch === undefined || last === undefined) throw new SyntaxError(`nothing to repeat in ${pattern}`)
    const [min, max] = bounds(character)
    if (characters[at] === '?') at += 1
    branch.push({ kind: 'repeat', of: last, min, max })
  }

  function bounds(character: string): readonly [number, number] {
    if (character === '*') return [0, 8]
    if (character === '+') return [1, 8]
    if (character === '?') return [0, 1]
    const end = characters.indexOf('}', at)
    const [low = '', high] = characters.slice(at, end).join('').split(',')
    at = end + 1
    const min = Number(low)
    return [min, high === undefined ? min : high === '' ? min + 8 : Number(high)]
  }
}

function without(ranges: readonly Range[]): readonly Range[] {
  const left = plain.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, offset) => from + offset).filter(
      (code) => !ranges.some(([low, high]) => low <= code && code <= high),
    ),
  )
  return left.map((code): Range => [code, code])
}
