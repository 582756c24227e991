import { marked, type Token, type Tokens } from 'marked'

/** What a Markdown page offers to links and where it points. */
export interface MarkdownPage {
  /** What may stand behind `#`: headings as a code host names them, and explicit anchors. */
  readonly anchors: ReadonlySet<string>
  /** The targets of links and pictures, as written. */
  readonly targets: readonly string[]
}

export function readMarkdown(text: string): MarkdownPage {
  const anchors = new Set<string>()
  const slugs = new Map<string, number>()
  const targets: string[] = []
  marked.walkTokens(marked.lexer(text), (token) => {
    if (token.type === 'heading') anchors.add(freshSlug(plainText((token as Tokens.Heading).tokens), slugs))
    if (token.type === 'link' || token.type === 'image') targets.push((token as Tokens.Link | Tokens.Image).href)
    if (token.type !== 'html') return
    const html = (token as Tokens.HTML).text
    for (const [, , anchor = ''] of html.matchAll(/<[a-z]+\b[^>]*\s(?:id|name)=(["'])(.*?)\1/gi)) anchors.add(anchor)
    for (const [, , target = ''] of html.matchAll(/<[a-z]+\b[^>]*\s(?:href|src|srcset)=(["'])(.*?)\1/gi))
      targets.push(target)
  })
  return { anchors, targets }
}

/** As GitHub does it: lower case, without punctuation, hyphens for spaces, a number where it was there before. */
function freshSlug(heading: string, slugs: Map<string, number>): string {
  const slug = heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')
  let unique = slug
  while (slugs.has(unique)) {
    const count = (slugs.get(slug) ?? 0) + 1
    slugs.set(slug, count)
    unique = `${slug}-${count}`
  }
  slugs.set(unique, 0)
  return unique
}

/** What a reader sees of a heading. */
function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'html') return ''
      if ('tokens' in token && token.tokens !== undefined) return plainText(token.tokens)
      return 'text' in token ? String(token.text) : ''
    })
    .join('')
}
