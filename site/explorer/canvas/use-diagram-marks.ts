import { useStore } from '@xyflow/react'
import { useMemo, useState } from 'react'
import { neighboursOf } from '../core/neighbours.ts'
import { domainBox } from '../core/scene.ts'
import { shownIn } from '../core/shown.ts'
import { useExplorer } from '../state/explorer-context.ts'
import type { Marks } from '../state/marks.ts'
import type { Walk } from './use-walk.ts'

/** Below this zoom the rows of a card are smaller than can be read. */
const readable = 0.42
/** Below this one the names are, too. */
const discernible = 0.14

/** What is emphasised at the moment, for all boxes and lines of the diagram. */
export function useDiagramMarks({ awaited, moves }: Walk): Marks {
  const { change, graph, select, view } = useExplorer()
  const [hovered, hover] = useState<string>()
  const far = useStore(({ transform }) => transform[2] < readable)
  const distant = useStore(({ transform }) => transform[2] < discernible)
  const { selected } = view
  const related = useMemo(() => {
    if (selected === undefined) return undefined
    const near = neighboursOf(graph, selected, view.near ?? 1)
    const boxes = new Set(near)
    for (const id of near) boxes.add(domainBox(graph.entities.get(id)?.domain ?? ''))
    return boxes
  }, [graph, selected, view.near])
  return useMemo(
    () => ({
      selected,
      near: view.near !== undefined,
      related,
      hovered,
      hover,
      far,
      distant,
      awaited,
      moves,
      activate: (id) => {
        const domain = graph.graph.domains.find(({ key }) => domainBox(key) === id)
        if (domain === undefined) select(id)
        else {
          // The tile goes, so the keyboard goes on with the first of what takes its place.
          awaited.current = shownIn(graph, view).ids.find((entity) => graph.entities.get(entity)?.domain === domain.key)
          change({ ...view, open: new Set([...view.open, domain.key]) })
        }
      },
    }),
    [awaited, change, distant, far, graph, hovered, moves, related, select, selected, view],
  )
}
