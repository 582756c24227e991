import type { CompletionList } from 'vscode-languageserver'
import { entryOf, type SpecNode } from '../front/node.ts'
import { commentSuggestions } from './completion/comment.ts'
import { completionList } from './completion/items.ts'
import { languageKeys, languageWords, writtenName } from './completion/keys.ts'
import { KnownNames } from './completion/known-names.ts'
import { nameSuggestions } from './completion/names.ts'
import { pathSuggestions, prefixSuggestions } from './completion/path.ts'
import type { Suggestion, Suggestions } from './completion/suggestion.ts'
import { typeSuggestions } from './completion/types.ts'
import { type Cursor, cursorAt, type Step } from './cursor.ts'
import { fileKindsOf } from './language/file-kind.ts'
import { type FileKind, schemasAt } from './language/schema-at.ts'
import { keyPlaceAt, valuePlaceAt } from './language/value-place.ts'
import type { EditedDocument, ProjectView } from './project-view.ts'

/** What completion knows of a place. */
interface Place {
  readonly view: ProjectView
  readonly document: EditedDocument
  readonly cursor: Cursor
  readonly kinds: readonly FileKind[]
  readonly known: KnownNames
}

/** What can stand at a place of a file: keys of the language, its words, and the names of the spec. */
export function completionAt(view: ProjectView, document: EditedDocument, offset: number): CompletionList | null {
  const cursor = cursorAt(document.file, offset)
  if (isBefore(cursor, document.file.text)) return null
  const place: Place = {
    view,
    document,
    cursor,
    kinds: fileKindsOf(view, document, cursor),
    known: new KnownNames(view, document),
  }
  const found = suggestionsAt(place)
  const typed = document.file.text.slice(found.start, offset)
  const list = cursor.glued ? found.list.map(behindBlank) : found.list
  return completionList({ ...found, list }, typed, document.file, view.client)
}

/** Whether a collection or a text in quotes begins at the cursor: what is put before it would break it. */
function isBefore({ offset, role, word: { start, style } }: Cursor, text: string): boolean {
  const next = text.slice(offset, offset + 2)
  return role !== 'comment' && style === 'plain' && start === offset && /^(?:[{["'|>&*!]|- )/.test(next)
}

function suggestionsAt(place: Place): Suggestions {
  switch (place.cursor.role) {
    case 'comment':
      return commentSuggestions(place.cursor, place.document, place.view)
    case 'key':
      return { ...place.cursor.word, list: keySuggestions(place, place.cursor.path, place.cursor.siblings) }
    case 'value':
      return valueSuggestions(place)
  }
}

function keySuggestions(
  { cursor, document, kinds, known, view }: Place,
  path: readonly Step[],
  has: readonly string[],
): readonly Suggestion[] {
  const writing = { colon: cursor.colon, flow: cursor.flow, indentation: ' '.repeat(columnOf(cursor, document)) }
  const named = keyPlaceAt(path)
  const isNamed = named !== undefined && named.kind !== 'type' && named.kind !== 'path' && named.kind !== 'prefix'
  if (isNamed) {
    return nameSuggestions(named, known, view.custom)
      .filter(({ label }) => !has.includes(label))
      .map((name) => ({ ...name, text: writtenName(name.text ?? name.label, writing) }))
  }
  return languageKeys(schemasAt(kinds, path), has, writing)
}

/** The column at which the word at the cursor begins. */
function columnOf({ word }: Cursor, { file }: EditedDocument): number {
  return word.start - (file.text.lastIndexOf('\n', word.start - 1) + 1)
}

/** A value where one stands or is to stand; where nothing is yet, also what a mapping or list would begin with. */
function valueSuggestions(place: Place): Suggestions {
  const { cursor, kinds } = place
  const here = scalarsAt(place, cursor.path)
  const schemas = schemasAt(kinds, cursor.path)
  const list = [...here.list]
  if (cursor.first && schemas.some(({ type }) => type === 'object'))
    list.push(...keySuggestions(place, cursor.path, []))
  if (list.length > 0 || !schemas.some(({ type }) => type === 'array')) return { ...here, list }
  const items = scalarsAt(place, [...cursor.path, { kind: 'item', index: 0 }])
  return { ...cursor.word, list: items.list.map((item) => asList(item, cursor)) }
}

function scalarsAt({ cursor, document, kinds, known, view }: Place, path: readonly Step[]): Suggestions {
  const named = valuePlaceAt(path)
  const tenant = view.model?.project.tenancy?.field
  if (named === undefined) return { ...cursor.word, list: languageWords(schemasAt(kinds, path)) }
  switch (named.kind) {
    case 'type':
      return typeSuggestions(cursor, named.holder, known)
    case 'path':
      return pathSuggestions(cursor, named.entity, known, tenant)
    case 'prefix':
      return prefixSuggestions(cursor, tenant)
    default: {
      const others = siblingItems(document, cursor)
      const list = nameSuggestions(named, known, view.custom).filter(({ label }) => !others.includes(label))
      return { ...cursor.word, list }
    }
  }
}

/** The other items of the list that the cursor is in: none stands twice. */
function siblingItems({ tree }: EditedDocument, { path, word }: Cursor): readonly string[] {
  if (tree === undefined || path.at(-1)?.kind !== 'item') return []
  const list = path.slice(0, -1).reduce<SpecNode | undefined>(below, tree.root)
  if (list?.kind !== 'list') return []
  return list.items.flatMap((item) => {
    const isOther = item.kind === 'scalar' && typeof item.value === 'string' && item.span.start !== word.start
    return isOther ? [String(item.value)] : []
  })
}

function below(node: SpecNode | undefined, step: Step): SpecNode | undefined {
  if (step.kind === 'item') return node?.kind === 'list' ? node.items[step.index] : undefined
  return node?.kind === 'map' ? entryOf(node, step.name)?.value : undefined
}

/** An item as a list of it alone: with a dash on a line of its own, in brackets behind a key. */
function asList(item: Suggestion, { first, flow }: Cursor): Suggestion {
  const { snippet: _, ...rest } = item
  const text = item.text ?? item.label
  return { ...rest, text: first && !flow ? `- ${text}` : `[${text}]` }
}

/** A blank first, where a colon or a dash stands right before. */
function behindBlank(suggestion: Suggestion): Suggestion {
  const { snippet, text = suggestion.label } = suggestion
  return { ...suggestion, text: ` ${text}`, ...(snippet === undefined ? {} : { snippet: ` ${snippet}` }) }
}
