import { ViewportPortal } from '@xyflow/react'
import { type ReactElement, useState } from 'react'
import type { Line } from '../core/scene.ts'
import type { Placed } from '../layout/use-placement.ts'
import { useMarks } from '../state/marks.ts'
import { DrawnLine, type LineState } from './drawn-line.tsx'
import { LineLabel } from './line-label.tsx'

/**
 * The lines between the boxes, in one drawing of our own: nothing of it is looked at while the view moves, which edges of
 * React Flow would be one by one.
 */
export function LineLayer({ placed: { placement, scene } }: { readonly placed: Placed }): ReactElement {
  const { far, hovered, near, selected } = useMarks()
  const [pointed, setPointed] = useState<string>()
  const touches = (line: Line, box: string | undefined): boolean =>
    box !== undefined && (line.from === box || line.to === box)
  const stateOf = (line: Line): LineState => {
    if (line.id === pointed || touches(line, hovered)) return 'lit'
    if (selected === undefined) return 'plain'
    return touches(line, selected) ? 'near' : near ? 'plain' : 'dim'
  }
  const labelled = scene.lines.filter(
    (line) => line.id === pointed || (!far && (touches(line, hovered) || touches(line, selected))),
  )
  return (
    <ViewportPortal>
      <svg className="sx-lines" aria-hidden="true">
        {scene.lines.map((line) => {
          const points = placement.lines.get(line.id)
          return points === undefined ? null : (
            <DrawnLine key={line.id} line={line} points={points} state={stateOf(line)} point={setPointed} />
          )
        })}
      </svg>
      {labelled.slice(0, 24).map((line) => (
        <LineLabel key={line.id} line={line} points={placement.lines.get(line.id) ?? []} />
      ))}
    </ViewportPortal>
  )
}
