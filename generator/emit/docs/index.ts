import { recalling } from '../../model/memory/recalling.ts'
import type { Emitter, OutputFile } from '../emitter.ts'
import { domainPages } from './domain/domain-page.ts'
import { entityPage } from './entity/entity-page.ts'
import { overviewPage } from './overview/overview-page.ts'
import { type PageName, type StorePageName, storePageNames } from './pages.ts'
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
  emit(model) {
    const site = siteOf(model)
    return [...singlePages(site), ...ofDomains(site), ...ofEntities(site)]
  },
}

function singlePages(site: Site): readonly OutputFile[] {
  const files = [file('overview', overviewPage(site))]
  for (const name of storePageNames) if (site.pages.has(name)) files.push(file(name, storePages[name](site)))
  for (const name of registerNames) {
    const register = registers[name]
    if (site.pages.has(name) && register !== undefined) files.push(file(name, register.render(site)))
  }
  return files
}

function ofDomains(site: Site): readonly OutputFile[] {
  return [...domainPages(site)].map(([name, text]) => file(site.domainPage(name).page, text))
}

const recalled = recalling<OutputFile>()

function ofEntities(site: Site): readonly OutputFile[] {
  const pictures = pictureIndex(site)
  const pages = [...site.pages].join()
  return site.model.entities.map((entity) =>
    recalled(site.model, entity.name, [entity, pages], () =>
      file(site.entity(entity.name).page, entityPage(site, pictures, entity), [entity.name]),
    ),
  )
}

function file(page: PageName, text: string, sources: readonly string[] = []): OutputFile {
  return { path: `docs/${page}.md`, text, sources }
}
