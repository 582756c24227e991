import type { Outline, OutlineComment, OutlineList, OutlineMap, OutlineScalar } from './outline.ts'
import { isComment, lineEnd, quoted, skipBlanks } from './scalars.ts'

/** A collection in braces or brackets, and where the text goes on behind it. */
interface FlowRead {
  readonly node: OutlineMap | OutlineList
  readonly end: number
}

/**
 * Reads a collection in braces or brackets. One that is not closed ends before a line that is not indented more than the block
 * around it: what follows is read as it would be if the collection were closed.
 */
export function readFlow(text: string, start: number, indent: number, comments: OutlineComment[]): FlowRead {
  const root = opened(text, start, indent)
  const open: (OutlineMap | OutlineList)[] = [root]
  let may: Expected = 'element'
  let at = start + 1
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const next = skipSpace(text, at, indent, comments)
    if (next === undefined) return { node: root, end: lineEnd(text, at) }
    // A comma may be missing at the end of a line; within one, what follows a whole element is no part of anything.
    if (may === 'comma' && text.slice(at, next).includes('\n')) may = 'element'
    at = next
    const char = text[at]
    if (char === '}' || char === ']') {
      // A bracket that closes the wrong collection closes all down to its own; one that closes none is passed over.
      const own = open.findLastIndex(({ kind }) => kind === (char === '}' ? 'map' : 'list'))
      if (own !== -1) open.length = own
      may = 'comma'
      at += 1
    } else if (char === ',') {
      may = 'element'
      at += 1
    } else if (char === '{' || char === '[') {
      const inner = opened(text, at, indent)
      put(top, inner, may)
      open.push(inner)
      may = 'element'
      at += 1
    } else if (char === ':' && top.kind === 'map') {
      at += 1
    } else {
      const scalar = flowScalar(text, at, indent)
      at = Math.max(scalar.end, at + 1)
      const colon = skipBlanks(text, at)
      if (top.kind === 'map' && isColon(text, colon, scalar.style !== 'plain')) {
        if (may !== 'comma') top.entries.push({ key: scalar, colon: true })
        may = 'value'
        at = colon + 1
      } else {
        if (top.kind === 'map' && may === 'element') top.entries.push({ key: scalar, colon: false })
        else put(top, scalar, may)
        may = 'comma'
      }
    }
  }
  return { node: root, end: at }
}

/** What may come next: an element or a key, the value of the last key, or nothing before a comma. */
type Expected = 'element' | 'value' | 'comma'

function opened(text: string, start: number, indent: number): OutlineMap | OutlineList {
  return text[start] === '{'
    ? { kind: 'map', start, flow: true, indent, entries: [] }
    : { kind: 'list', start, flow: true, indent, items: [] }
}

function put(holder: OutlineMap | OutlineList, value: Outline, may: Expected): void {
  if (may === 'comma') return
  if (holder.kind === 'list') holder.items.push({ value })
  else {
    const last = holder.entries.at(-1)
    if (may === 'value' && last !== undefined) last.value = value
  }
}

/** Behind blanks, line ends and comments; nothing where the text ends or the block around goes on. */
function skipSpace(text: string, start: number, indent: number, comments: OutlineComment[]): number | undefined {
  let at = start
  for (;;) {
    at = skipBlanks(text, at)
    if (at >= text.length) return undefined
    if (isComment(text, at)) {
      const end = lineEnd(text, at)
      comments.push({ start: at, end })
      at = end
    } else if (text[at] === '\n' || text[at] === '\r') {
      const lineStart = at + 1
      const first = skipBlanks(text, lineStart)
      const isBlank = first >= text.length || text[first] === '\n' || text[first] === '\r'
      const closes = text[first] === '}' || text[first] === ']'
      if (!isBlank && !closes && text[at] === '\n' && first - lineStart <= indent) return undefined
      at = lineStart
    } else return at
  }
}

function isColon(text: string, at: number, behindQuote: boolean): boolean {
  if (text[at] !== ':') return false
  const next = text[at + 1]
  return behindQuote || next === undefined || /[\s,{}[\]]/.test(next)
}

function flowScalar(text: string, start: number, indent: number): OutlineScalar {
  if (text[start] === '"' || text[start] === "'") {
    const scalar = quoted(text, start, indent)
    const isClosed = scalar.end - start > 1 && text[scalar.end - 1] === text[start]
    if (isClosed) return scalar
    const stop = text.slice(start, scalar.end).search(/[,}\]]/)
    return stop === -1 ? scalar : { ...scalar, end: start + stop }
  }
  const end = lineEnd(text, start)
  let at = start
  while (at < end) {
    const char = text[at] ?? ''
    // The arguments of a type belong to it, as they are meant, and so do the brackets of a list.
    const group = char === '(' ? /^\([^(){}[\]:\n]*\)/.exec(text.slice(at, end)) : null
    if (group !== null) at += group[0].length
    else if (at > start && char === '[' && /^\[\s*\]/.test(text.slice(at, end)) && /[\w)]/.test(text[at - 1] ?? ''))
      at = text.indexOf(']', at) + 1
    else if (/[,{}[\]]/.test(char) || isComment(text, at) || isColon(text, at, false)) break
    else at += 1
  }
  while (at > start && /[ \t]/.test(text[at - 1] ?? '')) at -= 1
  return { kind: 'scalar', style: 'plain', start, end: at }
}
