import { CompletionItemKind } from 'vscode-languageserver'
import { nextLine, wholeFile } from '../../front/suppress/directive.ts'
import { isSuppressible } from '../../front/suppress/suppress.ts'
import type { Cursor } from '../cursor.ts'
import { positionOf } from '../positions.ts'
import type { EditedDocument, ProjectView } from '../project-view.ts'
import { ruleSuggestions } from './names.ts'
import type { Suggestion, Suggestions } from './suggestion.ts'

const words: readonly Suggestion[] = [
  { label: nextLine, detail: 'answer for findings in the line below', text: `${nextLine} ` },
  { label: wholeFile, detail: 'answer for findings in this file', text: `${wholeFile} ` },
].map((word) => ({ ...word, kind: CompletionItemKind.Keyword }))

/** What can stand in a comment: a suppression, and the rules that it names; those found in the line below first. */
export function commentSuggestions({ word, offset }: Cursor, document: EditedDocument, view: ProjectView): Suggestions {
  const before = word.text.slice(0, offset - word.start)
  const directive = unfinishedDirective(before)
  if (directive === undefined) {
    const typed = /^#+\s*([\w-]*)$/.exec(before)?.[1]
    if (typed === undefined) return { start: offset, end: offset, list: [] }
    return { start: offset - typed.length, end: offset, list: words }
  }
  const { name, typed } = directive
  const after = word.text.slice(offset - word.start)
  const end = offset + (/^[\w/-]*/.exec(after)?.[0].length ?? 0)
  const hasReason = after.includes('--') || /[,]/.test(after)
  const near = codesNear(view, document, offset, name === wholeFile)
  const list = ruleSuggestions(view.custom)
    .filter(({ label }) => isSuppressible(label))
    .map((rule) => ({
      ...rule,
      rank: near.has(rule.label) ? 0 : 1,
      text: hasReason ? rule.label : `${rule.label} -- `,
    }))
  return { start: offset - typed.length, end, list }
}

/** A suppression as far as it stands before the cursor, in its list of rules; `typed` is what there is of the last one. */
function unfinishedDirective(before: string): { readonly name: string; readonly typed: string } | undefined {
  const [, name, list] = /^#+\s*(stowage-ignore-[\w-]+)\s+(.*)$/.exec(before) ?? []
  if (name === undefined || list === undefined || list.includes('--')) return undefined
  const typed = list.slice(list.lastIndexOf(',') + 1).trimStart()
  return /^[\w/-]*$/.test(typed) ? { name, typed } : undefined
}

/** The codes that are found in the line below, or in the whole file. */
function codesNear(
  { snapshot }: ProjectView,
  { file, path }: EditedDocument,
  offset: number,
  whole: boolean,
): ReadonlySet<string> {
  const { line } = positionOf(file, offset)
  const near = snapshot.diagnostics.filter(({ span }) => {
    if (span?.file.path !== path) return false
    return whole || positionOf(span.file, span.start).line === line + 1
  })
  return new Set(near.map(({ code }) => code))
}
