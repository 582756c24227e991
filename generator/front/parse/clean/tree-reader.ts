import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml-5'
import type { SourceFile, Span } from '../../../source/source-file.ts'
import type { ListNode, MapEntry, MapNode, ScalarNode, SpecNode } from '../../node.ts'
import { isReserved } from '../keys.ts'
import { limits } from '../limits.ts'
import { trimmedEnd } from '../scalars.ts'
import { blockHeader, flowEnd, hasCommentBelow, isBelowComment, startsLine, valueFrom } from './gaps.ts'
import { isCutPattern, isCutType } from './misread.ts'
import { plainValue } from './plain-value.ts'

/** Longer keys YAML refuses, counted with what is before their colon. */
const longestKey = 1_000

/** Up to so many keys are compared with one another, which is faster than a set. */
const fewKeys = 8

/** Makes the tree from the events of one file. Every method gives nothing where it meets what is not plainly clean. */
export class TreeReader {
  readonly #file: SourceFile
  readonly #text: string
  readonly #events: readonly Event[]
  /** The same keys stand in every entity: each is kept once. */
  readonly #names = new Map<string, string>()
  /** The event that is next. */
  #at = 0
  /** Where in the text the last thing ended that was read. */
  #end = 0

  constructor(file: SourceFile, events: readonly Event[]) {
    this.#file = file
    this.#text = file.text
    this.#events = events
  }

