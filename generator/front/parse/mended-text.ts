/** One replacement of a range of a text; an empty range inserts. */
export interface Replacement {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A text after edits, which still knows where each of its characters came from. */
export interface MendedText {
  readonly text: string
  /** The offset in the text before the edits. */
  origin(offset: number): number
}

/** A text as it is. */
export function unmended(text: string): MendedText {
  return { text, origin: (offset) => offset }
}

/**
 * Applies edits, so that a file with a known mistake is read as it was meant and its other mistakes are found too.
 * They must be in order and apart. Linear; a look-up is a binary search.
 */
export function mend(before: MendedText, edits: readonly Replacement[]): MendedText {
  if (edits.length === 0) return before
  const pieces: string[] = []
  /** Where each edit ends in the new text, and the same place in the old one. */
  const ends: { readonly after: number; readonly before: number }[] = []
  let length = 0
  let at = 0
  for (const { start, end, text } of edits) {
    pieces.push(before.text.slice(at, start), text)
    length += start - at + text.length
    at = end
    ends.push({ after: length, before: end })
  }
  pieces.push(before.text.slice(at))
  return {
    text: pieces.join(''),
    origin(offset) {
      let low = 0
      let high = ends.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((ends[middle]?.after ?? 0) <= offset) low = middle + 1
        else high = middle
      }
      const last = ends[low - 1] ?? { after: 0, before: 0 }
      const plain = last.before + offset - last.after
      return before.origin(Math.min(plain, edits[low]?.start ?? plain))
    },
  }
}
