import type { Alias, Node, Pair, YAMLMap, YAMLSeq } from 'yaml'
import type { Span } from '../../source/source-file.ts'
import type { ListNode, MapEntry, MapNode, ScalarNode, SpecNode } from '../node.ts'
import { AliasBook } from './aliases.ts'
import { KeyBook } from './keys.ts'
import { limits } from './limits.ts'
import { type Reading, spanOf } from './reading.ts'
import { scalarOf } from './scalars.ts'
import { reportTag } from './tags.ts'
import { reportTooDeep } from './too-deep.ts'
import { yamlLibrary } from './yaml-library.ts'

type Converted = { readonly node: SpecNode; readonly end: number }

/** Turns the tree of the YAML library into ours. It recurses, since the depth is bounded. */
export class Converter {
  readonly #yaml = yamlLibrary()
  readonly #reading: Reading
  readonly #aliases: AliasBook

  constructor(reading: Reading) {
    this.#reading = reading
    this.#aliases = new AliasBook(reading)
  }

  /** The node, whatever it is; what cannot be read is reported and becomes `null`. */
  convert(node: Node): SpecNode {
    return this.#any(node, 1).node
  }

  #any(node: Node, depth: number): Converted {
    const [start, end] = node.range ?? [0, 0]
    if (this.#yaml.isAlias(node))
      return { node: this.#aliases.use(node.source, spanOf(this.#reading, start, end)), end }
    if (node.tag !== undefined) reportTag(this.#reading, start)
    const anchor = 'anchor' in node && typeof node.anchor === 'string' ? node.anchor : undefined
    if (anchor === undefined) return this.#bare(node, depth)
    const entered = this.#aliases.open(anchor)
    const converted = this.#bare(node, depth)
    this.#aliases.close(anchor, converted.node, entered)
    return converted
  }

  #bare(node: Exclude<Node, Alias>, depth: number): Converted {
    const [start, end] = node.range ?? [0, 0]
    this.#aliases.count()
    if (this.#yaml.isScalar(node)) return scalarOf(this.#reading, node)
    if (depth > limits.depth) return { node: this.#tooDeep(start), end }
    return this.#yaml.isMap(node) ? this.#map(node, depth) : this.#list(node, depth)
  }

  #map(node: YAMLMap, depth: number): Converted {
    const [start, end] = node.range ?? [0, 0]
    const entries: MapEntry[] = []
    const keys = new KeyBook(this.#reading)
    let merges = false
    let last = start
    for (const pair of node.items as readonly Pair<Node | null, Node | null>[]) {
      const key = keys.read(pair.key, pair.value?.range?.[1] ?? 0)
      merges ||= key.isMerge === true
      // What a merge key takes in says nothing once the key is refused.
      const isTaken = key.isMerge === true && this.#yaml.isAlias(pair.value)
      const value = pair.value === null || isTaken ? this.#nothing(key.end) : this.#any(pair.value, depth + 1)
      last = isTaken ? (pair.value?.range?.[1] ?? value.end) : value.end
      if (key.entry !== undefined) entries.push({ ...key.entry, value: value.node })
    }
    // A block has no end of its own: the library counts the blank lines and comments behind it too.
    const stop = node.flow === true ? end : last
    const map: MapNode = { kind: 'map', entries, span: spanOf(this.#reading, start, stop) }
    if (merges) this.#reading.lost.add(map)
    return { node: map, end: stop }
  }

  #list(node: YAMLSeq, depth: number): Converted {
    const [start, end] = node.range ?? [0, 0]
    const items = (node.items as readonly Node[]).map((item) => this.#any(item, depth + 1))
    const stop = node.flow === true ? end : (items.at(-1)?.end ?? end)
    const span = spanOf(this.#reading, start, stop)
    return { node: { kind: 'list', items: items.map((item) => item.node), span } satisfies ListNode, end: stop }
  }

  #nothing(at: number): Converted {
    return { node: this.#null(spanOf(this.#reading, at, at)), end: at }
  }

  #null(span: Span): ScalarNode {
    return { kind: 'scalar', value: null, span, quoted: false }
  }

  #tooDeep(start: number): ScalarNode {
    reportTooDeep(this.#reading, start)
    const lost = this.#null(spanOf(this.#reading, start, start + 1))
    this.#reading.lost.add(lost)
    return lost
  }
}
