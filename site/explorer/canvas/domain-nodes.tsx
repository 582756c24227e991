import type { NodeProps } from '@xyflow/react'
import { memo, type NamedExoticComponent } from 'react'
import { fitName } from '../core/fit-name.ts'
import { counted } from '../core/words.ts'
import { DomainDot, domainColour } from '../panel/domain-dot.tsx'
import { useExplorer } from '../state/explorer-context.ts'
import { useMarks } from '../state/marks.ts'
import { BoxButton } from './box-button.tsx'
import type { FrameNode as Frame, TileNode as Tile } from './nodes.ts'

/** A domain that stands for its entities on the map; a click opens it. */
export const TileNode: NamedExoticComponent<NodeProps<Tile>> = memo(function TileNode({ data: { tile }, id }) {
  const { graph } = useExplorer()
  const { key, name } = tile.domain
  const size = counted(tile.entities, 'entity', 'entities')
  return (
    <BoxButton
      id={id}
      label={`Domain ${name}, ${size}; opens`}
      className="sx-tile"
      style={domainColour(graph, key)}
      expanded={false}
      data={{ 'data-domain': key }}
    >
      <span className="sx-tile-name">{name}</span>
      <span className="sx-tile-size">{size}</span>
    </BoxButton>
  )
})

/** The frame around the entities of a domain that is open. */
export const FrameNode: NamedExoticComponent<NodeProps<Frame>> = memo(function FrameNode({
  data: { frame },
  height,
  id,
  width,
}) {
  const { awaited, distant } = useMarks()
  const { change, graph, view } = useExplorer()
  const { key, name } = frame.domain
  const close = (): void => {
    awaited.current = id
    change({ ...view, open: new Set([...view.open].filter((other) => other !== key)) })
  }
  const { size } = fitName(name, (width ?? 0) * 0.9, height ?? 0, 260)
  return (
    <div className="sx-frame" style={domainColour(graph, key)}>
      {distant && (
        <div className="sx-frame-name" style={{ fontSize: size }} aria-hidden="true">
          {name}
        </div>
      )}
      <div className="sx-frame-head">
        <DomainDot domain={key} />
        <span>{name}</span>
        <button type="button" className="sx-link" aria-label={`Close ${name}`} onClick={close}>
          close
        </button>
      </div>
    </div>
  )
})
