/**
 * What stands between two things that were read: spaces, line ends, comments and indicators. The events say where a value
 * starts and ends, and not where its signs are.
 */

const newline = 0x0a
const space = 0x20
const hash = 0x23
const comma = 0x2c
const colon = 0x3a

/** Where the value of a key can start: behind the colon and its spaces. Nothing where no colon is next. */
export function valueFrom(text: string, keyEnd: number): number | undefined {
  const at = skipSpaces(text, keyEnd)
  return text.charCodeAt(at) === colon ? skipSpaces(text, at + 1) : undefined
}

/** Where a flow ends: behind its bracket, the first thing but a comma and comments. Nothing where something else is next. */
export function flowEnd(text: string, from: number, bracket: number): number | undefined {
  for (let at = from; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (sign === bracket) return at + 1
    if (sign === hash) at = lineEnd(text, at)
    else if (sign !== space && sign !== newline && sign !== comma) return undefined
  }
  return undefined
}

/**
 * Where the header of a block scalar starts, its `|` or `>`: what is before it holds no such sign but in comments. Nothing
 * where it says how far the text is indented.
 */
export function blockHeader(text: string, from: number, before: number): number | undefined {
  for (let at = from; at < before; at += 1) {
    const sign = text.charAt(at)
    if (sign === '|' || sign === '>') return /\d/.test(text.slice(at, at + 3)) ? undefined : at
    if (sign === '#') at = lineEnd(text, at)
  }
  return undefined
}

/** Whether an offset is the first of its line that is not blank. */
export function startsLine(text: string, offset: number): boolean {
  let at = offset
  while (text.charCodeAt(at - 1) === space) at -= 1
  return at === 0 || text.charCodeAt(at - 1) === newline
}

/** Whether a comment stands between an offset and the line that a value has for itself. */
export function isBelowComment(text: string, from: number, start: number): boolean {
  return startsLine(text, start) && text.slice(from, start).includes('#')
}

/** Whether the next thing behind an offset, and behind a comment on its line, is a comment on a line of its own. */
export function hasCommentBelow(text: string, offset: number): boolean {
  let at = skipSpaces(text, offset)
  if (text.charCodeAt(at) === hash) at = lineEnd(text, at)
  if (text.charCodeAt(at) !== newline) return false
  while (text.charCodeAt(at) === newline) at = skipSpaces(text, at + 1)
  return text.charCodeAt(at) === hash
}

function skipSpaces(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) === space) at += 1
  return at
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}
