/** A name in lines, and the size at which they fill a box. */
export interface FittedName {
  readonly lines: readonly string[]
  readonly size: number
}

/** How wide a letter is and how high a line, for a size of one. */
const letter = 0.6
const line = 1.15

/** Breaks a name between its words so that it is as large as the box allows. */
export function fitName(name: string, width: number, height: number, largest: number): FittedName {
  const words = name.match(/[A-Z]*[^A-Z_]+|[A-Z]+|_+/g) ?? [name]
  let best: FittedName = { lines: [name], size: 0 }
  for (let count = 1; count <= Math.min(4, words.length); count += 1) {
    const lines = inLines(words, Math.ceil(name.length / count))
    const widest = Math.max(...lines.map(({ length }) => length))
    const size = Math.min(largest, width / (widest * letter), height / (lines.length * line))
    // A break is worth it only where the name becomes clearly larger.
    if (size > best.size * 1.08) best = { lines, size }
  }
  return best
}

/** Fills lines word by word; a line is closed when it has about the length that was aimed at. */
function inLines(words: readonly string[], length: number): readonly string[] {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length <= length + 1) lines[lines.length - 1] = last + word
    else lines.push(word)
  }
  return lines
}
