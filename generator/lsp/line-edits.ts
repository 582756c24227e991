import { diffLines } from 'diff'
import type { TextEdit } from '../diagnostic/diagnostic.ts'
import type { SourceFile } from '../source/source-file.ts'

/** What makes one text of another, line by line: the cursor and marks in other lines stay where they are. */
export function lineEdits(file: SourceFile, text: string): readonly TextEdit[] {
  const edits: TextEdit[] = []
  let at = 0
  let open: { readonly start: number; text: string } | undefined
  const close = (): void => {
    if (open !== undefined) edits.push({ span: { file, start: open.start, end: at }, text: open.text })
    open = undefined
  }
  for (const { added, removed, value } of diffLines(file.text, text)) {
    if (!added && !removed) close()
    else open ??= { start: at, text: '' }
    if (added && open !== undefined) open.text += value
    if (!added) at += value.length
  }
  close()
  return edits
}
