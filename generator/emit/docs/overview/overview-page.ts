import { toCase } from '../../../base/casing.ts'
import { counted } from '../../../base/plural.ts'
import { figuresOf } from '../../../figures/figures.ts'
import { inMongo, inPostgres, objectsOf } from '../../../model/lookup.ts'
import { recalling } from '../../../model/memory/recalling.ts'
import type { Model } from '../../../model/model.ts'
import { code, type Inline, joined, link, strong } from '../../../print/markdown/inline.ts'
import type { PrintedList } from '../../../print/markdown/list.ts'
import type { Template } from '../../../print/template/render.ts'
import { type StorePageName, storePageNames } from '../pages.ts'
import { storeMapPictures } from '../picture-index.ts'
import { type PictureView, pictureView } from '../pictures.ts'
import { registers } from '../registers/index.ts'
import { registerNames } from '../registers/names.ts'
import { linkTo, pageLink, type Site } from '../site.ts'
import { type ConventionView, conventionViews } from '../store/conventions-view.ts'
import { type EngineRow, enginesView } from '../store/engines-view.ts'
import { type Table, tableOf } from '../table.ts'
import { templates } from '../templates.ts'
import { treeList, treesOf } from '../tree-view.ts'
import { durationWords, sentence, storeNamesInWords } from '../words.ts'
import { baseFields } from './base-fields.ts'
import { placementTable } from './placement-view.ts'
import { splitTable } from './split-view.ts'

interface OverviewView {
  readonly title: string
  readonly about: Inline
  readonly lead: Inline
  readonly pages: readonly Inline[]
  readonly contents: readonly Inline[]
  readonly domains: Table | undefined
  readonly stores: { readonly picture: PictureView | undefined; readonly parts: readonly Inline[] } | undefined
  readonly rules: readonly { readonly when: string; readonly store: string }[]
  readonly placements: Table | undefined
  readonly splits: Table | undefined
  readonly access: { readonly steps: readonly Inline[]; readonly picture: PictureView } | undefined
  readonly base: Table | undefined
  readonly promises: readonly Inline[]
  readonly conventions: readonly ConventionView[]
  readonly engineHeads: readonly Inline[]
  readonly engines: readonly EngineRow[]
  readonly trees: readonly Tree[]
}

/** The tables below the roots of a domain. */
interface Tree {
  readonly name: Inline
  readonly lines: PrintedList
}

const page: Template<OverviewView> = templates.named<OverviewView>('overview')

const pageTitles: Readonly<Record<StorePageName, string>> = {
  postgres: 'PostgreSQL: all tables',
  mongo: 'MongoDB: all collections',
  s3: 'S3: all objects',
  'entity-relations-sql': 'Relations between tables',
  'entity-relations-nosql': 'Collections and cross-references',
}

