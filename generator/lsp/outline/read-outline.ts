import { readFlow } from './flow-reader.ts'
import type {
  Outline,
  OutlineComment,
  OutlineEntry,
  OutlineItem,
  OutlineList,
  OutlineMap,
  OutlineScalar,
} from './outline.ts'
import { blockKey, isComment, lineEnd, plainToLineEnd, quoted, skipBlanks } from './scalars.ts'

export interface ReadOutline {
  readonly root: OutlineMap
  readonly comments: readonly OutlineComment[]
}

/** Reads the outline of a text, which may be half written. In time linear to its length; fails for no text. */
export function readOutline(text: string): ReadOutline {
  return new BlockReader(text).read()
}

type Holder = OutlineMap | OutlineList
type Slot = OutlineEntry | OutlineItem

class BlockReader {
  readonly #text: string
  readonly #comments: OutlineComment[] = []
  readonly #root: OutlineMap = { kind: 'map', start: 0, flow: false, indent: 0, entries: [] }
  /** The collections that are open, outermost first. */
  #open: Holder[] = [this.#root]
  /** The last value that stands on a line of its own, and its column: keys below it may show that it is one too. */
  #own: { readonly value: Outline; readonly column: number } | undefined

  constructor(text: string) {
    this.#text = text
  }

  read(): ReadOutline {
    const text = this.#text
    for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; ) {
      const first = skipBlanks(text, at)
      const end = lineEnd(text, first)
      const isMark = first === at && /^(?:---|\.\.\.|%)/.test(text.slice(at, at + 3))
      const after = first >= end || isMark ? end : this.#line(first, first - at)
      const newline = text.indexOf('\n', after)
      if (newline === -1) break
      at = newline + 1
    }
    return { root: this.#root, comments: this.#comments }
  }

