import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver'
import { entryOf, type MapEntry, type MapNode, type SpecDocument, type SpecNode } from '../front/node.ts'
import type { Span } from '../source/source-file.ts'
import { rangeOf } from './positions.ts'

const known = new WeakMap<SpecDocument, readonly DocumentSymbol[]>()

/**
 * What a file declares, as a tree: its domain or project, mixins, types, enums with their values, entities with their parts
 * and fields, buckets. Read from the tree of the text alone, so that a file with mistakes has its outline too.
 */
export function symbolsOf(document: SpecDocument): readonly DocumentSymbol[] {
  const before = known.get(document)
  if (before !== undefined) return before
  const symbols = symbolsIn(document)
  known.set(document, symbols)
  return symbols
}

function symbolsIn({ root, file }: SpecDocument): readonly DocumentSymbol[] {
  const declared = [
    ...named(root, 'mixins', SymbolKind.Interface, (node) => fieldsOf(node)),
    ...named(root, 'types', SymbolKind.Struct, (node) => fieldsOf(node)),
    ...named(root, 'enums', SymbolKind.Enum, valuesOf),
    ...named(root, 'entities', SymbolKind.Class, partsOf),
    ...bucketsOf(root),
  ].sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character)
  const title = entryOf(root, 'domain') ?? (entryOf(root, 'stowage') === undefined ? undefined : entryOf(root, 'name'))
  if (title?.value.kind !== 'scalar' || !isShown(String(title.value.value))) return declared
  const whole = { file, start: 0, end: file.text.length }
  return [
    {
      name: String(title.value.value),
      kind: title.key === 'domain' ? SymbolKind.Namespace : SymbolKind.Package,
      range: rangeOf(whole),
      selectionRange: rangeOf(title.value.span),
      children: [...declared],
    },
  ]
}

/** The entries of a section, each with what it holds. */
function named(
  parent: SpecNode,
  key: string,
  kind: SymbolKind,
  inner: (node: SpecNode) => readonly DocumentSymbol[],
): readonly DocumentSymbol[] {
  return entriesIn(parent, key).flatMap((entry) => symbolOf(entry, kind, inner(entry.value)))
}

function partsOf(entity: SpecNode): readonly DocumentSymbol[] {
  const stores = ['postgres', 'mongo', 's3']
  return ownEntries(entity).flatMap((entry) => {
    if (!stores.includes(entry.key)) return []
    return symbolOf(entry, SymbolKind.Module, [
      ...fieldsOf(entry.value),
      ...named(entry.value, 'objects', SymbolKind.File, () => []),
    ])
  })
}

function fieldsOf(owner: SpecNode): readonly DocumentSymbol[] {
  return entriesIn(owner, 'fields').flatMap((entry) => symbolOf(entry, SymbolKind.Field, [], typeOf(entry.value)))
}

/** The type of a field as it is written; nothing where there is none yet. */
function typeOf(field: SpecNode): string | undefined {
  const type = field.kind === 'map' ? entryOf(field, 'type')?.value : field
  return type?.kind === 'scalar' && type.value !== null ? String(type.value) : undefined
}

/** In the short form or with a line about each. */
function valuesOf(declared: SpecNode): readonly DocumentSymbol[] {
  const values = declared.kind === 'map' ? entryOf(declared, 'values')?.value : declared
  if (values?.kind === 'map') return ownEntries(values).flatMap((entry) => symbolOf(entry, SymbolKind.EnumMember, []))
  if (values?.kind !== 'list') return []
  return values.items.flatMap((item): readonly DocumentSymbol[] => {
    if (item.kind !== 'scalar' || !isShown(String(item.value)) || !isWithin(item.span, values.span)) return []
    const range = rangeOf(item.span)
    return [{ name: String(item.value), kind: SymbolKind.EnumMember, range, selectionRange: range }]
  })
}

function bucketsOf(root: MapNode): readonly DocumentSymbol[] {
  const s3 = entriesIn(root, 'stores').find(({ key }) => key === 's3')
  return s3 === undefined ? [] : named(s3.value, 'buckets', SymbolKind.Object, () => [])
}

function entriesIn(parent: SpecNode, key: string): readonly MapEntry[] {
  const section = parent.kind === 'map' ? entryOf(parent, key) : undefined
  return section === undefined ? [] : ownEntries(section.value)
}

/** Those that are written here: what an alias brings stands elsewhere, and an outline follows the text. */
function ownEntries(node: SpecNode): readonly MapEntry[] {
  return node.kind === 'map' ? node.entries.filter(({ keySpan }) => isWithin(keySpan, node.span)) : []
}

function symbolOf(
  { key, keySpan, value }: MapEntry,
  kind: SymbolKind,
  children: readonly DocumentSymbol[],
  detail?: string,
): readonly DocumentSymbol[] {
  if (!isShown(key)) return []
  const written = value.span.start >= keySpan.end
  return [
    {
      name: key,
      kind,
      ...(detail === undefined ? {} : { detail }),
      range: rangeOf({ ...keySpan, end: written ? trimmedEnd(value.span, keySpan.end) : keySpan.end }),
      selectionRange: rangeOf(keySpan),
      ...(children.length === 0 || !written ? {} : { children: [...children] }),
    },
  ]
}

/** An editor refuses a symbol without a name, which is what a key has while it is typed. */
function isShown(name: string): boolean {
  return name.trim() !== ''
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** A block ends before the next key: the blank lines and comments between belong to neither. */
function trimmedEnd({ file, start, end }: Span, least: number): number {
  return Math.max(least, start + file.text.slice(start, end).trimEnd().length)
}
