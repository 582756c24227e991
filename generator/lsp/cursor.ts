import type { SourceFile } from '../source/source-file.ts'
import type { Outline, OutlineEntry, OutlineMap, OutlineScalar } from './outline/outline.ts'
import { readOutline } from './outline/read-outline.ts'

/** One step down from a collection to a value in it. */
export type Step = { readonly kind: 'key'; readonly name: string } | { readonly kind: 'item'; readonly index: number }

/** A word of a text, without its quotes: what a completion replaces. Offsets are into the file. */
export interface CursorWord {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly style: OutlineScalar['style']
}

/** What stands at an offset of a text, or would if something were typed there. */
export interface Cursor {
  readonly offset: number
  /**
   * `key`: a key of the mapping at `path`; `value`: the text at `path`, or the place where it would begin; `comment`: in a
   * comment, whose text `word` is.
   */
  readonly role: 'key' | 'value' | 'comment'
  /** From the root down. */
  readonly path: readonly Step[]
  readonly word: CursorWord
  /** The keys that the mapping at `path` has besides this one; none for a value. */
  readonly siblings: readonly string[]
  /** Whether a key has its colon already. */
  readonly colon: boolean
  /** Whether braces or brackets hold it. */
  readonly flow: boolean
  /** Whether nothing but blanks and dashes stands before it in its line: a mapping or list could begin there. */
  readonly first: boolean
  /** Whether it touches the colon or dash before it: a blank must come first. */
  readonly glued: boolean
}

/** Stands where the cursor is while the text is read, so that there is always a word at it. */
const mark = 'x'

/** What stands at an offset of a file, however broken the file is. */
export function cursorAt(file: SourceFile, offset: number): Cursor {
  const glued = isGlued(file.text, offset) ? read(file.text, offset, ` ${mark}`) : undefined
  // A colon or dash that a blank turns into a sign was one; any other belongs to a word.
  if (glued !== undefined && glued.word.start === offset && glued.word.text === '') return glued
  return read(file.text, offset, mark)
}

function isGlued(text: string, offset: number): boolean {
  const before = text[offset - 1]
  const isLast = /^[ \t]*(?:$|[\r\n,}\]]|#)/.test(text.slice(offset, text.indexOf('\n', offset) + 1 || undefined))
  return isLast && (before === ':' || (before === '-' && /(^|\s)-$/.test(text.slice(Math.max(0, offset - 2), offset))))
}

/** Reads the text with a mark put in, and gives offsets as they are without it. */
function read(text: string, offset: number, put: string): Cursor {
  const marked = text.slice(0, offset) + put + text.slice(offset)
  const at = offset + put.length - 1
  const { root, comments } = readOutline(marked)
  const original = (place: number): number => (place > offset ? Math.max(offset, place - put.length) : place)
  const glued = put.length > mark.length
  const worded = ({ start, end }: Extent, style: CursorWord['style']): CursorWord => {
    const from = original(start)
    const to = original(end)
    return { start: from, end: to, text: text.slice(from, to), style }
  }
  const comment = comments.find(({ start, end }) => start < at && at < end)
  if (comment !== undefined) {
    return { offset, role: 'comment', path: [], word: worded(comment, 'plain'), ...nothing, glued }
  }
  const found = scalarAt(root, at, marked)
  // Behind something that is whole, such as a closing quote: nothing can stand there.
  if (found === undefined)
    return { offset, role: 'value', path: [], word: worded({ start: at, end: at + 1 }, 'plain'), ...nothing, glued }
  const { scalar, ...place } = found
  const before = marked.slice(marked.lastIndexOf('\n', scalar.start - 1) + 1, scalar.start)
  return {
    offset,
    ...place,
    word: worded(withoutQuotes(scalar, marked), scalar.style),
    first: /^[ \t]*(?:-[ \t]+)*$/.test(before),
    glued,
  }
}

interface Extent {
  readonly start: number
  readonly end: number
}

const nothing = { siblings: [], colon: false, flow: false, first: false } as const

type Found = Pick<Cursor, 'role' | 'path' | 'siblings' | 'colon' | 'flow'> & { readonly scalar: OutlineScalar }

/** The text of an outline that holds an offset, and the way to it. */
function scalarAt(root: OutlineMap, offset: number, text: string): Found | undefined {
  const path: Step[] = []
  let flow = false
  for (let node: Outline | undefined = root; node !== undefined; ) {
    if (node.kind === 'scalar') {
      return holds(node, offset) ? { scalar: node, role: 'value', path, siblings: [], colon: false, flow } : undefined
    }
    flow ||= node.flow
    if (node.kind === 'list') {
      const index: number = node.items.findLastIndex(({ value }) => value !== undefined && value.start <= offset)
      path.push({ kind: 'item', index })
      node = node.items[index]?.value
      continue
    }
    const entry: OutlineEntry | undefined = node.entries.findLast(({ key }) => key.start <= offset)
    if (entry === undefined) return undefined
    if (holds(entry.key, offset)) {
      const siblings = node.entries.filter((other) => other !== entry).map(({ key }) => nameOf(key, text))
      return { scalar: entry.key, role: 'key', path, siblings, colon: entry.colon, flow }
    }
    path.push({ kind: 'key', name: nameOf(entry.key, text) })
    node = entry.value
  }
  return undefined
}

function holds({ start, end }: Extent, offset: number): boolean {
  return start <= offset && offset < end
}

function nameOf(key: OutlineScalar, text: string): string {
  const { start, end } = withoutQuotes(key, text)
  return text.slice(start, end)
}

function withoutQuotes({ start, end, style }: OutlineScalar, text: string): Extent {
  if (style !== 'single' && style !== 'double') return { start, end }
  const isClosed = end - start > 1 && text[end - 1] === text[start]
  return { start: start + 1, end: isClosed ? end - 1 : end }
}
