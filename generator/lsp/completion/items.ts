import {
  type ClientCapabilities,
  type CompletionItem,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver'
import type { Inline } from '../../print/markdown/inline.ts'
import type { SourceFile } from '../../source/source-file.ts'
import { inlineText } from '../inline-text.ts'
import { rangeOf } from '../positions.ts'
import type { Suggestion, Suggestions } from './suggestion.ts'

/** More than a person looks at; an editor asks again when more is typed. */
const most = 300

/** Suggestions as the protocol has them, best first, no more than an editor can do anything with. */
export function completionList(
  { start, end, list }: Suggestions,
  typed: string,
  file: SourceFile,
  client: ClientCapabilities,
): CompletionList {
  const matching = list.filter(({ label }) => isSubsequence(typed, label))
  const ranked = matching.map((suggestion, index) => ({ suggestion, index, rank: rankOf(suggestion, typed) }))
  ranked.sort((a, b) => a.rank - b.rank || a.index - b.index)
  const range = rangeOf({ file, start, end })
  const items = ranked.slice(0, most).map(({ suggestion }, index) => itemOf(suggestion, range, index, client))
  return { isIncomplete: ranked.length > most, items }
}

/** What begins with what was typed comes before what has it somewhere. */
function rankOf({ label, rank = 1 }: Suggestion, typed: string): number {
  return (label.toLowerCase().startsWith(typed.toLowerCase()) ? 0 : 100) + rank
}

/** Whether the letters of a text stand in another in their order: what editors call a fuzzy match. */
function isSubsequence(typed: string, label: string): boolean {
  const letters = label.toLowerCase()
  let at = -1
  return [...typed.toLowerCase()].every((letter) => {
    at = letters.indexOf(letter, at + 1)
    return at !== -1
  })
}

function itemOf(
  { label, kind, text = label, snippet, detail, from, about }: Suggestion,
  range: ReturnType<typeof rangeOf>,
  index: number,
  client: ClientCapabilities,
): CompletionItem {
  const can = client.textDocument?.completion?.completionItem
  const inserted = insertion(text, snippet, can)
  return {
    label,
    kind,
    sortText: String(index).padStart(4, '0'),
    filterText: label,
    textEdit: { range, newText: inserted.text },
    ...inserted.format,
    ...(detail === undefined ? {} : { detail }),
    ...(can?.labelDetailsSupport === true && from !== undefined ? { labelDetails: { description: from } } : {}),
    ...(about === undefined ? {} : { documentation: documentation(about, can) }),
  }
}

type ItemAbilities = NonNullable<NonNullable<ClientCapabilities['textDocument']>['completion']>['completionItem']

function insertion(
  text: string,
  snippet: string | undefined,
  can: ItemAbilities,
): { readonly text: string; readonly format: Pick<CompletionItem, 'insertTextFormat' | 'insertTextMode'> } {
  const plain = { text, format: { insertTextFormat: InsertTextFormat.PlainText } }
  if (snippet === undefined || can?.snippetSupport !== true) return plain
  const format = { insertTextFormat: InsertTextFormat.Snippet }
  if (!snippet.includes('\n')) return { text: snippet, format }
  // The lines of the snippet are indented as they are to be; an editor that would indent them again gets the key alone.
  return can.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true
    ? { text: snippet, format: { ...format, insertTextMode: InsertTextMode.asIs } }
    : plain
}

function documentation(about: readonly Inline[], can: ItemAbilities): NonNullable<CompletionItem['documentation']> {
  const isMarkdown = can?.documentationFormat?.includes(MarkupKind.Markdown) === true
  const value = about.map((paragraph) => inlineText(paragraph, isMarkdown)).join('\n\n')
  return isMarkdown ? { kind: MarkupKind.Markdown, value } : value
}
