import { marked, type Token } from 'marked'
import type { OutputFile } from '../../generator/emit/emitter.ts'

/** A page as an independent parser reads it. */
export interface Page {
  readonly path: string
  readonly tokens: readonly Token[]
  readonly links: readonly string[]
  /** What an explicit `<a id>` names; doubled where it is written twice. */
  readonly anchors: readonly string[]
  readonly diagrams: readonly string[]
}

export function readPage({ path, text }: OutputFile): Page {
  const tokens = marked.lexer(text)
  const all = flattened(tokens)
  const html = all.flatMap((token) => (token.type === 'html' ? [token.raw] : [])).join('\n')
  return {
    path,
    tokens,
    links: all.flatMap((token) => (token.type === 'link' ? [String(token.href)] : [])),
    anchors: [...html.matchAll(/<a id="([^"]*)">/g)].map(([, id]) => id ?? ''),
    diagrams: all.flatMap((token) => (token.type === 'code' && token.lang === 'mermaid' ? [`${token.text}\n`] : [])),
  }
}

function flattened(tokens: readonly Token[]): readonly Token[] {
  const found: Token[] = []
  marked.walkTokens([...tokens], (token) => {
    found.push(token)
  })
  return found
}

/** Whether an anchor, or a file, is there for a link of a page; pages lie beside each other, pictures in `../diagrams`. */
export function brokenLinks(pages: readonly Page[], files: ReadonlySet<string>): readonly string[] {
  const anchors = new Map(pages.map((page) => [page.path, new Set(page.anchors)]))
  return pages.flatMap((page) =>
    page.links.filter((target) => {
      const [file = '', anchor] = target.split('#')
      const path = file === '' ? page.path : new URL(file, `file:///${page.path}`).pathname.slice(1)
      if (!files.has(path)) return true
      return anchor !== undefined && anchors.get(path)?.has(anchor) !== true
    }),
  )
}
