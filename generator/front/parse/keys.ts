import { isScalar, type Node } from 'yaml'
import { quoted } from '../../diagnostic/quoted.ts'
import type { Span } from '../../source/source-file.ts'
import { type Reading, spanOf } from './reading.ts'
import { reportTag } from './tags.ts'

/** Keys that JavaScript gives a meaning of its own. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

export interface ReadKey {
  /** Absent where the key was refused, and its entry is to be left out. */
  readonly entry?: { readonly key: string; readonly keySpan: Span }
  /** Where it ends in the mended text. */
  readonly end: number
}

/** Reads the keys of one mapping: each may stand there once. */
export class KeyBook {
  readonly #reading: Reading
  readonly #first = new Map<string, Span>()

  constructor(reading: Reading) {
    this.#reading = reading
  }

  read(node: Node | null): ReadKey {
    const [start, end] = node?.range ?? [0, 0]
    const span = spanOf(this.#reading, start, end)
    if (!isScalar(node)) {
      this.#refuse(span)
      return { end }
    }
    if (node.tag !== undefined) reportTag(this.#reading, start)
    // A plain key is its text: `null`, `1.50` and `yes` are names here, whatever YAML makes of them.
    const plain = node.type === 'PLAIN' && !`${node.value}`.includes(' ')
    const key = plain ? this.#reading.mended.text.slice(start, end) : `${node.value ?? ''}`
    if (key === '<<') this.#refuseMerge(span)
    else if (forbidden.has(key)) this.#refuseForbidden(key, span)
    else if (this.#repeats(key, span)) return { end }
    else return { entry: { key, keySpan: span }, end }
    return { end }
  }

  #repeats(key: string, span: Span): boolean {
    const first = this.#first.get(key)
    if (first === undefined) {
      this.#first.set(key, span)
      return false
    }
    this.#reading.report({
      code: 'syntax/duplicate-key',
      severity: 'error',
      message: `the key ${quoted(key)} stands twice in one mapping`,
      span,
      label: 'here again',
      related: [{ span: first, label: 'first here' }],
      help: 'join the two, or rename one of them',
    })
    return true
  }

  #refuse(span: Span): void {
    this.#reading.report({
      code: 'syntax/yaml',
      severity: 'error',
      message: 'a key must be a plain text',
      span,
      label: 'this is not',
      help: 'a text with brackets or a leading `*` needs quotes',
    })
  }

  #refuseMerge(span: Span): void {
    this.#reading.report({
      code: 'syntax/merge-key',
      severity: 'error',
      message: 'merge keys (`<<`) are not part of the language',
      span,
      label: 'merge key',
      help: 'put what is shared into a mixin and name it under `use`, or write it out',
    })
  }

  #refuseForbidden(key: string, span: Span): void {
    this.#reading.report({
      code: 'syntax/forbidden-key',
      severity: 'error',
      message: `\`${key}\` cannot be a key`,
      span,
      label: 'JavaScript gives this name a meaning of its own',
      help: 'choose another name',
    })
  }
}
