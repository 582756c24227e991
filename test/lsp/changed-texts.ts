import type { SnippetTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol'
import type { Editor } from './editor.ts'

/** What becomes of open files by an edit of the workspace, as an editor that takes versions makes it; by path. */
export function changedTexts(
  editor: Editor,
  paths: readonly string[],
  edit: WorkspaceEdit | undefined,
): Record<string, string> {
  const changes = (edit?.documentChanges ?? []).filter((change): change is TextDocumentEdit => 'textDocument' in change)
  return Object.fromEntries(
    changes.map(({ textDocument, edits }) => {
      const path = paths.find((candidate) => editor.uri(candidate) === textDocument.uri)
      if (path === undefined) throw new Error(`${textDocument.uri} is not open`)
      const { text, version } = editor.text(path)
      if (textDocument.version !== version) throw new Error(`${path} is ${version}, not ${textDocument.version}`)
      return [path, withEdits(text, edits)]
    }),
  )
}

/** A text after edits that do not overlap; each is found in the text as it was. */
export function withEdits(text: string, edits: readonly (TextEdit | SnippetTextEdit)[]): string {
  const placed = edits.map((edit) => ({
    start: offsetIn(text, edit.range.start.line, edit.range.start.character),
    end: offsetIn(text, edit.range.end.line, edit.range.end.character),
    text: 'snippet' in edit ? edit.snippet.value : edit.newText,
  }))
  placed.sort((a, b) => b.start - a.start)
  return placed.reduce((before, edit) => before.slice(0, edit.start) + edit.text + before.slice(edit.end), text)
}

function offsetIn(text: string, line: number, character: number): number {
  const lines = text.split('\n')
  return lines.slice(0, line).reduce((offset, each) => offset + each.length + 1, 0) + character
}