  /** The mapping that is the whole file. */
  root(): MapNode | undefined {
    const [document, first] = this.#events
    if (document?.type !== EVENT_ID.DOCUMENT || document.explicitEnd || document.directives.length > 0) return undefined
    if (document.explicitStart && !this.#text.startsWith('---\n')) return undefined
    if (first?.type !== EVENT_ID.MAPPING) return undefined
    this.#at = 2
    const root = this.#map(first, 1)
    // Behind it comes the end of the document, and no other.
    return this.#at === this.#events.length - 1 ? root : undefined
  }

  #node(event: Event | undefined, depth: number, inFlow: boolean): SpecNode | undefined {
    this.#at += 1
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return this.#scalar(event, inFlow)
      case EVENT_ID.MAPPING:
        return this.#map(event, depth)
      case EVENT_ID.SEQUENCE:
        return this.#list(event, depth)
      default:
        return undefined
    }
  }

  #map(event: MappingEvent, depth: number): MapNode | undefined {
    if (depth > limits.depth || hasProperties(event)) return undefined
    const inFlow = event.style === COLLECTION_STYLE.FLOW
    if (inFlow) {
      if (this.#text.charAt(event.start) !== '{') return undefined
      this.#end = event.start + 1
    }
    const entries: MapEntry[] = []
    for (let next = this.#next(); next?.type !== EVENT_ID.POP; next = this.#next()) {
      const entry = this.#entry(next, depth, inFlow)
      if (entry === undefined) return undefined
      const { start } = entry.keySpan
      if (!inFlow && (entries.length === 0 ? start !== event.start : !startsLine(this.#text, start))) return undefined
      entries.push(entry)
    }
    if (repeats(entries)) return undefined
    const span = this.#close(event, '}')
    // The copy is as long as it has to be: an array that grew has room to spare.
    return span === undefined ? undefined : { kind: 'map', entries: entries.slice(), span }
  }

  #entry(event: Event | undefined, depth: number, inFlow: boolean): MapEntry | undefined {
    if (event?.type !== EVENT_ID.SCALAR) return undefined
    this.#at += 1
    const keySpan = this.#keySpan(event)
    if (keySpan === undefined || (inFlow && event.style === SCALAR_STYLE.PLAIN && isCutType(this.#slice(event))))
      return undefined
    const key = this.#name(getScalarValue(this.#text, event))
    if (isReserved(key)) return undefined
    const behindColon = valueFrom(this.#text, keySpan.end)
    if (behindColon === undefined) return undefined
    this.#end = behindColon
    const next = this.#next()
    if (key === 'pattern' && (next?.type !== EVENT_ID.SCALAR || isCutPattern(this.#text, next, inFlow)))
      return undefined
    const isEmpty = next?.type === EVENT_ID.SCALAR && next.valueStart === -1
    const value = isEmpty ? this.#empty(next, inFlow) : this.#node(next, depth + 1, inFlow)
    return value === undefined ? undefined : { key, keySpan, value }
  }

  #keySpan(event: ScalarEvent): Span | undefined {
    const { valueStart, valueEnd, style } = event
    if (hasProperties(event) || valueStart === -1 || valueEnd - valueStart > longestKey) return undefined
    if (style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK) return undefined
    if (this.#slice(event).includes('\n')) return undefined
    const quote = style === SCALAR_STYLE.PLAIN ? 0 : 1
    return { file: this.#file, start: valueStart - quote, end: valueEnd + quote }
  }

  /** The value of a key that has none, which stands behind its colon. */
  #empty(event: ScalarEvent, inFlow: boolean): ScalarNode | undefined {
    this.#at += 1
    return inFlow || hasProperties(event) ? undefined : this.#scalarNode(null, this.#end, this.#end, false)
  }

  #list(event: SequenceEvent, depth: number): ListNode | undefined {
    if (depth > limits.depth || hasProperties(event)) return undefined
    const inFlow = event.style === COLLECTION_STYLE.FLOW
    this.#end = event.start + 1
    const items: SpecNode[] = []
    for (let next = this.#next(); next?.type !== EVENT_ID.POP; next = this.#next()) {
      const item = this.#node(next, depth + 1, inFlow)
      if (item === undefined) return undefined
      items.push(item)
    }
    const span = this.#close(event, ']')
    return span === undefined ? undefined : { kind: 'list', items: items.slice(), span }
  }

  /** Ends a mapping or a list. A block ends with the last thing in it. */
  #close({ start, style }: MappingEvent | SequenceEvent, bracket: string): Span | undefined {
    this.#at += 1
    const end = style === COLLECTION_STYLE.FLOW ? flowEnd(this.#text, this.#end, bracket.charCodeAt(0)) : this.#end
    if (end === undefined) return undefined
    this.#end = end
    return { file: this.#file, start, end }
  }

  #scalar(event: ScalarEvent, inFlow: boolean): ScalarNode | undefined {
    const { valueStart, valueEnd, style } = event
    if (valueStart === -1 || hasProperties(event)) return undefined
    const text = getScalarValue(this.#text, event)
    switch (style) {
      case SCALAR_STYLE.PLAIN: {
        const value = plainValue(text)
        const isInexact = Number.isInteger(value) && !Number.isSafeInteger(value)
        const isOdd = inFlow
          ? isCutType(text) || hasCommentBelow(this.#text, valueEnd)
          : isBelowComment(this.#text, this.#end, valueStart)
        if (isInexact || isOdd) return undefined
        return this.#scalarNode(value, valueStart, valueEnd, false)
      }
      case SCALAR_STYLE.DOUBLE_QUOTED:
        if (!event.fast && this.#slice(event).includes('\\\n')) return undefined
        return this.#scalarNode(text, valueStart - 1, valueEnd + 1, true)
      case SCALAR_STYLE.SINGLE_QUOTED:
        return this.#scalarNode(text, valueStart - 1, valueEnd + 1, true)
      case SCALAR_STYLE.LITERAL_BLOCK:
      case SCALAR_STYLE.FOLDED_BLOCK: {
        const start = blockHeader(this.#text, this.#end, valueStart)
        if (start === undefined || text.trim() === '') return undefined
        return this.#scalarNode(text, start, trimmedEnd(this.#text, start, valueEnd), true)
      }
    }
  }

  #scalarNode(value: ScalarNode['value'], start: number, end: number, quoted: boolean): ScalarNode {
    this.#end = end
    return { kind: 'scalar', value, span: { file: this.#file, start, end }, quoted }
  }

  #name(key: string): string {
    const known = this.#names.get(key)
    if (known !== undefined) return known
    this.#names.set(key, key)
    return key
  }

  #slice({ valueStart, valueEnd }: ScalarEvent): string {
    return this.#text.slice(valueStart, valueEnd)
  }

  #next(): Event | undefined {
    return this.#events[this.#at]
  }
}

/** Whether an anchor or a tag stands before it. */
function hasProperties({ anchorStart, tagStart }: ScalarEvent | MappingEvent | SequenceEvent): boolean {
  return anchorStart !== -1 || tagStart !== -1
}

function repeats(entries: readonly MapEntry[]): boolean {
  if (entries.length > fewKeys) return new Set(entries.map(({ key }) => key)).size < entries.length
  return entries.some(({ key }, index) => entries.findIndex((entry) => entry.key === key) < index)
}
