import { inPostgres } from '../model/lookup.ts'
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
    const stored = crossStoreFigure(model, entity, name)
    if (stored !== undefined) crossStore.set(entity.name, stored)
    const around = neighboursFigure(model, entity, name)
    if (around !== undefined) neighbours.set(entity.name, around)
    const read = readPath(model, entity, name)
    if (read !== undefined) readPaths.set(entity.name, read)
  }
  for (const entity of inPostgres(model)) {
    if (entity.postgres.lifecycle === undefined) continue
    const name = stem.get(entity.name) ?? entity.name
    lifecycle.set(entity.name, lifecycleFigure(entity, entity.postgres.lifecycle, name))
  }
  const access = accessPath(model)
  return {
    sqlAll: sqlFiguresOfAll(model),
    sqlByDomain: sqlFiguresByDomain(model),
    nosql: nosqlFigures(model),
    crossStore,
    lifecycle,
    neighbours,
    readPath: readPaths,
    storeMap: storeMap(model),
    ...(access === undefined ? {} : { accessPath: access }),
  }
}
