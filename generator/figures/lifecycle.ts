import type { Lifecycle } from '../model/lifecycle.ts'
import type { PostgresEntity } from '../model/lookup.ts'
import { shortened } from '../print/mermaid/escape.ts'
import type { StateDiagram } from '../print/mermaid/state-diagram.ts'
import { type Figure, figureOf } from './figure.ts'

const aboutLength = 48
/** With more states than this their texts would make the picture wider than a page; the table beside it has them all. */
const mostDescribed = 8

/** The states of an entity and the legal moves between them. */
export function lifecycleFigure(entity: PostgresEntity, lifecycle: Lifecycle, stem: string): Figure {
  const described = lifecycle.states.length <= mostDescribed
  const diagram: StateDiagram = {
    kind: 'state',
    title: `Life cycle of ${entity.name}`,
    notes: [`${entity.postgres.table.text}.${lifecycle.field} moves along these arrows only.`],
    start: lifecycle.start,
    states: lifecycle.states.map(({ about, name, to }) => ({
      name,
      to: to.map(({ state }) => state),
      ...(about === undefined || !described ? {} : { about: shortened(about, aboutLength) }),
    })),
  }
  return figureOf(`lifecycle/${stem}`, diagram, [entity.name])
}
