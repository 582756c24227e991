import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { MapEntry, SpecDocument, SpecNode } from '../../front/node.ts'
import type { Model } from '../../model/model.ts'
import { lineStarts, positionAt, type Span } from '../../source/source-file.ts'
import type { Snapshot } from '../../workspace/workspace.ts'
import { namesAt } from '../names.ts'

/** Texts for people: a name in them is none. */
const prose: ReadonlySet<string> = new Set(['about', 'why', 'when'])

/** The same where there is no tree: what stands before a word on its line. */
const afterProse = /#|(^|[\s{,])(about|why|when):[^{}]*$/

/**
 * Why not all uses of a name can be known: what holds one may be broken, so that the model has not seen it. Looked at is the
 * declaration around each mistake, or the whole file where YAML itself could not be read. A word that the model knows as
 * some name is none that was missed.
 */
export function whyUnseen(snapshot: Snapshot, model: Model, name: string): string | undefined {
  const word = new RegExp(`(?<![\\w-])${literal(name)}(?![\\w-])`, 'g')
  for (const diagnostic of snapshot.diagnostics) {
    if (diagnostic.code === 'project/unreadable-file') return `${diagnostic.message}, and it may stand there`
    if (diagnostic.span === undefined || !hidesUses(diagnostic)) continue
    for (const span of textsAround(diagnostic.span, snapshot, diagnostic.code === 'syntax/yaml')) {
      const { file } = span
      for (const { index } of file.text.slice(span.start, span.end).matchAll(word)) {
        const start = span.start + index
        if (afterProse.test(file.text.slice(file.text.lastIndexOf('\n', start - 1) + 1, start))) continue
        if (namesAt(model, { file, start, end: start }).length > 0) continue
        const { line } = positionAt(lineStarts(file.text), start)
        return `it also stands near a mistake, in \`${file.path}\` at line ${line}: mend that first`
      }
    }
  }
  return undefined
}

/** A text as a pattern that matches it alone. `RegExp.escape` is not there in all versions of Node.js that Stowage runs on. */
function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

/** A mistake of the language itself, rather than of a rule's taste: what it is about is not in the model. */
function hidesUses({ code, severity }: Diagnostic): boolean {
  return severity === 'error' && /^(syntax|shape|type|resolve|store)\//.test(code)
}

/** The keys and values of the entity, mixin, type or enum around a mistake; of a file that cannot be read, all of it. */
function textsAround({ file, start }: Span, snapshot: Snapshot, unread: boolean): readonly Span[] {
  const document = snapshot.parsed.get(file)
  if (unread || document === undefined) return [{ file, start: 0, end: file.text.length }]
  return textsOf(declarationAround(document, start))
}

function declarationAround({ root }: SpecDocument, start: number): SpecNode {
  const section = entryBefore(root, start)
  const declaration = section === undefined ? undefined : entryBefore(section.value, start)
  return declaration?.value ?? section?.value ?? root
}

function entryBefore(node: SpecNode, start: number): MapEntry | undefined {
  return node.kind === 'map' ? node.entries.findLast(({ keySpan }) => keySpan.start <= start) : undefined
}

function textsOf(node: SpecNode): readonly Span[] {
  switch (node.kind) {
    case 'scalar':
      return [node.span]
    case 'list':
      return node.items.flatMap(textsOf)
    case 'map':
      return node.entries.flatMap(({ key, keySpan, value }) => (prose.has(key) ? [] : [keySpan, ...textsOf(value)]))
  }
}
