/** How much of a text of the spec a message repeats. */
const longestQuote = 60

/** A text of the spec inside a message: one line, in backticks. Names that passed the shape check need it not. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').replaceAll('`', "'")
  return `\`${line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line}\``
}
