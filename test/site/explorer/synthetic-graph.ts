import type {
  ExplorerEntity,
  ExplorerGraph,
  ExplorerLink,
  ExplorerPart,
} from '../../../generator/site/explorer-graph.ts'

/** A graph of so many entities in domains of 25, always the same: mostly tables, some split, links mostly near by. */
export function syntheticGraph(size: number): ExplorerGraph {
  const chance = chances(7)
  const domainOf = (at: number): string => `domain-${Math.floor(at / 25)}`
  const links: ExplorerLink[] = []
  const entities = Array.from({ length: size }, (_, at): ExplorerEntity => {
    const name = `Entity${at}`
    const targets = [...new Set([towards(at, chance), ...(chance() < 0.6 ? [towards(at, chance)] : [])])]
    const references = at === 0 ? [] : targets
    const split = at % 6 === 5
    for (const to of references) {
      const label = `entity_${to}_id`
      links.push(linkTo(`entity-${at}`, label, `entity-${to}`, 'postgres', 'foreign_key'))
    }
    if (split) links.push(linkTo(`entity-${at}`, 'content_ref', `entity-${at}`, 'mongo', 'pointer'))
    return {
      id: `entity-${at}`,
      name,
      about: `The thing of number ${at}.`,
      domain: domainOf(at),
      page: `spec/entities/entity-${at}/`,
      parts: [table(at, references, split), ...(split ? [document(at)] : [])],
    }
  })
  const domains = [...new Set(entities.map(({ domain }) => domain))].map((key, at) => ({ key, name: `Domain ${at}` }))
  return { title: 'synthetic', domains, entities, links }
}

/** An earlier entity: of the same domain, but for one in five. */
function towards(at: number, chance: () => number): number {
  const start = chance() < 0.2 ? 0 : Math.floor(at / 25) * 25
  return Math.min(at === 0 ? 0 : at - 1, start + Math.floor(chance() * (at - start)))
}

function linkTo(from: string, label: string, to: string, toPart: string, kind: ExplorerLink['kind']): ExplorerLink {
  const id = `${from}/postgres/${label}`
  return { id, from, fromPart: 'postgres', to, toPart, kind, label, many: true, list: false, optional: false }
}

function table(at: number, references: readonly number[], split: boolean): ExplorerPart {
  const plain = (name: string, type: string) =>
    ({ name, type, keys: [], indexed: false, optional: true, common: false }) as const
  return {
    id: 'postgres',
    store: 'postgres',
    title: `table_${at}`,
    facts: [],
    fields: [
      { name: 'id', type: 'uuid', keys: ['PK'], indexed: true, optional: false, common: false },
      ...references.map((to) => ({ ...plain(`entity_${to}_id`, 'uuid'), keys: ['FK' as const], indexed: true })),
      ...(split ? [plain('content_ref', 'char(24)')] : []),
      ...Array.from({ length: 4 + (at % 9) }, (_, column) => plain(`column_${column}`, 'varchar(120)')),
      { ...plain('email', 'varchar(254)'), ...(at % 10 === 0 ? { classify: 'pii' as const } : {}) },
    ],
  }
}

function document(at: number): ExplorerPart {
  const id = { name: '_id', type: 'objectId', keys: ['PK' as const], indexed: true, optional: false, common: false }
  return { id: 'mongo', store: 'mongo', title: `papers_${at}`, facts: ['append-only'], fields: [id] }
}

/** Numbers between nought and one that look random and are the same each time. */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
