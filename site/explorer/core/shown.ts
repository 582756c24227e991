import { passes } from './filter.ts'
import type { Indexed } from './indexed.ts'
import { neighboursOf } from './neighbours.ts'
import type { View } from './view.ts'

/** With more entities than this the domains are shown first, each to be opened. */
export const mostAtOnce = 150

/** Which entities a view shows, in the order of the graph; the selected one always. */
export interface Shown {
  readonly ids: readonly string[]
  /** Whether they are too many for one picture, so that their domains stand for them. */
  readonly asMap: boolean
}

export function shownIn(graph: Indexed, view: View): Shown {
  const near =
    view.selected === undefined || view.near === undefined ? undefined : neighboursOf(graph, view.selected, view.near)
  const ids = graph.graph.entities
    .filter((entity) => entity.id === view.selected || (passes(entity, view) && near?.has(entity.id) !== false))
    .map(({ id }) => id)
  return { ids, asMap: ids.length > mostAtOnce }
}
