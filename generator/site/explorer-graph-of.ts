import { siteOf } from '../emit/docs/site.ts'
import { stems } from '../figures/stems.ts'
import type { Model } from '../model/model.ts'
import type { ExplorerGraph } from './explorer-graph.ts'
import { explorerLinks } from './explorer-links.ts'
import { explorerParts } from './explorer-parts.ts'
import { routeOf } from './route.ts'

/** What the explorer shows of a spec: the same for the same spec, cost linear in it. */
export function explorerGraphOf(model: Model): ExplorerGraph {
  const site = siteOf(model)
  const ids = stems(model.entities.map(({ name }) => name))
  const keys = new Map(model.domains.map(({ key, name }) => [name, key]))
  return {
    title: model.project.name,
    domains: model.domains.map(({ key, name }) => ({ key, name })),
    entities: model.entities.map((entity) => ({
      id: ids.get(entity.name) ?? entity.name,
      name: entity.name,
      ...(entity.about === undefined ? {} : { about: entity.about }),
      domain: keys.get(entity.domain) ?? entity.domain,
      page: routeOf(site.entity(entity.name)),
      parts: explorerParts(model, entity),
    })),
    links: explorerLinks(model, ids),
  }
}
