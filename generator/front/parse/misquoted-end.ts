import { flowExtent, hasBadEscape, longestText, loses, typeEnd } from './extent.ts'
import type { Token } from './tokens.ts'

/** An open bracket of the flow style. */
export interface Frame {
  readonly open: string
  /** Where the last unquoted value of a mapping starts, and its key: what a stray comma may have cut in two. */
  value?: { readonly start: number; readonly key: string }
}

/** How far a misread text reaches. */
interface End {
  /** Where the text starts, where that is before the token. */
  readonly from?: number
  readonly key?: string
  readonly to: number
}

/** Where the text was meant to end that starts with a token, if YAML misreads it. `key` is that of the value it is. */
export function misquotedEnd(
  text: string,
  tokens: readonly Token[],
  index: number,
  key: string | undefined,
  frame: Frame | undefined,
): End | undefined {
  const token = tokens[index]
  if (token === undefined) return undefined
  if (frame === undefined) {
    const to = key === undefined ? undefined : endInBlock(text, tokens, index, token, key === 'pattern')
    return to === undefined ? undefined : { to }
  }
  if (token.kind === 'comment') return undefined
  if (key !== undefined || (frame.open === '[' && token.kind === 'plain')) {
    const to = endInFlow(text, tokens, index, token, key)
    return to === undefined ? undefined : { to }
  }
  return frame.open === '{' && frame.value !== undefined ? strayEnd(text, tokens, index, frame.value) : undefined
}

/** The rest of a text that a comma cut: a key without a value, or several, behind a value without quotes. */
function strayEnd(
  text: string,
  tokens: readonly Token[],
  index: number,
  value: { readonly start: number; readonly key: string },
): End | undefined {
  let end: number | undefined
  for (let at = index; at < tokens.length && at - index < longestText; at += 1) {
    const token = tokens[at]
    if (token?.kind === 'plain' && nextText(tokens, at) !== ':') end = token.end
    else if (token?.kind !== 'space' && token?.text !== ',') break
  }
  const cut = end !== undefined && !text.slice(value.start, end).includes('\n')
  return cut && end !== undefined ? { from: value.start, key: value.key, to: end } : undefined
}

/** A value of the block style runs to the end of its line. */
function endInBlock(
  text: string,
  tokens: readonly Token[],
  index: number,
  token: Token,
  pattern: boolean,
): number | undefined {
  const lineEnd = (): number | undefined => contentEnd(tokens, index)
  if (token.kind === 'comment')
    return pattern && /^#\S/.test(token.text) ? token.start + token.text.trimEnd().length : undefined
  if (token.kind === 'plain') {
    if (nextText(tokens, index) === ':' && !token.text.includes('\n')) return lineEnd()
    if (pattern && /^[@%`]/.test(token.text)) return lineEnd()
    const whole = text.slice(token.start, lineEndOf(text, token.start)).trimEnd()
    return pattern && lineEnd() === token.end && loses(token.text, whole) ? token.start + whole.length : undefined
  }
  if (token.kind === 'quoted') {
    if (pattern && hasBadEscape(token.text)) return token.end
    return followed(tokens, index) ? lineEnd() : undefined
  }
  if (token.text === '[' || token.text === '{') {
    const close = closing(tokens, index)
    if (close !== undefined && followed(tokens, close) && isOneText(tokens.slice(index + 1, close), token.text))
      return lineEnd()
    return pattern && token.text === '[' && !text.slice(token.start, lineEnd()).includes(', ') ? lineEnd() : undefined
  }
  if (token.text.startsWith('*')) return pattern || followed(tokens, index) ? lineEnd() : undefined
  return pattern && /^[&!]/.test(token.text) ? lineEnd() : undefined
}

/** A value of the flow style runs to the next comma or closing bracket that is not its own. */
function endInFlow(
  text: string,
  tokens: readonly Token[],
  index: number,
  token: Token,
  key: string | undefined,
): number | undefined {
  const pattern = key === 'pattern'
  const extent = (): number | undefined => flowExtent(text, token.start)
  const next = tokens[index + 1]
  switch (token.kind) {
    case 'plain': {
      const type = typeEnd(text, token.start)
      if (type !== undefined && type > token.end) return type
      const cut = next !== undefined && next.kind === 'mark' && /^[[{]$/.test(next.text)
      const nested = key !== undefined && nextText(tokens, index) === ':' && !token.text.includes('\n')
      const odd = pattern && ((extent() ?? 0) > token.end || /^[@%`|>]/.test(token.text))
      return cut || nested || odd ? extent() : undefined
    }
    case 'quoted':
      if (pattern && hasBadEscape(token.text)) return token.end
      return /^[^,\]}:]/.test(nextText(tokens, index) ?? ',') ? Math.max(extent() ?? 0, token.end) : undefined
    case 'mark': {
      if (pattern && /^[[*&!]/.test(token.text)) return extent()
      const close = token.text === '[' || token.text === '{' ? closing(tokens, index) : undefined
      const behind = close === undefined ? undefined : tokens[close + 1]
      const adjacent =
        behind !== undefined && (behind.kind === 'plain' || behind.kind === 'quoted' || /^[[{]$/.test(behind.text))
      return adjacent ? extent() : undefined
    }
    default:
      return undefined
  }
}

/** Whether brackets hold no more than a text would: `[draft]` or `{ref_id}`, and no mapping and no list. */
function isOneText(inside: readonly Token[], open: string): boolean {
  return !inside.some(({ kind, text }) => kind === 'mark' && text === (open === '{' ? ':' : ','))
}

/** The next thing on the same line, spaces aside. */
function nextText(tokens: readonly Token[], index: number): string | undefined {
  const next = tokens[index + 1]?.kind === 'space' ? tokens[index + 2] : tokens[index + 1]
  return next === undefined || next.kind === 'newline' || next.kind === 'comment' ? undefined : next.text
}

/** Whether more of a text stands behind a token; a comma is a habit from JSON, and a bracket too many another mistake. */
function followed(tokens: readonly Token[], index: number): boolean {
  const next = nextText(tokens, index)
  return next !== undefined && !/^[:,}\]]/.test(next)
}

/** The index of the bracket that closes one, on the same line. */
function closing(tokens: readonly Token[], index: number): number | undefined {
  let depth = 0
  for (let at = index; at < tokens.length && at - index < longestText; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'newline') return undefined
    if (token.kind !== 'mark') continue
    if (/^[[{]$/.test(token.text)) depth += 1
    else if (/^[\]}]$/.test(token.text)) depth -= 1
    if (depth === 0) return at
  }
  return undefined
}

/** Where the last thing of a token's line ends, a comment aside. */
function contentEnd(tokens: readonly Token[], index: number): number | undefined {
  let end = tokens[index]?.start ?? 0
  for (let at = index; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (at - index > longestText) return undefined
    if (token === undefined || token.kind === 'newline' || token.kind === 'comment') break
    if (token.kind !== 'space') end = token.end
  }
  return end
}

function lineEndOf(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}
