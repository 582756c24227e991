import type { ReactElement } from 'react'
import { middleOf } from '../core/path.ts'
import type { Point } from '../core/placement.ts'
import type { Line } from '../core/scene.ts'
import { counted } from '../core/words.ts'

interface Props {
  readonly line: Line
  readonly points: readonly Point[]
}

/** The field that a line stands for, halfway along it. */
export function LineLabel({ line, points }: Props): ReactElement | null {
  const [link, ...more] = line.links
  if (link === undefined || points.length === 0) return null
  const { x, y } = middleOf(points)
  return (
    <div
      className="sx-line-label"
      data-within={line.within ? '' : undefined}
      style={{ transform: `translate(${x}px, ${y}px) translate(${line.within ? '0' : '-50%'}, -50%)` }}
      aria-hidden="true"
    >
      {more.length === 0 ? link.label : counted(line.links.length, 'relation', 'relations')}
    </div>
  )
}
