import type {
  ExplorerDomain,
  ExplorerEntity,
  ExplorerGraph,
  ExplorerLink,
} from '../../../generator/site/explorer-graph.ts'

/** A graph with its look-ups, made once. */
export interface Indexed {
  readonly graph: ExplorerGraph
  readonly entities: ReadonlyMap<string, ExplorerEntity>
  readonly domains: ReadonlyMap<string, ExplorerDomain>
  /** The links that leave an entity or reach it, by its id; one to itself stands there once. */
  readonly links: ReadonlyMap<string, readonly ExplorerLink[]>
  /** The place of a domain among all: its colour follows from it. */
  readonly domainAt: ReadonlyMap<string, number>
}

export function indexed(graph: ExplorerGraph): Indexed {
  const entities = new Map(graph.entities.map((entity) => [entity.id, entity]))
  const links = new Map<string, ExplorerLink[]>(graph.entities.map(({ id }) => [id, []]))
  for (const link of graph.links) {
    // A link whose end is missing would break every walk over the graph.
    if (!entities.has(link.from) || !entities.has(link.to)) continue
    links.get(link.from)?.push(link)
    if (link.to !== link.from) links.get(link.to)?.push(link)
  }
  return {
    graph,
    entities,
    domains: new Map(graph.domains.map((domain) => [domain.key, domain])),
    links,
    domainAt: new Map(graph.domains.map(({ key }, at) => [key, at])),
  }
}
