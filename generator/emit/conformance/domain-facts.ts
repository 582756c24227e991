import { oncePer } from '../../base/once-per.ts'
import { byCodeUnit } from '../../base/order.ts'
import { privilegeOf } from '../../catalog/mongo/index.ts'
import { describeSection } from '../../catalog/postgres/describe/index.ts'
import { databaseOf } from '../../catalog/postgres/index.ts'
import type { Entity } from '../../model/entity.ts'
import { hasCollection, hasObjects, hasTable } from '../../model/lookup.ts'
import { recalling } from '../../model/memory/recalling.ts'
import type { Domain, Model } from '../../model/model.ts'
import type { Section } from '../../print/sql/tree.ts'
import type { OutputFile } from '../emitter.ts'
import { factsFile } from './facts-text.ts'
import { collectionDescriptions } from './mongo-catalog.ts'
import { collectionFact } from './mongo-facts.ts'
import { lifecycleFacts, tableFact } from './postgres-facts.ts'
import { objectFacts } from './s3-facts.ts'

const recalled = recalling<OutputFile>()

/** A file of each domain that has entities: an edit changes one of them, however large the spec. */
export function* domainFiles(model: Model): Iterable<OutputFile> {
  const database = model.project.stores.postgres && databaseOf(model)
  const sections = new Map(database?.sections.map((section) => [section.title, section]))
  for (const [domain, entities] of entitiesByDomain(model)) {
    const section = sections.get(domain.name)
    yield recalled(model, domain.name, [domain, section, ...entities], () =>
      factsFile(
        `domains/${domain.key}`,
        domainFacts(model, entities, section),
        entities.map(({ name }) => name).sort(byCodeUnit),
      ),
    )
  }
}

/** In the order of the domains. */
export const entitiesByDomain: (model: Model) => ReadonlyMap<Domain, readonly Entity[]> = oncePer((model) => {
  const byName = Map.groupBy(model.entities, ({ domain }) => domain)
  return new Map(
    model.domains.flatMap((domain) => {
      const own = byName.get(domain.name)
      return own === undefined ? [] : [[domain, own] as const]
    }),
  )
})

function domainFacts(
  model: Model,
  entities: readonly Entity[],
  section: Section | undefined,
): Readonly<Record<string, unknown>> {
  const { postgres, mongo, s3 } = model.project.stores
  const rows = entities.filter(hasTable)
  const documents = entities.filter(hasCollection)
  return {
    tables: postgres && rows.map((entity) => tableFact(model, entity)),
    lifecycles: postgres && rows.flatMap(lifecycleFacts),
    database: section && describeSection(section),
    collections: mongo && documents.map((entity) => collectionFact(model, entity)),
    described: mongo && collectionDescriptions(model, documents),
    privileges: mongo && documents.map(privilegeOf),
    objects: s3 && entities.filter(hasObjects).flatMap((entity) => objectFacts(model, entity)),
  }
}
