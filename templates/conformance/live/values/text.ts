import { type Piece, parsePattern, type Range } from './pattern.ts'
import { drawing, oneOf } from './random.ts'

/** How often a text is drawn before a pattern counts as one that nothing is found for. */
const draws = 300

/** A text that no other number gives, of at most `length` characters, where that many characters can tell them apart. */
export function distinctText(n: number, length = 40): string {
  const digits = n.toString(36)
  return length >= digits.length + 1 ? `v${digits}` : digits.slice(-length)
}

/**
 * A text that a pattern lets pass.
 *
 * @returns undefined where none is found
 */
export function matchingText(pattern: string, n: number, length = 200): string | undefined {
  const whole = wholeOf(pattern)
  if (whole === undefined) return undefined
  const expression = new RegExp(pattern, 'u')
  const draw = drawing(n)
  for (let count = 0; count < draws; count += 1) {
    const text = drawn(whole, draw)
    if ([...text].length <= length && expression.test(text)) return text
  }
  return undefined
}

/** A text that a pattern refuses and that is no longer than `length`; undefined where none is found. */
export function mismatchingText(pattern: string, length = 200): string | undefined {
  const expression = new RegExp(pattern, 'u')
  const good = matchingText(pattern, 1, length) ?? ''
  const candidates = [
    `${good}!`,
    `!${good.slice(1)}`,
    good.toUpperCase(),
    good.toLowerCase(),
    good.slice(1),
    '!',
    ' ',
    'A',
    '0',
    '',
    '\u00e4',
  ]
  return candidates.find((text) => [...text].length <= length && !expression.test(text))
}

function wholeOf(pattern: string): Piece | undefined {
  try {
    return parsePattern(pattern)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function drawn(whole: Piece, draw: () => number): string {
  const waiting: Piece[] = [whole]
  let text = ''
  for (let piece = waiting.pop(); piece !== undefined; piece = waiting.pop()) {
    switch (piece.kind) {
      case 'characters':
        text += character(piece.ranges, draw)
        break
      case 'choice':
        waiting.push(...oneOf(piece.of, draw).toReversed())
        break
      case 'repeat': {
        const times = piece.min + Math.floor(draw() * (piece.max - piece.min + 1))
        for (let count = 0; count < times; count += 1) waiting.push(piece.of)
        break
      }
    }
  }
  return text
}

function character(ranges: readonly Range[], draw: () => number): string {
  const [from, to] = oneOf(ranges, draw)
  return String.fromCodePoint(from + Math.floor(draw() * (to - from + 1)))
}
