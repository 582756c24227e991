import type { Entity } from '../model/entity.ts'
import { recallingRuns } from '../model/groups.ts'
import { recalling } from '../model/memory/recalling.ts'
import { tracedMaps } from '../model/memory/traced-maps.ts'
import type { Model } from '../model/model.ts'
import { accessPath } from './access-path.ts'
import { crossStoreFigure } from './cross-store.ts'
import type { Figure } from './figure.ts'
import { lifecycleFigure } from './lifecycle.ts'
import { neighboursFigure } from './neighbours.ts'
import { nosqlFigures } from './nosql.ts'
import { readPath } from './read-path.ts'
import { hasPostgres } from './relations.ts'
import { sqlFiguresByDomain, sqlFiguresOfAll } from './sql.ts'
import { entityStems } from './stems.ts'
import { storeMap } from './store-map.ts'

/** Every picture of a spec. */
export interface Figures {
  readonly sqlAll: readonly Figure[]
  /** By the domain's name, in the order of the domains. */
  readonly sqlByDomain: ReadonlyMap<string, readonly Figure[]>
  readonly nosql: readonly Figure[]
  /** By the entity's name, in the order of the entities. */
  readonly crossStore: ReadonlyMap<string, Figure>
  readonly lifecycle: ReadonlyMap<string, Figure>
  /** What each entity refers to and what refers to it, in all stores; an entity without either has none. */
  readonly neighbours: ReadonlyMap<string, Figure>
  /** How each split entity is read: record, document, object. */
  readonly readPath: ReadonlyMap<string, Figure>
  /** What leads from store to store, of all entities: one picture, or some for each domain. Empty where nothing does. */
  readonly storeMap: readonly Figure[]
  /** The one picture of all; absent where there is none, or some for each domain. */
  readonly wholeStoreMap: Figure | undefined
  /** Those of each domain, by its name; empty where there is one picture of all. */
  readonly storeMapByDomain: ReadonlyMap<string, readonly Figure[]>
  readonly accessPath: Figure | undefined
}

const drawn = new WeakMap<Model, Figures>()
const traced = {
  lists: tracedMaps<readonly Figure[]>(),
  sqlByDomain: tracedMaps<readonly Figure[]>(),
  storeMapByDomain: tracedMaps<readonly Figure[]>(),
  crossStore: tracedMaps<Figure>(),
  lifecycle: tracedMaps<Figure>(),
  neighbours: tracedMaps<Figure>(),
  readPath: tracedMaps<Figure>(),
}

/** The pictures of a spec; drawn once, since files and pages show the same ones. */
export function figuresOf(model: Model): Figures {
  const known = drawn.get(model)
  if (known !== undefined) return known
  const figures = draw(model)
  drawn.set(model, figures)
  return figures
}

/** All pictures in one list, in the order of their kinds. */
export function allFigures(figures: Figures): readonly Figure[] {
  return [
    ...(figures.accessPath === undefined ? [] : [figures.accessPath]),
    ...figures.sqlAll,
    ...[...figures.sqlByDomain.values()].flat(),
    ...figures.nosql,
    ...figures.crossStore.values(),
    ...figures.lifecycle.values(),
    ...figures.storeMap,
    ...figures.neighbours.values(),
    ...figures.readPath.values(),
  ]
}

function draw(model: Model): Figures {
  const crossStore = new Map<string, Figure>()
  const lifecycle = new Map<string, Figure>()
  const neighbours = new Map<string, Figure>()
  const readPaths = new Map<string, Figure>()
  for (const run of recalled(model, [], (entities) => entities.map((entity) => figuresOfEntity(model, entity)))) {
    for (const figures of run) {
      if (figures.crossStore !== undefined) crossStore.set(figures.name, figures.crossStore)
      if (figures.lifecycle !== undefined) lifecycle.set(figures.name, figures.lifecycle)
      if (figures.neighbours !== undefined) neighbours.set(figures.name, figures.neighbours)
      if (figures.readPath !== undefined) readPaths.set(figures.name, figures.readPath)
    }
  }
  const access = accessPath(model)
  const map = storeMap(model)
  const lists = traced.lists(
    model,
    new Map([
      ['sqlAll', sqlFiguresOfAll(model)],
      ['nosql', nosqlFigures(model)],
      ['storeMap', map.all],
      ['wholeStoreMap', map.byDomain.size === 0 ? map.all : []],
      ['accessPath', access === undefined ? [] : [access]],
    ]),
  )
  return {
    get sqlAll() {
      return lists.get('sqlAll') ?? []
    },
    get nosql() {
      return lists.get('nosql') ?? []
    },
    get storeMap() {
      return lists.get('storeMap') ?? []
    },
    get wholeStoreMap() {
      return lists.get('wholeStoreMap')?.[0]
    },
    get accessPath() {
      return lists.get('accessPath')?.[0]
    },
    sqlByDomain: traced.sqlByDomain(model, sqlFiguresByDomain(model)),
    storeMapByDomain: traced.storeMapByDomain(model, map.byDomain),
    crossStore: traced.crossStore(model, crossStore),
    lifecycle: traced.lifecycle(model, lifecycle),
    neighbours: traced.neighbours(model, neighbours),
    readPath: traced.readPath(model, readPaths),
  }
}

/** The pictures of one entity. */
interface EntityFigures {
  readonly name: string
  readonly crossStore: Figure | undefined
  readonly lifecycle: Figure | undefined
  readonly neighbours: Figure | undefined
  readonly readPath: Figure | undefined
}

const recalled = recallingRuns<readonly EntityFigures[]>()
const recalledOne = recalling<EntityFigures>()

function figuresOfEntity(model: Model, entity: Entity): EntityFigures {
  const { name } = entity
  return recalledOne(model, name, [entity], () => {
    const stem = entityStems(model).get(name) ?? name
    const cycle = entity.postgres?.lifecycle
    return {
      name,
      crossStore: crossStoreFigure(model, entity, stem),
      lifecycle: hasPostgres(entity) && cycle !== undefined ? lifecycleFigure(entity, cycle, stem) : undefined,
      neighbours: neighboursFigure(model, entity, stem),
      readPath: readPath(model, entity, stem),
    }
  })
}
