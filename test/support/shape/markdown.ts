import { marked, type Token, type Tokens } from 'marked'

/** The tokens of a Markdown text; runs of plain text count as one, whatever is in them. */
export function markdownShape(text: string): unknown {
  return shapes(marked.lexer(text))
}

function shapes(tokens: readonly Token[]): unknown[] {
  const found: unknown[] = []
  let inCode = false
  for (const token of tokens) {
    // A code span is written as an element where its text has backticks or pipes: the same thing to a reader.
    if (token.raw === '<code>') found.push('codespan')
    if (token.raw === '<code>' || token.raw === '</code>') inCode = token.raw === '<code>'
    if (inCode || token.raw === '</code>') continue
    const shape = shapeOf(token)
    if (shape === 'text' && found.at(-1) === 'text') continue
    found.push(shape)
  }
  return found
}

function shapeOf(token: Token): unknown {
  switch (token.type) {
    case 'text':
    case 'escape':
      return 'tokens' in token && token.tokens !== undefined ? shapes(token.tokens) : 'text'
    case 'table': {
      const table = token as Tokens.Table
      return [
        'table',
        table.header.map((cell) => shapes(cell.tokens)),
        ...table.rows.map((row) => row.map((cell) => shapes(cell.tokens))),
      ]
    }
    case 'list':
      return ['list', ...(token as Tokens.List).items.map((item) => shapes(item.tokens))]
    case 'code':
      return ['code', (token as Tokens.Code).lang, (token as Tokens.Code).text.split('\n').length]
    case 'heading':
      return ['heading', (token as Tokens.Heading).depth, ...shapes((token as Tokens.Heading).tokens)]
    case 'html':
      return ['html', (token as Tokens.HTML).raw.replace(/>[^<]*</g, '><').replace(/"[^"]*"/g, '""')]
    default:
      return 'tokens' in token && token.tokens !== undefined ? [token.type, ...shapes(token.tokens)] : token.type
  }
}
