import { by } from '../base/order.ts'
import type { Entity } from '../model/entity.ts'
import { recallingDomains } from '../model/groups.ts'
import type { Domain, Model } from '../model/model.ts'
import type { Flowchart } from '../print/mermaid/flowchart.ts'
import { type Figure, figureOf, partPaths, partTitle } from './figure.ts'
import { legible } from './legible.ts'
import { pointersOf } from './pointers.ts'
import { StoreDrawing } from './store-drawing.ts'

/** What leads from store to store, of all entities. */
export interface StoreMap {
  readonly all: readonly Figure[]
  /** By the domain's name; empty where there is one map of all. */
  readonly byDomain: ReadonlyMap<string, readonly Figure[]>
}

const recalled = {
  taking: recallingDomains<readonly Entity[]>(),
  maps: recallingDomains<readonly [domain: string, maps: readonly Figure[]]>(),
}

/** One map where it can be read, else one for each domain, or several where a domain has very many. */
export function storeMap(model: Model): StoreMap {
  const taking = recalled.taking(model, [], (entities) => takingPart(model, entities)).flat()
  if (taking.length === 0) return { all: [], byDomain: new Map() }
  // Each entity is a box at least: of very many, one map is not even tried.
  const [whole, ...more] = taking.length > legible.mapBoxes ? [] : mapsOf(model, taking.sort(by(({ name }) => name)))
  if (whole !== undefined && more.length === 0) {
    return { all: [figureOf('stores', chartOf(whole, title, undefined), [])], byDomain: new Map() }
  }
  const maps = recalled.maps(model, [], (entities, domain) => [
    domain.name,
    mapsOfDomain(model, domain, takingPart(model, entities)),
  ])
  const byDomain = new Map(maps.filter(([, figures]) => figures.length > 0))
  return { all: [...byDomain.values()].flat(), byDomain }
}

/** Those that are kept in several stores or lead from one to another. */
function takingPart(model: Model, entities: readonly Entity[]): readonly Entity[] {
  return entities.filter((entity) => entity.split || pointersOf(model, entity).length > 0)
}

function mapsOfDomain(model: Model, domain: Domain, entities: readonly Entity[]): readonly Figure[] {
  const maps = mapsOf(model, entities)
  const paths = partPaths(`stores/${domain.key}`, maps.length)
  const home = new Set(entities.map(({ name }) => name))
  return maps.map((map, index) => {
    const chart = chartOf(map, partTitle(`${title}: ${domain.name}`, index, maps.length), domain.name)
    const touched = [...map.entities].filter((name) => !home.has(name))
    return figureOf(
      paths[index] ?? '',
      chart,
      [...map.entities].filter((name) => home.has(name)),
      touched,
    )
  })
}

const title = 'Where the stores meet'

/** As many drawings as it takes, each of no more boxes than can be read, an entity never torn apart. */
function mapsOf(model: Model, entities: readonly Entity[]): readonly StoreDrawing[] {
  const maps: StoreDrawing[] = []
  let map = new StoreDrawing(model, 'brief')
  for (const entity of entities) {
    const alone = new StoreDrawing(model, 'brief')
    add(model, alone, entity)
    if (map.boxes > 0 && map.boxes + alone.boxes > legible.mapBoxes) {
      maps.push(map)
      map = new StoreDrawing(model, 'brief')
    }
    add(model, map, entity)
  }
  return map.boxes > 0 ? [...maps, map] : maps
}

function add(model: Model, map: StoreDrawing, entity: Entity): void {
  map.own(entity)
  for (const pointer of pointersOf(model, entity)) map.pointer(entity, pointer)
}

function chartOf(map: StoreDrawing, called: string, domain: string | undefined): Flowchart {
  return {
    kind: 'flowchart',
    title: called,
    notes: [
      'Only what is kept in several stores, or points from one to another.',
      'Dashed: a pointer that no database checks. A line without a head is a pointer that the document holds.',
      ...(domain === undefined ? [] : ['What belongs to another domain says so.']),
    ],
    direction: 'LR',
    groups: map.groups(),
    arrows: map.arrows(),
  }
}