  /** Reads what begins at a column of a line. @returns where it ends, perhaps some lines below */
  #line(start: number, column: number): number {
    const text = this.#text
    if (isComment(text, start)) return this.#comment(start)
    this.#leave(start, column)
    const end = lineEnd(text, start)
    let at = start
    let indent = column
    while (text[at] === '-' && /^\s?$/.test(text[at + 1] ?? '')) {
      this.#item(at, indent)
      const next = skipBlanks(text, at + 1)
      indent += next - at
      at = next
      if (at >= end) return at
      if (isComment(text, at)) return this.#comment(at)
    }
    const found = blockKey(text, at, indent)
    if (found === undefined) return this.#loose(at, indent)
    const entry: OutlineEntry = { key: found.key, colon: true }
    this.#map(at, indent).entries.push(entry)
    return this.#value(entry, skipBlanks(text, found.colon + 1), indent)
  }

  /** Closes what a line at a column is no part of. */
  #leave(start: number, column: number): void {
    const isItem = this.#text[start] === '-' && /^\s?$/.test(this.#text[start + 1] ?? '')
    while (this.#open.length > 1) {
      const top = this.#open.at(-1)
      if (top === undefined || top.indent < column) break
      // A list may have the column of the key that it is the value of: another key of that column ends it.
      if (top.indent === column && (top.kind === 'map' ? !isItem || this.#holdsListAt(top) : isItem)) break
      this.#open.pop()
    }
  }

  /** Whether a dash at the column of a mapping's keys is an item of the value of its last key. */
  #holdsListAt({ entries }: OutlineMap): boolean {
    const value = entries.at(-1)?.value
    return entries.length > 0 && (value === undefined || value.kind === 'list')
  }

  #slot(): Slot | undefined {
    const top = this.#open.at(-1)
    return top?.kind === 'map' ? top.entries.at(-1) : top?.items.at(-1)
  }

  #item(start: number, indent: number): void {
    const top = this.#open.at(-1)
    if (top?.kind === 'list' && top.indent === indent) {
      top.items.push({})
      return
    }
    const list: OutlineList = { kind: 'list', start, flow: false, indent, items: [{}] }
    this.#put(list)
    this.#open.push(list)
  }

  /** The mapping whose keys stand at a column: the open one, or a new one. */
  #map(start: number, indent: number): OutlineMap {
    const top = this.#open.at(-1)
    if (top?.kind === 'map' && (top.indent === indent || (top === this.#root && top.entries.length === 0))) return top
    const slot = this.#slot()
    if (slot === undefined || (slot.value !== undefined && slot.value.kind !== 'scalar')) {
      // Indented as nothing around it is: a key of the innermost mapping, as long as it is being moved.
      const nearest = this.#open.findLast((holder) => holder.kind === 'map')
      return nearest?.kind === 'map' ? nearest : this.#root
    }
    const typed = slot.value !== undefined && this.#own?.value === slot.value && this.#own.column === indent
    const first: OutlineEntry[] = typed && slot.value !== undefined ? [{ key: slot.value, colon: false }] : []
    const map: OutlineMap = { kind: 'map', start: first[0]?.key.start ?? start, flow: false, indent, entries: first }
    slot.value = map
    this.#open.push(map)
    return map
  }

  #put(value: Outline): void {
    const slot = this.#slot()
    if (slot !== undefined) slot.value = value
  }

  /** A text on a line of its own or behind a dash: a value, the next line of one, or a key without its colon yet. */
  #loose(start: number, indent: number): number {
    const slot = this.#slot()
    const top = this.#open.at(-1)
    const isKeyColumn = top?.kind === 'map' && top.indent >= indent
    if (slot !== undefined && !isKeyColumn) {
      if (slot.value === undefined) {
        const end = this.#value(slot, start, this.#indentAround())
        if (slot.value !== undefined) this.#own = { value: slot.value, column: indent }
        return end
      }
      if (slot.value.kind === 'scalar' && slot.value.style === 'plain') {
        slot.value.end = plainToLineEnd(this.#text, start).end
        return this.#trailing(slot.value.end)
      }
    }
    const map = this.#open.findLast((holder) => holder.kind === 'map')
    if (this.#text[start] === '{' || this.#text[start] === '[')
      return readFlow(this.#text, start, indent, this.#comments).end
    const key = /["']/.test(this.#text[start] ?? '')
      ? quoted(this.#text, start, indent)
      : plainToLineEnd(this.#text, start)
    if (map?.kind === 'map') map.entries.push({ key, colon: false })
    return this.#trailing(key.end)
  }

  #indentAround(): number {
    return this.#open.at(-1)?.indent ?? 0
  }

  /** Reads what stands behind a colon or a dash. */
  #value(slot: Slot, start: number, indent: number): number {
    const text = this.#text
    const end = lineEnd(text, start)
    if (start >= end) return end
    if (isComment(text, start)) return this.#comment(start)
    const char = text[start] ?? ''
    if (char === '&' || char === '!') {
      const word = /^\S+/.exec(text.slice(start, end))?.[0] ?? ''
      return this.#value(slot, skipBlanks(text, start + word.length), indent)
    }
    if (char === '{' || char === '[') {
      const { node, end: after } = readFlow(text, start, indent, this.#comments)
      slot.value = node
      return this.#trailing(after)
    }
    if (char === '|' || char === '>') return this.#block(slot, start, indent)
    const scalar: OutlineScalar =
      char === '"' || char === "'" ? quoted(text, start, indent) : plainToLineEnd(text, start)
    slot.value = scalar
    return this.#trailing(scalar.end)
  }

  /** Takes up what is left of a line behind a value: at most a comment, where nothing is wrong. */
  #trailing(start: number): number {
    const end = lineEnd(this.#text, start)
    for (let at = start; at < end; at += 1) if (isComment(this.#text, at)) return this.#comment(at)
    return end
  }

  /** A text in a block: all lines below that are empty or indented more than the key. */
  #block(slot: Slot, start: number, indent: number): number {
    const text = this.#text
    let end = this.#trailing(start)
    for (let newline = text.indexOf('\n', end); newline !== -1; newline = text.indexOf('\n', end)) {
      const first = skipBlanks(text, newline + 1)
      const below = lineEnd(text, first)
      if (first < below && first - newline - 1 <= indent) break
      if (below >= text.length) {
        end = text.length
        break
      }
      end = below
    }
    slot.value = { kind: 'scalar', style: 'block', start, end }
    return end
  }

  #comment(start: number): number {
    const end = lineEnd(this.#text, start)
    this.#comments.push({ start, end })
    return end
  }
}
