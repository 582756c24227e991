import { inPostgres } from '../model/lookup.ts'
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
import { sqlFiguresByDomain, sqlFiguresOfAll } from './sql.ts'
import { stems } from './stems.ts'
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
  /** What leads from store to store, of all entities: one picture, or one for each domain. Empty where nothing does. */
  readonly storeMap: readonly Figure[]
  readonly accessPath?: Figure
}

const drawn = new WeakMap<Model, Figures>()
const recalled = {
  crossStore: recalling<Figure | undefined>(),
  lifecycle: recalling<Figure>(),
  neighbours: recalling<Figure | undefined>(),
  readPath: recalling<Figure | undefined>(),
}
const traced = {
  sqlByDomain: tracedMaps<readonly Figure[]>(),
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
  const stem = stems(model.entities.map(({ name }) => name))
  const crossStore = new Map<string, Figure>()
  const lifecycle = new Map<string, Figure>()
  const neighbours = new Map<string, Figure>()
  const readPaths = new Map<string, Figure>()
  for (const entity of model.entities) {
    const name = stem.get(entity.name) ?? entity.name
    const inputs = [entity, name]
    const stored = recalled.crossStore(model, entity.name, inputs, () => crossStoreFigure(model, entity, name))
    if (stored !== undefined) crossStore.set(entity.name, stored)
    const around = recalled.neighbours(model, entity.name, inputs, () => neighboursFigure(model, entity, name))
    if (around !== undefined) neighbours.set(entity.name, around)
    const read = recalled.readPath(model, entity.name, inputs, () => readPath(model, entity, name))
    if (read !== undefined) readPaths.set(entity.name, read)
  }
  for (const entity of inPostgres(model)) {
    const { lifecycle: cycle } = entity.postgres
    if (cycle === undefined) continue
    const name = stem.get(entity.name) ?? entity.name
    lifecycle.set(
      entity.name,
      recalled.lifecycle(model, entity.name, [entity, name], () => lifecycleFigure(entity, cycle, name)),
    )
  }
  const access = accessPath(model)
  return {
    sqlAll: sqlFiguresOfAll(model),
    sqlByDomain: traced.sqlByDomain(model, sqlFiguresByDomain(model)),
    nosql: nosqlFigures(model),
    crossStore: traced.crossStore(model, crossStore),
    lifecycle: traced.lifecycle(model, lifecycle),
    neighbours: traced.neighbours(model, neighbours),
    readPath: traced.readPath(model, readPaths),
    storeMap: storeMap(model),
    ...(access === undefined ? {} : { accessPath: access }),
  }
}
