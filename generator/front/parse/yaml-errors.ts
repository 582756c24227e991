import type { Document } from 'yaml'
import { lineStarts, positionAt } from '../../source/source-file.ts'
import { type Reading, spanOf } from './reading.ts'
import type { TreeSigns } from './tree-walk.ts'
import { yamlWords } from './yaml-words.ts'

/** After so many, what is left says nothing more. */
const most = 50

/** Codes of the library for what is reported elsewhere, where more is known of it. */
const elsewhere: ReadonlySet<string> = new Set([
  'TAG_RESOLVE_FAILED',
  'BAD_COLLECTION_TYPE',
  'BAD_DIRECTIVE',
  'DUPLICATE_KEY',
  'TAB_AS_INDENT',
  'MULTIPLE_DOCS',
])

/**
 * Reports what the YAML library could not read, in our words: of each line only the first, and of what stands behind
 * the end of the document only that it ended. Gives the places in the mended text near which the tree is not to be
 * trusted.
 */
export function reportYamlErrors(reading: Reading, document: Document.Parsed, signs: TreeSigns): readonly number[] {
  const { text } = reading.mended
  const end = document.contents?.range?.[2] ?? 0
  const starts = lineStarts(text)
  const lines = new Set<number>()
  const damaged: number[] = []
  let ended = false
  const errors = document.errors.filter(({ code }) => !elsewhere.has(code)).sort((a, b) => a.pos[0] - b.pos[0])
  for (const { code, pos } of errors) {
    const [at] = pos
    const behind = code === 'UNEXPECTED_TOKEN' && at >= end
    if (ended && behind) continue
    if (damaged.length === most) break
    const { line } = positionAt(starts, at)
    if (lines.has(line)) continue
    lines.add(line)
    ended ||= behind
    damaged.push(at)
    const { range, fix, code: ours = 'syntax/yaml', ...words } = yamlWords(code, pos, text, signs)
    const [from, to] = range ?? [at, Math.max(pos[1], at + 1)]
    const span = spanOf(reading, from, Math.min(to, text.length))
    const place = fix?.range === undefined ? span : spanOf(reading, fix.range[0], fix.range[1])
    const fixes = fix === undefined ? {} : { fixes: [{ title: fix.title, edits: [{ span: place, text: fix.text }] }] }
    reading.report({ code: ours, severity: 'error', span, ...words, ...fixes })
  }
  return damaged
}

/** A second document, behind `---` or `...`: a file of a spec is one. */
export function reportSecondDocument(reading: Reading, document: Document.Parsed): void {
  const second = document.errors.find(({ code }) => code === 'MULTIPLE_DOCS')
  if (second === undefined) return
  const { text } = reading.mended
  const [at] = second.pos
  const marker = text.lastIndexOf('---', at + 3)
  const start = marker === -1 || text.slice(marker + 3, at).trim() !== '' ? at : marker
  reading.report({
    code: 'syntax/multiple-documents',
    severity: 'error',
    message: 'the file holds several YAML documents',
    span: spanOf(reading, start, Math.min(start + 3, text.length)),
    label: 'the second starts here',
    help: 'put each into a file of its own, or leave out the line',
  })
}
