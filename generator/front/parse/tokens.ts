import { yamlLibrary } from './yaml-library.ts'

/** One piece of a YAML text; all of them in a row are the text. */
export interface Token {
  /**
   * `plain`, `quoted` and `block` are texts; `mark` is an indicator such as `:` or `{`, a block's `|`, an anchor, an
   * alias or a tag. `given-up` has no text: it stands where brackets are still open and can no longer be closed.
   */
  readonly kind: 'plain' | 'quoted' | 'block' | 'mark' | 'space' | 'newline' | 'comment' | 'given-up'
  readonly text: string
  readonly start: number
  readonly end: number
}

/** The lexer's own signs, which are in no text: a document starts, a bracket is missing, a text follows. */
const documentSign = '\u0002'
const missingSign = '\u0018'
const textSign = '\u001f'

/** Splits a text into tokens as YAML does, whatever is wrong with it. */
export function tokensOf(text: string): readonly Token[] {
  const { Lexer } = yamlLibrary()
  const tokens: Token[] = []
  let at = 0
  let textFollows = false
  let block = false
  for (const piece of new Lexer().lex(text)) {
    if (!textFollows && piece === documentSign) continue
    if (!textFollows && piece === missingSign) {
      tokens.push({ kind: 'given-up', text: '', start: at, end: at })
      continue
    }
    if (!textFollows && piece === textSign) {
      textFollows = true
      continue
    }
    const kind: Token['kind'] = textFollows ? (block ? 'block' : 'plain') : kindOf(piece)
    // A block's text follows its `|` after the end of that line, with perhaps a comment between.
    block = kind === 'mark' ? /^[|>]/.test(piece) : block && kind !== 'block'
    textFollows = false
    if (piece !== '') tokens.push({ kind, text: piece, start: at, end: at + piece.length })
    at += piece.length
  }
  return tokens
}

function kindOf(piece: string): Token['kind'] {
  switch (piece.charAt(0)) {
    case '"':
    case "'":
      return 'quoted'
    case '#':
      return 'comment'
    case '\n':
    case '\r':
      return 'newline'
    case ' ':
    case '\t':
      return 'space'
    default:
      return 'mark'
  }
}
