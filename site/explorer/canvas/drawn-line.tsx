import { memo, type NamedExoticComponent } from 'react'
import { footPath, linePath } from '../core/path.ts'
import type { Point } from '../core/placement.ts'
import type { Line } from '../core/scene.ts'

/** `near`: of the selected entity; `lit`: of what the pointer is on. */
export type LineState = 'plain' | 'near' | 'lit' | 'dim'

interface Props {
  readonly line: Line
  readonly points: readonly Point[]
  readonly state: LineState
  readonly point: (id: string | undefined) => void
}

/** A line with its feet, and a wide invisible one that the pointer finds easily. */
export const DrawnLine: NamedExoticComponent<Props> = memo(function DrawnLine({ line, point, points, state }) {
  const [link] = line.links
  const [start, second] = points
  const end = points.at(-1)
  const beforeEnd = points.at(-2)
  if (line.quiet && (state === 'plain' || state === 'dim')) return null
  if (link === undefined || start === undefined || second === undefined || end === undefined) return null
  const path = linePath(points)
  const isSolid = line.links.some(({ kind }) => kind === 'foreign_key')
  const store = link.toPart === 'postgres' || link.toPart === 'mongo' ? link.toPart : 's3'
  const feet = line.cross
    ? ''
    : footPath(start, second, link.list ? 'many' : 'one') +
      footPath(end, beforeEnd ?? start, link.many ? 'many' : 'one')
  return (
    <g
      className="sx-line"
      data-kind={isSolid ? 'foreign_key' : link.kind}
      data-store={isSolid ? undefined : store}
      data-state={state}
      data-cross={line.cross ? '' : undefined}
      onPointerEnter={() => point(line.id)}
      onPointerLeave={() => point(undefined)}
    >
      <path className="sx-hit" d={path} />
      <path
        className="sx-stroke"
        d={path}
        data-link={line.id}
        style={line.cross ? { strokeWidth: Math.min(7, 1 + Math.sqrt(line.links.length)) } : undefined}
      />
      {feet !== '' && <path className="sx-feet" d={feet} />}
    </g>
  )
})
