import type { OutlineScalar } from './outline.ts'

/** The end of the line in which an offset lies: that of its `\n`, or of the `\r` before it, or of the text. */
export function lineEnd(text: string, offset: number): number {
  const found = text.indexOf('\n', offset)
  const end = found === -1 ? text.length : found
  return end > offset && text[end - 1] === '\r' ? end - 1 : end
}

/** Behind the blanks of a line. */
export function skipBlanks(text: string, offset: number): number {
  let at = offset
  while (text[at] === ' ' || text[at] === '\t') at += 1
  return at
}

/** Whether a `#` at an offset begins a comment. */
export function isComment(text: string, offset: number): boolean {
  return text[offset] === '#' && (offset === 0 || /\s/.test(text[offset - 1] ?? ''))
}

/**
 * A text in quotes. One that is not closed in its line is closed by a later line that is indented more than `indent`, as YAML
 * has it; else it ends with its line, or before what could only be the next thing of a collection in braces.
 */
export function quoted(text: string, start: number, indent: number): OutlineScalar {
  const quote = text[start]
  const style = quote === "'" ? 'single' : 'double'
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text[at]
    if (char === '\\' && style === 'double') at += 1
    else if (char === quote) {
      if (style === 'single' && text[at + 1] === "'") at += 1
      else return { kind: 'scalar', style, start, end: at + 1 }
    } else if (char === '\n' && !isIndented(text, at + 1, indent)) break
  }
  return { kind: 'scalar', style, start, end: lineEnd(text, start) }
}

/** Whether a line is empty or begins behind a column. */
function isIndented(text: string, lineStart: number, indent: number): boolean {
  const at = skipBlanks(text, lineStart)
  return at >= lineEnd(text, at) || at - lineStart > indent
}

/** The rest of a line as a text, without a comment and blanks at its end. */
export function plainToLineEnd(text: string, start: number): OutlineScalar {
  const end = lineEnd(text, start)
  let at = start
  while (at < end && !isComment(text, at)) at += 1
  while (at > start && (text[at - 1] === ' ' || text[at - 1] === '\t')) at -= 1
  return { kind: 'scalar', style: 'plain', start, end: at }
}

/** A key of a block: what stands before a colon that a blank or the line's end follows; nothing where none does. */
export function blockKey(
  text: string,
  start: number,
  indent: number,
): { readonly key: OutlineScalar; readonly colon: number } | undefined {
  const end = lineEnd(text, start)
  if (text[start] === '"' || text[start] === "'") {
    const key = quoted(text, start, indent)
    const colon = skipBlanks(text, key.end)
    return text[colon] === ':' && key.end <= end ? { key, colon } : undefined
  }
  if (text[start] === '{' || text[start] === '[') return undefined
  for (let at = start; at < end && !isComment(text, at); at += 1) {
    if (text[at] !== ':' || (at + 1 < end && !/\s/.test(text[at + 1] ?? ''))) continue
    let keyEnd = at
    while (keyEnd > start && /[ \t]/.test(text[keyEnd - 1] ?? '')) keyEnd -= 1
    return { key: { kind: 'scalar', style: 'plain', start, end: keyEnd }, colon: at }
  }
  return undefined
}
