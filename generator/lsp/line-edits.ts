import { diffLines } from 'diff'
import type { TextEdit } from '../diagnostic/diagnostic.ts'
import type { SourceFile } from '../source/source-file.ts'

/** Finding the fewest edits takes the square of their number: of more than these all lines in between are taken as changed. */
const mostEdits = 1_000

/** What makes one text of another, line by line: the cursor and marks in other lines stay where they are. */
export function lineEdits(file: SourceFile, text: string): readonly TextEdit[] {
  const changes = diffLines(file.text, text, { maxEditLength: mostEdits })
  if (changes === undefined) return [middleEdit(file, text)]
  const edits: TextEdit[] = []
  let at = 0
  let open: { readonly start: number; text: string } | undefined
  const close = (): void => {
    if (open !== undefined) edits.push({ span: { file, start: open.start, end: at }, text: open.text })
    open = undefined
  }
  for (const { added, removed, value } of changes) {
    if (!added && !removed) close()
    else open ??= { start: at, text: '' }
    if (added && open !== undefined) open.text += value
    if (!added) at += value.length
  }
  close()
  return edits
}

/** All lines from the first that differs to the last one. */
function middleEdit(file: SourceFile, text: string): TextEdit {
  const before = linesOf(file.text)
  const after = linesOf(text)
  const shorter = Math.min(before.length, after.length)
  let same = 0
  while (same < shorter && before[same] === after[same]) same += 1
  let tail = 0
  while (tail < shorter - same && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  const start = before.slice(0, same).join('').length
  const end = file.text.length - before.slice(before.length - tail).join('').length
  return { span: { file, start, end }, text: after.slice(same, after.length - tail).join('') }
}

/** With their line ends. */
function linesOf(text: string): readonly string[] {
  return text.split(/(?<=\n)/)
}
