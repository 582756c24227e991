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
  /** What `src` and `srcset` name. */
  readonly images: readonly string[]
  /** What is said of the images, in the same order as their `src`. */
  readonly alternatives: readonly string[]
}

export function readPage({ path, text }: Pick<OutputFile, 'path' | 'text'>): Page {
  const tokens = marked.lexer(text)
  const all = flattened(tokens)
  const html = all.flatMap((token) => (token.type === 'html' ? [token.raw] : [])).join('\n')
  const named = (pattern: RegExp): readonly string[] => [...html.matchAll(pattern)].map(([, value]) => value ?? '')
  return {
    path,
    tokens,
    links: all.flatMap((token) => (token.type === 'link' ? [String(token.href)] : [])),
    anchors: named(/<a id="([^"]*)">/g),
    diagrams: all.flatMap((token) => (token.type === 'code' && token.lang === 'mermaid' ? [`${token.text}\n`] : [])),
    images: named(/ (?:src|srcset)="([^"]*)"/g),
    alternatives: named(/<img src="[^"]*" alt="([^"]*)">/g),
  }
}

function flattened(tokens: readonly Token[]): readonly Token[] {
  const found: Token[] = []
  marked.walkTokens([...tokens], (token) => {
    found.push(token)
  })
  return found
}

/** Where a link or an image of a page leads: a file by its path, and an anchor of it. */
export function targetOf(
  page: Pick<Page, 'path'>,
  target: string,
): { readonly path: string; readonly anchor?: string } {
  const [file = '', anchor] = target.split('#')
  const path = file === '' ? page.path : decodeURI(new URL(file, `file:///${page.path}`).pathname.slice(1))
  return anchor === undefined ? { path } : { path, anchor }
}

/** The links and images of pages, in whatever folders these lie, for which no file or no anchor is there. */
export function brokenLinks(pages: readonly Page[], files: ReadonlySet<string>): readonly string[] {
  const anchors = new Map(pages.map((page) => [page.path, new Set(page.anchors)]))
  return pages.flatMap((page) =>
    [...page.links, ...page.images]
      .filter((target) => {
        const { anchor, path } = targetOf(page, target)
        if (!files.has(path)) return true
        return anchor !== undefined && anchors.get(path)?.has(anchor) !== true
      })
      .map((target) => `${page.path} -> ${target}`),
  )
}
