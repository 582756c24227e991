import { mend, type Replacement } from './mended-text.ts'
import { type Reading, spanOf } from './reading.ts'
import { type Token, tokensOf } from './tokens.ts'

/** A key and its value without a space between: `paid_on:timestamp?`. What follows `://` is an address. */
const glued = /^[A-Za-z_][A-Za-z0-9_]*:(?=[^\s:/,])/

/** How many lines of comments and blanks may stand between two keys that are neighbours. */
const farthest = 50

/**
 * Puts a space behind the colon of keys that have none there, which YAML reads as one text. Asked only of a text that it
 * cannot read, or reads with a key that has no value: elsewhere `a:b` is a text like any other.
 */
export function spaceColons(reading: Reading): Reading {
  const { text } = reading.mended
  const edits: Replacement[] = gluedColons(text, tokensOf(text)).map((colon) => ({
    start: colon,
    end: colon + 1,
    text: ': ',
  }))
  for (const { start, end, text: spaced } of edits) {
    const span = spanOf(reading, start, end)
    reading.report({
      code: 'syntax/yaml',
      severity: 'error',
      message: 'a space is missing after this `:`',
      span,
      help: 'without one, YAML takes the key and its value for one text',
      fixes: [{ title: 'Put a space after it', edits: [{ span, text: spaced }] }],
    })
  }
  return edits.length === 0 ? reading : { ...reading, mended: mend(reading.mended, edits) }
}

function gluedColons(text: string, tokens: readonly Token[]): readonly number[] {
  const found: number[] = []
  const frames: string[] = []
  const written = tokens.filter(({ kind }) => kind !== 'space' && kind !== 'newline' && kind !== 'comment')
  for (const [index, token] of written.entries()) {
    const sign = token.kind === 'mark' ? token.text : ''
    if (sign === '{' || sign === '[') frames.push(sign)
    if (sign === '}' || sign === ']') frames.pop()
    if (token.kind !== 'plain') continue
    if (frames.length === 0) found.push(...inLines(text, token))
    else if (frames.at(-1) === '{' && isAloneIn(written, index)) {
      const [key] = glued.exec(token.text) ?? []
      if (key !== undefined) found.push(token.start + key.length - 1)
    }
  }
  return found
}

/** Whether a text stands in braces where a key with its value should. */
function isAloneIn(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]?.text
  const behind = tokens[index + 1]?.text
  return (before === '{' || before === ',') && (behind === '}' || behind === ',')
}

/** In the block style YAML goes on reading on the next line: each line of the text that looks like a key beside others. */
function inLines(text: string, { start, end }: Token): readonly number[] {
  const found: number[] = []
  for (let from = start; from < end; from = nextLine(text, from)) {
    const line = text.lastIndexOf('\n', from - 1) + 1
    const [indent = ''] = /^ */.exec(text.slice(line)) ?? []
    const [key] = glued.exec(text.slice(line + indent.length, end)) ?? []
    const isFirst = line + indent.length >= start
    if (key !== undefined && isFirst && hasKeyBeside(text, line, indent.length))
      found.push(line + indent.length + key.length - 1)
  }
  return found
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end + 1
}

/** Whether the line before or behind holds a key in the same column, or the line before opens a block. */
function hasKeyBeside(text: string, line: number, indent: number): boolean {
  const before = lineBefore(text, line)
  const behind = text.slice(nextLine(text, line)).split('\n', farthest).find(isWritten) ?? ''
  return (
    isKeyAt(before, indent) || isKeyAt(behind, indent) || (/:\s*(?:#.*)?$/.test(before) && indentOf(before) < indent)
  )
}

/** The nearest line above that holds more than a comment. */
function lineBefore(text: string, line: number): string {
  let end = line - 1
  for (let looked = 0; end > 0 && looked < farthest; looked += 1) {
    const start = text.lastIndexOf('\n', end - 1) + 1
    const found = text.slice(start, end)
    if (isWritten(found)) return found
    end = start - 1
  }
  return ''
}

function isWritten(line: string): boolean {
  return /^ *[^\s#]/.test(line)
}

function isKeyAt(line: string, indent: number): boolean {
  return indentOf(line) === indent && /^ *["']?[A-Za-z_][\w-]*["']?:/.test(line)
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
