/**
 * What a terminal would obey or hide instead of show: controls, format characters (the bidirectional ones among them),
 * line and paragraph separators, lone surrogates. A spec is somebody else's text, so none of them reaches a terminal.
 */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u

/** The same, after emoji that are joined by U+200D, which are one picture and harmless. */
const emojiOrHidden =
  /(\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*(?:\u200D\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*)+)|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

const tabWidth = 4

function codePoint(character: string): string {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`
}

/** A text as it may be written to a terminal: what is hidden is named (`<U+202E>`), a tab becomes spaces. */
export function visible(text: string): string {
  if (!hidden.test(text)) return text
  return text.replace(emojiOrHidden, (found: string, emoji: string | undefined) => {
    if (emoji !== undefined) return emoji
    return found === '\t' ? ' '.repeat(tabWidth) : codePoint(found)
  })
}

/** A visible text of at most `limit` characters, its middle left out where it is longer. */
export function brief(text: string, limit: number): string {
  if (text.length <= limit) return visible(text)
  const half = Math.floor((limit - 1) / 2)
  return `${visible(text.slice(0, half))}…${visible(text.slice(text.length - half))}`
}

/** JSON text with the same characters as escapes, so that printing it is safe too; its value stays the same. */
export function visibleJson(json: string): string {
  return json.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (found) => {
    if (found === '\n') return found
    const units = Array.from({ length: found.length }, (_, at) => found.charCodeAt(at))
    return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
  })
}

const wide =
  /^(?:[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{1B000}-\u{1B2FF}\u{1F200}-\u{1F2FF}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)/u
const zeroWidth = /^[\p{Mn}\p{Me}]/u

/** The columns that one visible grapheme takes on a terminal. */
function graphemeWidth(grapheme: string): number {
  if (wide.test(grapheme)) return 2
  return zeroWidth.test(grapheme) ? 0 : 1
}

/** Printable ASCII: every character is a grapheme of its own, one column wide. */
const plain = /^[ -~]*$/

/** Made for the first text that is not plain: to make one takes as long as to start Node.js. */
let segmenter: Intl.Segmenter | undefined

/** A grapheme of a source line: its range there, what is shown for it, and how many columns that takes. */
export interface Cell {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly width: number
}

/** A piece of a source line as cells; `offset` is added to their places. */
export function cellsOf(text: string, offset: number): readonly Cell[] {
  if (plain.test(text)) {
    return Array.from(text, (character, at) => ({
      start: offset + at,
      end: offset + at + 1,
      text: character,
      width: 1,
    }))
  }
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  const cells: Cell[] = []
  for (const { segment, index } of segmenter.segment(text)) {
    const shown = visible(segment)
    const width = shown === segment ? graphemeWidth(segment) : shown.length
    const start = offset + index
    cells.push({ start, end: start + segment.length, text: shown, width })
  }
  return cells
}
