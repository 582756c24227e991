import type { SourceFile, Span } from '../../source/source-file.ts'
import { yamlLibrary } from '../parse/yaml-library.ts'

/** A comment of a file, from its `#` to the end of its line. */
export interface Comment {
  readonly span: Span
  readonly text: string
  /** Whether it has its line to itself. */
  readonly alone: boolean
}

/** How comments look in a language, and where they are in a text. */
export interface CommentStyle {
  /** The comments in which a word stands. */
  readonly commentsWith: (word: string, file: SourceFile) => readonly Comment[]
  /** What a comment begins with: `# `, `-- `. */
  readonly lead: RegExp
  /** A line that holds nothing, or nothing but a comment. */
  readonly empty: RegExp
}

/** By what the lexer tells the start of a scalar, that of a document, a flow that breaks off: they stand for no text. */
const scalarStart = '\u001f'
const marks: ReadonlySet<string> = new Set([scalarStart, '\u0002', '\u0018'])

/** The comments of a file in which a word stands. A `#` in a quoted text or in a block is text, and no comment. */
function commentsWith(word: string, file: SourceFile): readonly Comment[] {
  if (!file.text.includes(word)) return []
  const { Lexer } = yamlLibrary()
  const found: Comment[] = []
  let at = 0
  let isScalar = false
  for (const token of new Lexer().lex(file.text)) {
    // Behind the start of a scalar comes its text, whatever it is, also where it reads like a mark or a comment.
    if (!isScalar && marks.has(token)) {
      isScalar = token === scalarStart
      continue
    }
    if (!isScalar && token.startsWith('#') && token.includes(word)) {
      const text = token.trimEnd()
      found.push({ span: { file, start: at, end: at + text.length }, text, alone: isAlone(file.text, at) })
    }
    at += token.length
    isScalar = false
  }
  return found
}

function isAlone(text: string, at: number): boolean {
  return /^[ \t\uFEFF]*$/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))
}

/** The comments of a spec. */
export const yamlComments: CommentStyle = { commentsWith, lead: /^#+[ \t]*/, empty: /^[ \t]*(#.*)?\r?\n?$/ }
