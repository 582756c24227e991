import { by } from '../base/order.ts'
import { siteOf } from '../emit/docs/site.ts'
import type { Entity } from '../model/entity.ts'
import type { Model } from '../model/model.ts'
import type { ContentsGroup } from './contents.ts'
import { routeOf } from './route.ts'

/** An entry of the navigation, as Starlight's configuration takes it. */
export type SidebarItem =
  | { readonly label: string; readonly link: string }
  | { readonly label: string; readonly collapsed: boolean; readonly items: readonly SidebarItem[] }

export interface SidebarInput {
  readonly model: Model
  /** Title by route, of every page. */
  readonly titles: ReadonlyMap<string, string>
  /** Route by path relative to the folder of the pages, of the handwritten ones. */
  readonly written: ReadonlyMap<string, string>
  readonly contents: readonly ContentsGroup[]
  readonly explorer: boolean
}

/** More entities than this are found by their domains' pages: each page carries the whole navigation. */
const mostEntities = 150

/** Start and guides, then the data, then the rules. */
export function sidebarOf(input: SidebarInput): readonly SidebarItem[] {
  return [...writtenGroups(input), dataGroup(input), ...rulesGroup(input)]
}

function writtenGroups({ contents, titles, written }: SidebarInput): readonly SidebarItem[] {
  const listed = new Set(contents.flatMap(({ pages }) => pages))
  const rest = [...written.keys()].filter((path) => {
    const route = written.get(path) ?? ''
    return !listed.has(path) && route !== '' && !route.startsWith('rules/')
  })
  const groups = [...contents, { group: contents.length === 0 ? 'Guides' : 'More', pages: rest.sort() }]
  return groups.flatMap(({ group, pages }) => {
    const items = pages.flatMap((path) => {
      const route = written.get(path)
      return route === undefined ? [] : [link(route === '' ? 'Home' : (titles.get(route) ?? path), route)]
    })
    return items.length === 0 ? [] : [{ label: group, collapsed: false, items }]
  })
}

function dataGroup({ explorer, model, titles }: SidebarInput): SidebarItem {
  const page = (label: string, name: string): readonly SidebarItem[] =>
    titles.has(`spec/${name}/`) ? [link(label, `spec/${name}/`)] : []
  const group = (label: string, items: readonly SidebarItem[]): readonly SidebarItem[] =>
    items.length === 0 ? [] : [{ label, collapsed: true, items }]
  return {
    label: 'Data',
    collapsed: false,
    items: [
      ...page('Overview', 'overview'),
      ...(explorer ? [link('Explorer', 'explorer/')] : []),
      ...page('What is where, and why', 'placement'),
      ...group('Domains', domainItems(model, titles)),
      ...group('Stores', [
        ...page('PostgreSQL', 'postgres'),
        ...page('MongoDB', 'mongo'),
        ...page('S3', 's3'),
        ...page('Relations between tables', 'entity-relations-sql'),
        ...page('Relations across stores', 'entity-relations-nosql'),
      ]),
      ...group('Registers', [
        ...page('Fields', 'fields'),
        ...page('Enums', 'enums'),
        ...page('Shapes', 'shapes'),
        ...page('Personal data', 'personal-data'),
        ...page('Coverage', 'coverage'),
      ]),
    ],
  }
}

/** A group for each domain with its entities; where there are too many of these, the domains' pages alone. */
function domainItems(model: Model, titles: ReadonlyMap<string, string>): readonly SidebarItem[] {
  const site = siteOf(model)
  const entities = new Map<string, Entity[]>()
  for (const entity of model.entities) {
    const known = entities.get(entity.domain)
    if (known === undefined) entities.set(entity.domain, [entity])
    else known.push(entity)
  }
  const tooMany = model.entities.length > mostEntities
  return model.domains.flatMap(({ name }): readonly SidebarItem[] => {
    const route = routeOf(site.domainPage(name))
    const about = titles.has(route) ? [link(tooMany ? name : 'About this domain', route)] : []
    if (tooMany) return about
    const items = (entities.get(name) ?? []).flatMap((entity) => {
      const page = routeOf(site.entity(entity.name))
      return titles.has(page) ? [link(entity.name, page)] : []
    })
    return items.length + about.length === 0 ? [] : [{ label: name, collapsed: true, items: [...about, ...items] }]
  })
}

/** A group for each family of codes. */
function rulesGroup({ titles }: SidebarInput): readonly SidebarItem[] {
  const families = new Map<string, SidebarItem[]>()
  const routes = [...titles.keys()].filter((route) => route.startsWith('rules/'))
  for (const route of routes.sort(by((text) => text))) {
    const [, family = '', code] = route.split('/')
    if (code === undefined || code === '') continue
    const items = families.get(family)
    const item = link(`${family}/${code}`, route)
    if (items === undefined) families.set(family, [item])
    else items.push(item)
  }
  if (families.size === 0) return []
  const index = titles.has('rules/') ? [link('All rules', 'rules/')] : []
  const groups = [...families].map(([label, items]): SidebarItem => ({ label, collapsed: true, items }))
  return [{ label: 'Rules', collapsed: true, items: [...index, ...groups] }]
}

function link(label: string, route: string): SidebarItem {
  return { label, link: `/${route}` }
}
