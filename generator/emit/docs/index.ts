import { figuresOf } from '../../figures/figures.ts'
import type { Entity } from '../../model/entity.ts'
import { entitiesByDomain, recallingDomains } from '../../model/groups.ts'
import { memoryOf } from '../../model/memory/model-memory.ts'
import { recalling } from '../../model/memory/recalling.ts'
import type { Emitter, OutputFile } from '../emitter.ts'
import { domainPage } from './domain/domain-page.ts'
import { entityPage } from './entity/entity-page.ts'
import { overviewPage } from './overview/overview-page.ts'
import { type PageName, type SinglePageName, type StorePageName, storePageNames } from './pages.ts'
import { pictureIndex } from './picture-index.ts'
import { registers } from './registers/index.ts'
import { registerNames } from './registers/names.ts'
import { type Site, siteOf } from './site.ts'
import { mongoPage } from './store/mongo-page.ts'
import { nosqlRelationsPage } from './store/nosql-relations-page.ts'
import { postgresPage } from './store/postgres-page.ts'
import { s3Page } from './store/s3-page.ts'
import { sqlRelationsPage } from './store/sql-relations-page.ts'

const storePages: Readonly<Record<StorePageName, (site: Site) => string>> = {
  postgres: postgresPage,
  mongo: mongoPage,
  s3: s3Page,
  'entity-relations-sql': sqlRelationsPage,
  'entity-relations-nosql': nosqlRelationsPage,
}

/** Markdown under `docs/`: what is where and why, a page each entity and domain, and lists of everything. */
export const docsEmitter: Emitter = {
  name: 'docs',
  summary: 'Markdown pages on what is where and why, of every entity and domain, with the diagrams in them',
  *emit(model) {
    const site = siteOf(model)
    // Before any page that is recalled, for none holds before it is known which pictures there are now.
    figuresOf(model)
    yield* singlePages(site)
    yield* ofDomains(site)
    yield* ofEntities(site)
  },
}

const recalled = recalling<OutputFile>()

function* singlePages(site: Site): Iterable<OutputFile> {
  const page = (name: SinglePageName, render: (site: Site) => string): OutputFile =>
    recalled(site.model, name, [site.present], () => file(name, render(site)))
  yield page('overview', overviewPage)
  for (const name of storePageNames) if (site.pages.has(name)) yield page(name, storePages[name])
  for (const name of registerNames) if (site.pages.has(name)) yield page(name, registers[name].render)
}

function* ofDomains(site: Site): Iterable<OutputFile> {
  const entities = entitiesByDomain(site.model)
  for (const domain of site.model.domains) {
    const { page } = site.domainPage(domain.name)
    const own = entities.get(domain.name)
    yield recalled(site.model, page, [domain, own, site.present], () => file(page, domainPage(site, domain, own ?? [])))
  }
}

const recalledPages = recallingDomains<readonly OutputFile[]>()

function* ofEntities(site: Site): Iterable<OutputFile> {
  const { model } = site
  const pictures = pictureIndex(site)
  const pageOf = (entity: Entity): OutputFile => {
    const { page } = site.entity(entity.name)
    return recalled(model, page, [entity, site.present], () =>
      file(page, entityPage(site, pictures, entity), [entity.name]),
    )
  }
  if (memoryOf(model) === undefined) for (const entity of model.entities) yield pageOf(entity)
  // Where a spec is followed, the entities of a domain in which nothing changed are not looked at one by one.
  else for (const pages of recalledPages(model, [site.present], (entities) => entities.map(pageOf))) yield* pages
}

function file(page: PageName, text: string, sources: readonly string[] = []): OutputFile {
  return { path: `docs/${page}.md`, text, sources }
}
