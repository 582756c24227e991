import { stringify } from 'yaml'
import { htmlAttribute } from '../print/markdown/escape.ts'
import { type Destinations, destination, joinPath } from './destinations.ts'
import { type Drawing, figureHtml, pictureOf } from './drawn-figure.ts'
import { type MarkdownNode, parseMarkdown, plainText, rangeOf, walk } from './markdown-tree.ts'
import type { SitePage, StagedFile } from './page.ts'
import { applyEdits, type TextEdit } from './text-edits.ts'

/** What a page needs of the site around it. */
export interface Surroundings extends Destinations {
  /** Drawings and Mermaid texts, by the path of the diagram in the project without an extension. */
  readonly drawings: ReadonlyMap<string, Drawing>
  readonly diagrams: ReadonlyMap<string, string>
}

/** A page as Markdown that Astro reads, and what it is called. */
export interface StagedPage {
  readonly file: StagedFile
  readonly title: string
}

const longestDescription = 160

/** Takes the title from the text, and lets its links and pictures lead to places of the site. */
export function stagePage(page: SitePage, around: Surroundings): StagedPage {
  const tree = parseMarkdown(page.text)
  const heading = (tree.children ?? []).find(({ depth, type }) => type === 'heading' && depth === 1)
  const title = heading === undefined ? nameOf(page) : oneLine(plainText(heading)) || nameOf(page)
  const edits: TextEdit[] = heading === undefined ? [] : [{ ...rangeOf(heading), text: '' }]
  walk(tree, (node) => edits.push(...editsOf(node, page, around)))
  const body = applyEdits(page.text, edits).trim()
  const text = `---\n${frontmatter(page, title, descriptionOf(tree))}---\n\n${body}\n`
  return { title, file: { path: `src/content/docs/${fileOf(page)}.md`, text } }
}

/** Astro takes a file named `index` for its folder; a page that is really called so is moved when the site is built. */
function fileOf({ route }: SitePage): string {
  if (route === '') return 'index'
  return isCalledIndex(route) ? `${route.slice(0, -1)}_` : route.slice(0, -1)
}

/** Whether a page is called `index` itself, and is not what stands in its folder. */
export function isCalledIndex(route: string): boolean {
  return route === 'index/' || route.endsWith('/index/')
}

function frontmatter(page: SitePage, title: string, description: string | undefined): string {
  const data = {
    title,
    ...(description === undefined ? {} : { description }),
    ...(page.kind === 'written' ? {} : { prev: false, next: false }),
    ...(page.route === '' ? { tableOfContents: false } : {}),
    kind: page.kind,
  }
  // Each value on one line and in quotes: none can end the head of the page.
  return stringify(data, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' })
}

function editsOf(node: MarkdownNode, page: SitePage, around: Surroundings): readonly TextEdit[] {
  switch (node.type) {
    case 'link':
    case 'image':
      return targetEdits(node, page, around)
    case 'definition': {
      const to = destination(around, page.path, node.url ?? '')
      if (to === undefined || to === node.url) return []
      return [{ ...rangeOf(node), text: `[${node.label ?? ''}]: ${to}` }]
    }
    case 'paragraph':
      return pictureEdits(node, page, around)
    case 'html':
      return htmlEdits(node, page, around)
    default:
      return []
  }
}

/** A link that leads nowhere becomes its own label. */
function targetEdits(node: MarkdownNode, page: SitePage, around: Surroundings): readonly TextEdit[] {
  const to = destination(around, page.path, node.url ?? '')
  if (node.type === 'image') return imageEdits(node, page, around, to)
  if (to === node.url) return []
  const { start, end } = rangeOf(node)
  const last = node.children?.at(-1)
  const labelEnd = last === undefined ? start + 1 : rangeOf(last).end
  if (to !== undefined) return [{ start: labelEnd, end, text: `](${to}${titleOf(node)})` }]
  return [
    { start, end: start + 1, text: '' },
    { start: labelEnd, end, text: '' },
  ]
}

/** A picture that is not there becomes its alternative text, one from elsewhere a link: the policy of the site loads none. */
function imageEdits(
  node: MarkdownNode,
  page: SitePage,
  { base }: Surroundings,
  to: string | undefined,
): readonly TextEdit[] {
  const { start, end } = rangeOf(node)
  const label = page.text.slice(start + 2, start + 2 + lengthOfLabel(page.text.slice(start + 2, end)))
  if (to === undefined) return [{ start, end, text: label }]
  if (to.startsWith('data:')) return []
  const own = to.startsWith(base) && !to.startsWith('//')
  return [{ start, end, text: own ? `![${label}](${to})` : `[${label === '' ? 'picture' : label}](${to})` }]
}

/** How much of `label](...` is the label: brackets in it are escaped or in pairs. */
function lengthOfLabel(text: string): number {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '[') depth += 1
    else if (text[at] === ']') {
      if (depth === 0) return at
      depth -= 1
    }
  }
  return text.length
}

function titleOf({ title }: MarkdownNode): string {
  return title === undefined || title === null ? '' : ` "${title.replace(/["\\]/g, '\\$&')}"`
}

/** The picture of a diagram becomes its drawings, or its text where there are none. */
function pictureEdits(node: MarkdownNode, page: SitePage, around: Surroundings): readonly TextEdit[] {
  const { end, start } = rangeOf(node)
  const picture = pictureOf(page.text.slice(start, end))
  const path = picture === undefined ? undefined : joinPath(page.path, picture.target.replace(/[.]svg$/, ''))
  if (picture === undefined || path === undefined) return []
  const drawing = around.drawings.get(path)
  const route = around.routes.get(`${path}.mmd`)
  if (drawing !== undefined && route !== undefined) {
    const address = `${around.base}${route.replace(/[.]mmd$/, '')}`
    return [{ start, end, text: figureHtml(address, picture.alt, drawing) }]
  }
  const text = around.diagrams.get(path)
  return text === undefined ? [] : [{ start, end, text: `\`\`\`mermaid\n${text}\`\`\`` }]
}

/** Addresses in HTML, as somebody wrote it in a page. */
function htmlEdits(node: MarkdownNode, page: SitePage, around: Surroundings): readonly TextEdit[] {
  const html = node.value ?? ''
  const led = html.replace(/(\s(?:href|src|srcset)=")([^"]*)"/g, (whole, before: string, target: string) => {
    const to = destination(around, page.path, target)
    return to === undefined || to === target ? whole : `${before}${htmlAttribute(to)}"`
  })
  return led === html ? [] : [{ ...rangeOf(node), text: led }]
}

/** The first paragraph that is more than links, without markup. */
function descriptionOf(tree: MarkdownNode): string | undefined {
  for (const node of tree.children ?? []) {
    if (node.type !== 'paragraph') continue
    const text = oneLine(plainText(node))
    const linked = (node.children ?? [])
      .filter(({ type }) => type === 'link')
      .map(plainText)
      .join('')
    if (text.length - linked.length < 20) continue
    if (text.length <= longestDescription) return text
    const cut = text.slice(0, longestDescription - 1)
    return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 80)).trimEnd()}…`
  }
  return undefined
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function nameOf({ path }: SitePage): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/[.]md$/i, '')
}
