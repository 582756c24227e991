import { isCompactType } from './extent.ts'
import { type Frame, misquotedEnd } from './misquoted-end.ts'
import type { Token } from './tokens.ts'

/** A text that YAML reads as something else because it has no quotes, or the wrong ones. */
export interface Misquoted {
  readonly start: number
  readonly end: number
  readonly kind: 'type' | 'pattern' | 'text'
  /** Inside `{ }` or `[ ]`, where more signs have a meaning. */
  readonly flow: boolean
}

/**
 * Finds such texts by their tokens. What stands behind one whose brackets do not match is read by YAML at another level
 * than it seems, so the search ends there: mend what was found, and search again.
 */
export function findMisquoted(text: string, tokens: readonly Token[]): readonly Misquoted[] {
  const found: Misquoted[] = []
  const frames: Frame[] = []
  /** Of the value that is due, once its `:` has passed. */
  let key: string | undefined
  let last: Token | undefined
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (token === undefined || token.kind === 'space') continue
    if (token.kind === 'given-up') {
      frames.length = 0
      key = undefined
      continue
    }
    const frame = frames.at(-1)
    if (token.kind === 'newline') {
      if (frame === undefined) key = undefined
      continue
    }
    const end = misquotedEnd(text, tokens, index, key, frame)
    if (end !== undefined) {
      const start = end.from ?? token.start
      const name = end.key ?? key
      const kind = name === 'pattern' ? 'pattern' : isCompactType(text.slice(start, end.to)) ? 'type' : 'text'
      found.push({ start, end: end.to, kind, flow: frame !== undefined })
      const next = after(tokens, index, end.to)
      if (next === undefined) return found
      index = next - 1
      key = undefined
      delete frame?.value
      continue
    }
    if (token.kind === 'comment') continue
    if (frame !== undefined && key !== undefined) {
      if (token.kind === 'plain') frame.value = { start: token.start, key }
      else delete frame.value
    }
    const colon = token.kind === 'mark' && token.text === ':'
    key = colon && (last?.kind === 'plain' || last?.kind === 'quoted') ? last.text : undefined
    if (token.text === '{' || token.text === '[') frames.push({ open: token.text })
    else if (token.kind === 'mark' && (token.text === '}' || token.text === ']')) frames.pop()
    last = token
  }
  return found
}

/** The index of the first token behind an offset; nothing where the text up to there leaves brackets open. */
function after(tokens: readonly Token[], from: number, offset: number): number | undefined {
  let depth = 0
  let index = from
  for (let token = tokens[index]; token !== undefined && token.start < offset; token = tokens[index]) {
    if (token.end > offset) return undefined
    if (token.kind === 'mark') depth += /^[[{]$/.test(token.text) ? 1 : /^[\]}]$/.test(token.text) ? -1 : 0
    if (depth < 0) return undefined
    index += 1
  }
  return depth === 0 ? index : undefined
}
