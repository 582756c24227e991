import type { Entity } from '../model/entity.ts'
import { recalling } from '../model/memory/recalling.ts'
import type { Domain, Model } from '../model/model.ts'
import type { Flowchart } from '../print/mermaid/flowchart.ts'
import { append } from './append.ts'
import { type Figure, figureOf, partPaths, partTitle } from './figure.ts'
import { legible } from './legible.ts'
import { pointersOf } from './pointers.ts'
import { StoreDrawing } from './store-drawing.ts'

/**
 * What leads from store to store, of all entities: one map where it can be read, else one for each domain, or several
 * where a domain has very many. Empty where nothing leads anywhere.
 */
export function storeMap(model: Model): readonly Figure[] {
  const taking = model.entities.filter((entity) => entity.split || pointersOf(model, entity).length > 0)
  if (taking.length === 0) return []
  // Each entity is a box at least: of very many, one map is not even tried.
  const [whole, ...more] = taking.length > legible.mapBoxes ? [] : mapsOf(model, taking)
  if (whole !== undefined && more.length === 0) return [figureOf('stores', chartOf(whole, title, undefined), [])]
  const byDomain = new Map<string, Entity[]>()
  for (const entity of taking) append(byDomain, entity.domain, entity)
  return model.domains.flatMap((domain) => {
    const own = byDomain.get(domain.name) ?? []
    return recalled(model, domain.name, [domain, ...own], () => mapsOfDomain(model, domain, own))
  })
}

const recalled = recalling<readonly Figure[]>()

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
