import type { Span } from '../../source/source-file.ts'
import type { SpecNode } from '../node.ts'
import { limits } from './limits.ts'
import type { Reading } from './reading.ts'

interface Anchor {
  /** Absent while what it names is still being read. */
  node?: SpecNode
  /** How many nodes it stands for. */
  size: number
}

/**
 * The anchors of one file, in reading order. An alias stands for the very node that was anchored, so that nothing is
 * copied; what the later stages will walk through is counted, and bounded.
 */
export class AliasBook {
  readonly #reading: Reading
  readonly #anchors = new Map<string, Anchor>()
  #nodes = 0
  #uses = 0
  #aliased = 0
  #reported = false

  constructor(reading: Reading) {
    this.#reading = reading
  }

  /** Counts one node that was read. */
  count(nodes = 1): void {
    this.#nodes += nodes
  }

  /** Gives the count of nodes before the anchored one, for `close`. */
  open(name: string): number {
    this.#anchors.set(name, { size: 0 })
    return this.#nodes
  }

  close(name: string, node: SpecNode, entered: number): void {
    this.#anchors.set(name, { node, size: this.#nodes - entered })
  }

  /** What an alias stands for, placed where the alias stands. */
  use(name: string, span: Span): SpecNode {
    const nothing: SpecNode = { kind: 'scalar', value: null, span, quoted: false }
    const anchor = this.#anchors.get(name)
    this.#uses += 1
    if (anchor?.node === undefined) {
      this.#unknown(name, span, anchor !== undefined)
      this.#reading.lost.add(nothing)
      return nothing
    }
    this.#aliased += anchor.size
    if (this.#uses > limits.aliases || this.#aliased > limits.aliasedNodes) {
      this.#tooMany(span)
      this.#reading.lost.add(nothing)
      return nothing
    }
    this.count(anchor.size)
    return { ...anchor.node, span }
  }

  #unknown(name: string, span: Span, within: boolean): void {
    this.#reading.report({
      code: 'syntax/unknown-alias',
      severity: 'error',
      message: within
        ? `the alias \`*${name}\` stands inside what it names`
        : `no anchor \`&${name}\` stands before this alias`,
      span,
      label: within ? 'refers to itself' : 'unknown alias',
      help: 'a text that starts with `*` needs quotes',
      fixes: [{ title: 'Quote the text', edits: [{ span, text: `'*${name}'` }] }],
    })
  }

  #tooMany(span: Span): void {
    if (this.#reported) return
    this.#reported = true
    this.#reading.report({
      code: 'syntax/too-many-aliases',
      severity: 'error',
      message:
        this.#uses > limits.aliases
          ? `more than ${limits.aliases} aliases in one file`
          : `aliases stand for more than ${limits.aliasedNodes.toLocaleString('en-US')} values together`,
      span,
      label: 'this one is too much',
      help: 'put what is shared into a mixin or a value type',
    })
  }
}
