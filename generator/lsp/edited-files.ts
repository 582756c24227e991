import type { TextEdit } from '../diagnostic/diagnostic.ts'
import type { SourceFile } from '../source/source-file.ts'

/** Files as they would be after edits that do not overlap; one that does not change stays the same object. */
export function editedFiles(files: readonly SourceFile[], edits: readonly TextEdit[]): readonly SourceFile[] {
  const byPath = Map.groupBy(edits, ({ span }) => span.file.path)
  return files.map((file) => {
    const own = byPath.get(file.path)
    return own === undefined ? file : { path: file.path, text: editedText(file.text, own) }
  })
}

function editedText(before: string, edits: readonly TextEdit[]): string {
  let text = ''
  let done = 0
  for (const { span, text: replacement } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    text += before.slice(done, span.start) + replacement
    done = span.end
  }
  return text + before.slice(done)
}