export function overviewPage(site: Site): string {
  const { model } = site
  const splits = splitTable(site)
  const base = baseFields(site)
  const trees = treesView(site)
  const access = accessView(site)
  const stores = storesView(site)
  const rules = model.project.placement.map(({ store, when }) => ({ when, store: storeNamesInWords[store] }))
  const sections: readonly (readonly [string, string, boolean])[] = [
    ['Domains', 'domains', model.domains.length > 0],
    ['Where the stores meet', 'stores', stores !== undefined],
    ['Rules of thumb', 'rules', rules.length > 0],
    ['What is where, and why', 'placement', true],
    ['Entities in several stores', 'split', splits !== undefined],
    ['How large content is read', 'access', access !== undefined],
    ['What every record carries', 'base', base !== undefined],
    ['Naming', 'naming', true],
    ['Engines', 'engines', true],
    ['Which table belongs to which', 'relations', trees.length > 0],
  ]
  return page.render({
    title: toCase(model.project.name, 'kebab-case').split('-').map(capital).join(' '),
    about: sentence(model.project.about),
    lead: `${counted(model.entities.length, 'entity')} in ${counted(model.domains.length, 'domain')}: ${storeCounts(model)}.`,
    pages: [
      ...storePageNames
        .filter((name) => site.pages.has(name))
        .map((name) => pageLink('overview', pageTitles[name], name)),
      ...registerNames.flatMap((name) => {
        const title = registers[name]?.title
        return title !== undefined && site.pages.has(name) ? [pageLink('overview', title, name)] : []
      }),
    ],
    contents: sections.filter(([, , there]) => there).map(([label, anchor]) => link(label, `#${anchor}`)),
    domains: domainTable(site),
    stores,
    rules,
    placements: placementTable(site),
    splits,
    access,
    base,
    promises: promises(model),
    conventions: conventionViews(model),
    ...enginesView(model),
    trees,
  })
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function storeCounts(model: Model): string {
  const split = model.entities.filter((entity) => entity.split).length
  const counts = [
    [inPostgres(model).length, 'in PostgreSQL'],
    [inMongo(model).length, 'in MongoDB'],
    [new Set(objectsOf(model).map(({ entity }) => entity.name)).size, 'with objects in S3'],
    [split, 'in more than one store'],
  ] as const
  return counts
    .filter(([count]) => count > 0)
    .map(([count, where]) => `${count} ${where}`)
    .join(', ')
}

/** The map of what leads from store to store; where it is in parts, those are on the pages of the domains. */
function storesView(site: Site): OverviewView['stores'] {
  const whole = figuresOf(site.model).wholeStoreMap
  if (whole !== undefined) return { picture: pictureView(site, 'overview', whole), parts: [] }
  const parts = storeMapPictures(site)
  if (parts.length === 0) return undefined
  return { picture: undefined, parts: parts.map((place) => linkTo('overview', place.figure.title, place)) }
}

function domainTable(site: Site): Table | undefined {
  const { domains, entities } = site.model
  const counts = new Map<string, number>()
  for (const { domain } of entities) counts.set(domain, (counts.get(domain) ?? 0) + 1)
  return tableOf(domains, [
    ['Domain', ({ name }) => linkTo('overview', name, site.domainPage(name))],
    ['Entities', ({ name }) => String(counts.get(name) ?? 0)],
    ['What it is about', ({ about }) => sentence(about)],
  ])
}

/** All tables, each below the one that it belongs to: a tree is told with the domain of its root. */
function treesView(site: Site): readonly Tree[] {
  const { model } = site
  const trees = treesOf(model)
  return model.domains.flatMap(({ name }) => {
    const placed = trees.get(name)
    if (placed === undefined) return []
    const view = recalled(model, name, [placed], () => ({
      name: strong(linkTo('overview', name, site.domainPage(name))),
      lines: treeList(site, 'overview', placed),
    }))
    return [view]
  })
}

const recalled = recalling<Tree>()

function accessView(site: Site): OverviewView['access'] {
  const { model } = site
  const figure = figuresOf(model).accessPath
  const seconds = model.project.stores.s3?.presignSeconds
  if (figure === undefined || seconds === undefined) return undefined
  return {
    steps: [
      'Read the record by an index: it is small, and says what there is.',
      'Take the key of the object from it.',
      [`Sign a GET for ${durationWords(seconds)} (`, code(`expiresIn: ${seconds}`), ').'],
      'Hand the URL to the client, which reads from S3 itself; no content passes through the application.',
    ],
    picture: pictureView(site, 'overview', figure),
  }
}

/** What holds for records at large: tenants and deletion. */
function promises(model: Model): readonly Inline[] {
  const { tenancy } = model.project
  const lines: Inline[] = []
  if (tenancy !== undefined) {
    const guard =
      tenancy.enforce === 'rls'
        ? 'in PostgreSQL row-level security shows a tenant its own rows only'
        : 'the application adds the tenant to every query'
    lines.push([
      `Tenants are records of ${tenancy.entity}; ${guard}. Every S3 key starts with `,
      code(tenancy.prefix),
      '.',
    ])
  }
  const unlike = model.entities.filter(
    (entity) => tenancy !== undefined && entity.tenancy.mode !== 'required' && entity.tenancy.mode !== 'self',
  )
  for (const mode of ['shared', 'none'] as const) {
    const names = unlike.filter((entity) => entity.tenancy.mode === mode).map(({ name }) => name)
    if (names.length === 0) continue
    const what = mode === 'shared' ? 'With or without a tenant' : 'Without a tenant'
    lines.push([`${what}: `, joined(names), '.'])
  }
  const kept = model.entities.filter(({ softDelete }) => softDelete !== undefined).length
  if (kept > 0) {
    lines.push(
      `Soft delete: ${counted(kept, 'entity')} ${kept === 1 ? 'keeps its' : 'keep their'} deleted records, marked, until they are purged; uniques hold among live records.`,
    )
  }
  return lines
}
