import { inPostgres } from '../model/lookup.ts'
import type { Model } from '../model/model.ts'
import { accessPath } from './access-path.ts'
import { crossStoreFigure } from './cross-store.ts'
import type { Figure } from './figure.ts'
import { lifecycleFigure } from './lifecycle.ts'
import { nosqlFigures } from './nosql.ts'
import { sqlFiguresByDomain, sqlFiguresOfAll } from './sql.ts'
import { stems } from './stems.ts'

/** Every picture of a spec. */
export interface Figures {
  readonly sqlAll: readonly Figure[]
  /** By the domain's name, in the order of the domains. */
  readonly sqlByDomain: ReadonlyMap<string, readonly Figure[]>
  readonly nosql: readonly Figure[]
  /** By the entity's name, in the order of the entities. */
  readonly crossStore: ReadonlyMap<string, Figure>
  readonly lifecycle: ReadonlyMap<string, Figure>
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
  ]
}

function draw(model: Model): Figures {
  const stem = stems(model.entities.map(({ name }) => name))
  const crossStore = new Map<string, Figure>()
  const lifecycle = new Map<string, Figure>()
  for (const entity of model.entities) {
    const figure = crossStoreFigure(model, entity, stem.get(entity.name) ?? entity.name)
    if (figure !== undefined) crossStore.set(entity.name, figure)
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
    ...(access === undefined ? {} : { accessPath: access }),
  }
}
