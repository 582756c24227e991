import { docsEmitter } from '../emit/docs/index.ts'
import { allFigures, figuresOf } from '../figures/figures.ts'
import type { Model } from '../model/model.ts'
import type { ContentsGroup } from './contents.ts'
import type { Drawing } from './drawn-figure.ts'
import type { ExplorerGraph } from './explorer-graph.ts'
import { homePage, siteTitle } from './home-page.ts'
import { notFoundPage } from './not-found-page.ts'
import { type CopiedFile, SiteError, type SitePage, type StagedFile } from './page.ts'
import { type ExplainedCode, rulesIndex } from './rules-index.ts'
import { searchNames } from './search-names.ts'
import { sidebarOf } from './sidebar.ts'
import { isCalledIndex, stagePage } from './staged-page.ts'
import { writtenRoute } from './written-route.ts'

/** Everything of which a site is made. */
export interface SiteInput {
  readonly model: Model
  /** The site's root: `/` or `/docs/`. */
  readonly base: string
  /** Handwritten pages, by their path relative to the folder of the pages, and that folder, relative to the project. */
  readonly written: readonly { readonly path: string; readonly text: string }[]
  readonly folder: string
  readonly contents: readonly ContentsGroup[]
  /** Other files in the folder of the pages: pictures. */
  readonly assets: readonly string[]
  /** The explanation of each code, of the project's own rules too. */
  readonly rules: readonly ExplainedCode[]
  /** By the path of the diagram: `sql/pipeline`. */
  readonly drawings: ReadonlyMap<string, Drawing>
  /** Absent where the explorer is not installed. */
  readonly graph?: ExplorerGraph
}

/** The changing part of the folder from which the site is built. */
export interface SiteFiles {
  readonly files: readonly StagedFile[]
  readonly copies: readonly CopiedFile[]
}

/** A model whose pages show drawings, whatever its project file says: the site falls back to texts by itself. */
export function withDrawings(model: Model): Model {
  if (model.project.output.drawings) return model
  return { ...model, project: { ...model.project, output: { ...model.project.output, drawings: true } } }
}

/**
 * Lowers a spec and its handwritten pages to the files of the site.
 * @throws SiteError where two pages would stand at one place
 */
export function siteFiles(input: SiteInput): SiteFiles {
  const model = withDrawings(input.model)
  const pages = pagesOf(input, model)
  const diagrams = diagramsOf(input, model)
  const copies = input.assets.map((path) => ({ from: join(input.folder, path), to: `public/files/${path}` }))
  const routes = new Map<string, string>([
    ...pages.map(({ path, route }) => [path, route] as const),
    ...[...diagrams.texts.keys()].map((path) => [`${path}.mmd`, `${diagramRoute(model, path)}.mmd`] as const),
    ...[...diagrams.drawings.keys()].flatMap((path) =>
      ['.svg', '.dark.svg'].map((end) => [`${path}${end}`, `${diagramRoute(model, path)}${end}`] as const),
    ),
    ...copies.map(({ from, to }) => [from, to.replace('public/', '')] as const),
  ])
  const { source } = model.project.docs
  const around = {
    base: input.base,
    routes,
    drawings: diagrams.drawings,
    diagrams: diagrams.texts,
    ...(source === undefined ? {} : { source }),
  }
  const staged = pages.map((page) => stagePage(page, around))
  const titles = new Map(pages.map(({ route }, index) => [route, staged[index]?.title ?? route]))
  return {
    files: [
      ...staged.map(({ file }) => file),
      notFoundPage(input.base, input.graph !== undefined),
      { path: 'site.json', text: json(settings(input, model, titles)) },
      { path: 'public/names.json', text: JSON.stringify(searchNames(model)) },
      ...(input.graph === undefined ? [] : [{ path: 'public/explorer/graph.json', text: JSON.stringify(input.graph) }]),
      ...diagrams.files,
    ],
    copies,
  }
}

function settings(input: SiteInput, model: Model, titles: ReadonlyMap<string, string>): Record<string, unknown> {
  const { about, docs } = model.project
  const written = new Map(input.written.map(({ path }) => [path, writtenRoute(path)]))
  const hasIndex = [...written.values()].includes('')
  return {
    title: hasIndex ? titles.get('') : siteTitle(model),
    ...(about === undefined ? {} : { about }),
    base: input.base,
    ...(docs.url === undefined ? {} : { url: docs.url }),
    explorer: input.graph !== undefined,
    calledIndex: [...titles.keys()].filter(isCalledIndex),
    sidebar: sidebarOf({
      model,
      titles,
      written,
      contents: input.contents,
      explorer: input.graph !== undefined,
    }),
  }
}

/** Every page once; what the project wrote comes before what the package brings. */
function pagesOf(input: SiteInput, model: Model): readonly SitePage[] {
  const root = model.project.output.root
  const pages = new Map<string, SitePage>()
  for (const { path, text } of input.written) {
    const route = writtenRoute(path)
    const other = pages.get(route)
    if (other !== undefined) {
      throw new SiteError(
        `the pages ${other.path} and ${join(input.folder, path)} would stand at one place: /${route}`,
        'rename one of them',
      )
    }
    pages.set(route, { path: join(input.folder, path), text, route, kind: 'written' })
  }
  for (const { path, text } of docsEmitter.emit(model)) {
    const route = `spec/${path.replace(/^docs\//, '').replace(/[.]md$/, '')}/`
    pages.set(route, { path: `${root}/${path}`, text, route, kind: 'spec' })
  }
  for (const { code, text } of input.rules) {
    const route = `rules/${code}/`
    if (!pages.has(route)) pages.set(route, { path: `stowage:docs/rules/${code}.md`, text, route, kind: 'rule' })
  }
  if (!pages.has('rules/') && input.rules.length > 0) {
    pages.set('rules/', rulesIndex(input.rules))
  }
  if (!pages.has('')) pages.set('', homePage(model, new Set(pages.keys()), input.base, input.graph !== undefined))
  return [...pages.values()]
}

interface Diagrams {
  /** By their path in the project without an extension. */
  readonly texts: ReadonlyMap<string, string>
  readonly drawings: ReadonlyMap<string, Drawing>
  readonly files: readonly StagedFile[]
}

function diagramsOf({ drawings }: SiteInput, model: Model): Diagrams {
  const texts = new Map<string, string>()
  const drawn = new Map<string, Drawing>()
  const files: StagedFile[] = []
  for (const { path, text } of allFigures(figuresOf(model))) {
    const place = `${model.project.output.root}/diagrams/${path}`
    texts.set(place, text)
    files.push({ path: `public/spec/diagrams/${path}.mmd`, text })
    const drawing = drawings.get(path)
    if (drawing === undefined) continue
    drawn.set(place, drawing)
    files.push({ path: `public/spec/diagrams/${path}.svg`, text: drawing.light })
    files.push({ path: `public/spec/diagrams/${path}.dark.svg`, text: drawing.dark })
  }
  return { texts, drawings: drawn, files }
}

function diagramRoute(model: Model, path: string): string {
  return `spec/${path.slice(model.project.output.root.length + 1)}`
}

function join(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
