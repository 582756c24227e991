import { type CodeAction, CodeActionKind } from 'vscode-languageserver'
import type { TextEdit } from '../../diagnostic/diagnostic.ts'
import { entryOf, type MapEntry, type SpecNode } from '../../front/node.ts'
import { placeKey } from '../../source/source-file.ts'
import { nameAt } from '../names.ts'
import type { EditedDocument, ProjectView } from '../project-view.ts'
import { formerName } from '../rename/former-names.ts'
import { workspaceEdit } from '../workspace-edit.ts'

/**
 * For an entity or a field that was renamed: adds `was` with its former name, so that the rename is one in the database too.
 * An action of its own rather than a part of each rename, since before the first migration there is nothing to keep.
 */
export function formerNameAction(
  view: ProjectView,
  { path, tree }: EditedDocument,
  offset: number,
): readonly CodeAction[] {
  const { model } = view.snapshot
  const name = model === undefined ? undefined : nameAt(model, path, offset)
  if (model === undefined || name === undefined || tree === undefined) return []
  const was = formerName(view, name.key)
  const [declaration] = model.uses.get(name.key) ?? []
  if (was === undefined || declaration === undefined || placeKey(declaration) !== placeKey(name.span)) return []
  const entry = entryNamedAt(tree.root, name.span.start)
  const edit = entry === undefined ? undefined : withFormerName(entry.value, was)
  if (edit === undefined) return []
  return [
    {
      title: `keep its data: say that it was \`${was}\``,
      kind: CodeActionKind.RefactorRewrite,
      edit: workspaceEdit(view, [edit]),
    },
  ]
}

/** The entry whose key covers a place. */
function entryNamedAt(node: SpecNode, offset: number): MapEntry | undefined {
  if (node.kind === 'scalar') return undefined
  if (node.kind === 'list') return first(node.items, (item) => entryNamedAt(item, offset))
  return first(node.entries, (entry) =>
    entry.keySpan.start <= offset && offset < entry.keySpan.end ? entry : entryNamedAt(entry.value, offset),
  )
}

function first<T, R>(list: readonly T[], look: (item: T) => R | undefined): R | undefined {
  for (const item of list) {
    const found = look(item)
    if (found !== undefined) return found
  }
  return undefined
}

/** `was` in a declaration: in braces at their end, in a block as its first key, behind a type alone in the long form. */
function withFormerName(node: SpecNode, was: string): TextEdit | undefined {
  const { file, start, end } = node.span
  const written = file.text.slice(start, end)
  if (node.kind === 'scalar') return node.value === null ? undefined : { span: node.span, text: longForm(written, was) }
  const [firstEntry] = node.kind === 'map' ? node.entries : []
  if (node.kind !== 'map' || firstEntry === undefined || entryOf(node, 'was') !== undefined) return undefined
  if (!written.startsWith('{')) {
    const at = firstEntry.keySpan.start
    const indent = ' '.repeat(at - (file.text.lastIndexOf('\n', at - 1) + 1))
    return { span: { file, start: at, end: at }, text: `was: ${was}\n${indent}` }
  }
  const inner = written.slice(0, written.lastIndexOf('}')).trimEnd()
  const at = start + inner.length
  return { span: { file, start: at, end: at }, text: `${inner.endsWith(',') ? '' : ','} was: ${was}` }
}

/** Inside braces a comma or a bracket needs quotes. */
function longForm(type: string, was: string): string {
  const quoted = /^["']/.test(type) || !/[[\]{},]/.test(type) ? type : `"${type}"`
  return `{ type: ${quoted}, was: ${was} }`
}
