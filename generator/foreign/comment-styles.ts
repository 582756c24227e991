import type { Comment, CommentStyle } from '../front/suppress/comments.ts'
import type { SourceFile } from '../source/source-file.ts'

/** Comments of SQL: one that begins its line, which is where a word about the next line belongs. */
export const sqlComments: CommentStyle = {
  commentsWith: (word, file) => commentsBehind('--', word, file),
  lead: /^-+[ \t]*/,
  empty: /^[ \t]*(--.*)?\r?\n?$/,
}

/** Comments of a Prisma schema, those for documentation too. */
export const prismaComments: CommentStyle = {
  commentsWith: (word, file) => commentsBehind('//', word, file),
  lead: /^\/+[ \t]*/,
  empty: /^[ \t]*(\/\/.*)?\r?\n?$/,
}

function commentsBehind(mark: string, word: string, file: SourceFile): readonly Comment[] {
  const found: Comment[] = []
  const pattern = new RegExp(`^[ \\t]*(${mark}[^\\n]*)`, 'gm')
  if (!file.text.includes(word)) return found
  for (const match of file.text.matchAll(pattern)) {
    const text = (match[1] ?? '').trimEnd()
    if (!text.includes(word)) continue
    const start = match.index + match[0].indexOf(mark)
    found.push({ span: { file, start, end: start + text.length }, text, alone: true })
  }
  return found
}
