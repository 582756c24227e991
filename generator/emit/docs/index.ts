import type { Emitter } from '../emitter.ts'
import { nosqlRelationsPage } from './nosql-relations-page.ts'
import { overviewPage } from './overview-page.ts'
import { s3Page } from './s3-page.ts'
import { type PageName, pageNames, type Site, siteOf } from './site.ts'
import { sqlRelationsPage } from './sql-relations-page.ts'
import { mongoPage, postgresPage } from './store-page.ts'

const pages: Readonly<Record<PageName, (site: Site) => string>> = {
  overview: overviewPage,
  postgres: postgresPage,
  mongo: mongoPage,
  s3: s3Page,
  'entity-relations-sql': sqlRelationsPage,
  'entity-relations-nosql': nosqlRelationsPage,
}

/** Markdown under `docs/`: what is where and why, every table, collection and object, and how they hang together. */
export const docsEmitter: Emitter = {
  name: 'docs',
  summary: 'Markdown pages on what is where and why, every table, collection and object, with the diagrams in them',
  emit(model) {
    const site = siteOf(model)
    return pageNames
      .filter((name) => site.pages.has(name))
      .map((name) => ({ path: `docs/${name}.md`, text: pages[name](site), sources: [] }))
  },
}
