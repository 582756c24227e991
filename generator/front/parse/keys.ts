import type { Node } from 'yaml'
import type { Fix } from '../../diagnostic/diagnostic.ts'
import { quoted } from '../../diagnostic/quoted.ts'
import type { Span } from '../../source/source-file.ts'
import { type Reading, spanOf } from './reading.ts'
import { reportTag } from './tags.ts'
import { yamlLibrary } from './yaml-library.ts'

/** Keys that JavaScript gives a meaning of its own. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

const mergeKey = '<<'

/** Whether a key cannot stand in a spec, however it is written. */
export function isReserved(key: string): boolean {
  return key === mergeKey || forbidden.has(key)
}

export interface ReadKey {
  /** Whether something was to be put in its place that the language has not: what else there is cannot be known. */
  readonly isMerge?: true
  /** Absent where the key was refused, and its entry is to be left out. */
  readonly entry?: { readonly key: string; readonly keySpan: Span }
  /** Where it ends in the mended text. */
  readonly end: number
}

/** Reads the keys of one mapping: each may stand there once. */
export class KeyBook {
  readonly #reading: Reading
  readonly #first = new Map<string, { readonly span: Span; readonly text: string }>()

  constructor(reading: Reading) {
    this.#reading = reading
  }

  /** @param end where the value of the key ends in the mended text */
  read(node: Node | null, valueEnd: number): ReadKey {
    const [start, end] = node?.range ?? [0, 0]
    const span = spanOf(this.#reading, start, end)
    if (!yamlLibrary().isScalar(node)) {
      this.#refuse(span)
      return { end }
    }
    if (node.tag !== undefined) reportTag(this.#reading, start)
    // A plain key is its text: `null`, `1.50` and `yes` are names here, whatever YAML makes of them.
    const plain = node.type === 'PLAIN' && !`${node.value}`.includes(' ')
    const key = plain ? this.#reading.mended.text.slice(start, end) : `${node.value ?? ''}`
    if (key === mergeKey) {
      this.#refuseMerge(span)
      return { isMerge: true, end }
    }
    if (forbidden.has(key)) this.#refuseForbidden(key, span)
    else if (this.#repeats(key, span, start, Math.max(end, valueEnd))) return { end }
    else return { entry: { key, keySpan: span }, end }
    return { end }
  }

  #repeats(key: string, span: Span, start: number, end: number): boolean {
    const first = this.#first.get(key)
    const text = this.#reading.mended.text.slice(start, end).trim()
    if (first === undefined) {
      this.#first.set(key, { span, text })
      return false
    }
    const mend = text === first.text ? this.#withoutLines(start, start + text.length) : undefined
    this.#reading.report({
      code: 'syntax/duplicate-key',
      severity: 'error',
      message: `the key ${quoted(key)} stands twice in one mapping`,
      span,
      label: 'here again',
      related: [{ span: first.span, label: 'first here' }],
      help: mend === undefined ? 'join the two, or rename one of them' : 'remove one of the two: they say the same',
      ...(mend === undefined ? {} : { fixes: [mend] }),
    })
    return true
  }

  /** Removes a key that has its lines to itself; a comment beside it would be lost with it. */
  #withoutLines(start: number, end: number): Fix | undefined {
    const { text } = this.#reading.mended
    const from = text.lastIndexOf('\n', start - 1) + 1
    const lineEnd = text.indexOf('\n', end)
    const to = lineEnd === -1 ? text.length : lineEnd + 1
    const isAlone = text.slice(from, start).trim() === '' && text.slice(end, to).trim() === ''
    if (!isAlone || /(?:^|\s)#/.test(text.slice(start, end))) return undefined
    return { title: 'Remove the second', edits: [{ span: spanOf(this.#reading, from, to), text: '' }] }
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
