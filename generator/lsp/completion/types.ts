import { CompletionItemKind } from 'vscode-languageserver'
import { scalarNames } from '../../model/type.ts'
import type { Cursor } from '../cursor.ts'
import { scalarWords } from '../language/scalar-words.ts'
import type { FieldHolder } from '../language/value-place.ts'
import type { KnownNames } from './known-names.ts'
import { entitySuggestions } from './names.ts'
import { type Suggestion, type Suggestions, tabStop } from './suggestion.ts'

/**
 * The words of a field's type: its name, what stands in its parentheses, and what follows it. The range is that of the word
 * at the cursor alone, so that what stands around it stays.
 */
export function typeSuggestions({ word, offset, flow }: Cursor, holder: FieldHolder, known: KnownNames): Suggestions {
  const before = word.text.slice(0, offset - word.start)
  const start = offset - (/\w*$/.exec(before)?.[0].length ?? 0)
  const end = offset + (/^\w*/.exec(word.text.slice(offset - word.start))?.[0].length ?? 0)
  const lead = before.slice(0, start - word.start)
  const rest = word.text.slice(end - word.start)
  const call = /(\w+)\(\s*$/.exec(lead)
  if (call !== null)
    return { start, end, list: argumentsOf(call[1] ?? '', holder, known, rest.startsWith(')') ? '' : ')') }
  if (lead.trim() === '') {
    const list = typeNames(holder, known, { flow: flow && word.style === 'plain', called: rest.startsWith('(') })
    return { start, end, list }
  }
  return { start: offset, end: offset, list: /[\w)]\s*$/.test(before) && rest === '' ? endings : [] }
}

const endings: readonly Suggestion[] = [
  { label: '?', kind: CompletionItemKind.Operator, detail: 'may be empty' },
  { label: '[]', kind: CompletionItemKind.Operator, detail: 'a list' },
  { label: '[]?', kind: CompletionItemKind.Operator, detail: 'a list that may be absent' },
]

interface TypeWriting {
  /** Whether a comma would end it. */
  readonly flow: boolean
  /** Whether its parentheses stand behind it already. */
  readonly called: boolean
}

function typeNames(holder: FieldHolder, known: KnownNames, writing: TypeWriting): readonly Suggestion[] {
  const named = [
    ...known.enums().map(({ name, thing }) => ({
      label: name,
      kind: CompletionItemKind.Enum,
      detail: thing === undefined ? 'enum' : `enum of ${thing.values.length} values`,
      ...about(thing?.about),
    })),
    ...known.valueTypes().map(({ name, thing }) => ({
      label: name,
      kind: CompletionItemKind.Struct,
      detail: 'value type',
      ...about(thing?.about),
    })),
  ]
  return [...pointers(holder, writing), ...scalarNames.map((name) => scalar(name, writing)), ...named]
}

function about(text: string | undefined): Pick<Suggestion, 'about'> {
  return text === undefined ? {} : { about: [text] }
}

function pointers(holder: FieldHolder, { called }: TypeWriting): readonly Suggestion[] {
  const isRow = holder.kind === 'part' && holder.store === 'postgres'
  const kinds = [
    { name: 'ref', argument: 'Entity', detail: 'reference to an entity', snippet: '$1' },
    ...(holder.kind === 'part'
      ? [{ name: 'key', argument: 'object', detail: 'key of an S3 object of the entity', snippet: '$1' }]
      : []),
    ...(isRow
      ? [{ name: 'part', argument: 'mongo', detail: "pointer to the entity's document", snippet: 'mongo' }]
      : []),
  ]
  return kinds.map(({ name, argument, detail, snippet }) => ({
    label: `${name}(${argument})`,
    kind: CompletionItemKind.Reference,
    detail,
    rank: 0,
    text: called ? name : name === 'part' ? 'part(mongo)' : `${name}(`,
    ...(called ? {} : { snippet: `${name}(${snippet})` }),
  }))
}

function scalar(name: (typeof scalarNames)[number], { flow, called }: TypeWriting): Suggestion {
  const base = { label: name, kind: CompletionItemKind.Keyword, detail: scalarWords[name], rank: 1 }
  if (called) return base
  if (name === 'string') return { ...base, snippet: `string(${tabStop(1, '120')})` }
  if (name !== 'decimal') return base
  const snippet = `decimal(${tabStop(1, '12')},${tabStop(2, '2')})`
  // In braces the comma between its arguments would be read as the end of the field.
  return {
    ...base,
    text: flow ? '"decimal(12,2)"' : 'decimal(12,2)',
    snippet: flow ? `"${snippet}"` : snippet,
  }
}

/** What can stand in the parentheses of a type; `close` is what is to be put behind it. */
function argumentsOf(name: string, holder: FieldHolder, known: KnownNames, close: string): readonly Suggestion[] {
  const closed = (suggestion: Suggestion): Suggestion => ({
    ...suggestion,
    text: `${suggestion.text ?? suggestion.label}${close}`,
  })
  switch (name) {
    case 'ref':
      return entitySuggestions(known).map(closed)
    case 'key':
      return holder.kind !== 'part'
        ? []
        : known
            .objects(holder.entity)
            .map(({ name: object, thing }) =>
              closed({ label: object, kind: CompletionItemKind.File, detail: 'object', ...about(thing?.about) }),
            )
    case 'part':
      return [closed({ label: 'mongo', kind: CompletionItemKind.Keyword })]
    default:
      return []
  }
}
