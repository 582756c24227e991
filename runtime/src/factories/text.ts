import { type Piece, parsePattern, type Range } from './pattern.ts'
import { oneOf } from './random.ts'
import { wholeBetween } from './seeded.ts'

const words = (
  'harbour lantern meadow copper willow signal orchard paper river marble candle garden compass winter amber bridge ' +
  'velvet summit thunder maple silver island mirror valley feather crystal anchor sunrise pebble forest'
).split(' ')

/** A few words; at most `length` characters. */
export function someWords(count: number, draw: () => number, length = 200): string {
  const text = Array.from({ length: count }, () => oneOf(words, draw)).join(' ')
  const capital = `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
  return capital.slice(0, length).trim()
}

/** A text that tells two records apart by letters and digits alone. */
export function mark(draw: () => number, length: number): string {
  return Array.from({ length }, () => oneOf([...'abcdefghjkmnpqrstuvwxyz23456789'], draw)).join('')
}

/** How often a text is drawn before a pattern counts as one that nothing is found for. */
const draws = 300

/** A text that a pattern lets pass; undefined where none is found. At most `length` characters. */
export function matchingText(pattern: string, draw: () => number, length = 200): string | undefined {
  const whole = wholeOf(pattern)
  if (whole === undefined) return undefined
  const expression = new RegExp(pattern, 'u')
  for (let count = 0; count < draws; count += 1) {
    const text = drawn(whole, draw)
    if ([...text].length <= length && expression.test(text)) return text
  }
  return undefined
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
        const times = wholeBetween(piece.min, piece.max, draw)
        for (let count = 0; count < times; count += 1) waiting.push(piece.of)
        break
      }
    }
  }
  return text
}

function character(ranges: readonly Range[], draw: () => number): string {
  const [from, to] = oneOf(ranges, draw)
  return String.fromCodePoint(wholeBetween(from, to, draw))
}
