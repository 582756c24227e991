import type { Diagnostic } from '../../generator/diagnostic/diagnostic.ts'
import type { ShapedDocument, SpecNode } from '../../generator/front/node.ts'
import { parse } from '../../generator/front/parse.ts'
import { checkShape } from '../../generator/front/shape.ts'

export interface ReadText {
  readonly diagnostics: readonly Diagnostic[]
  /** What was read, as plain data; absent where no mapping could be had. */
  readonly value: unknown
}

/** Parses one file. */
export function parseText(text: string): ReadText {
  const diagnostics: Diagnostic[] = []
  const document = parse({ path: 'a.yaml', text }, (diagnostic) => diagnostics.push(diagnostic))
  return { diagnostics, value: document === undefined ? undefined : plain(document.root) }
}

/** Parses one file and checks its shape. */
export function shapeText(text: string): ReadText & { readonly document: ShapedDocument | undefined } {
  const diagnostics: Diagnostic[] = []
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic)
  }
  const parsed = parse({ path: 'a.yaml', text }, report)
  const document = parsed === undefined ? undefined : checkShape(parsed, report)
  return { diagnostics, document, value: document === undefined ? undefined : plain(document.root) }
}

function plain(node: SpecNode): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(plain)
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]))
}

/** A diagnostic as a line to compare: code, the text it points at, message. */
export function brief({ code, span, message }: Diagnostic): string {
  return `${code} [${span?.file.text.slice(span.start, span.end)}] ${message}`
}

/** The text after the fixes that are the only one of their diagnostic. */
export function fixed(text: string, diagnostics: readonly Diagnostic[]): string {
  const edits = diagnostics.flatMap(({ fixes = [] }) => (fixes.length === 1 ? (fixes[0]?.edits ?? []) : []))
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((now, { span, text: put }) => now.slice(0, span.start) + put + now.slice(span.end), text)
}
