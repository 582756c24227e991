import { MiniMap, type NodeTypes, ReactFlow } from '@xyflow/react'
import { type ReactElement, useMemo } from 'react'
import { shownWords } from '../core/words.ts'
import type { Placed } from '../layout/use-placement.ts'
import { useExplorer } from '../state/explorer-context.ts'
import { MarksContext } from '../state/marks.ts'
import { CardNode } from './card-node.tsx'
import { FrameNode, TileNode } from './domain-nodes.tsx'
import { LineLayer } from './line-layer.tsx'
import { type DiagramNode, nodesOf } from './nodes.ts'
import { useCamera } from './use-camera.ts'
import { useDiagramMarks } from './use-diagram-marks.ts'
import { useWalk } from './use-walk.ts'
import { ZoomControls } from './zoom-controls.tsx'

const nodeTypes: NodeTypes = { card: CardNode, tile: TileNode, frame: FrameNode }
const minZoom = 0.03

/** The class of a box on the overview map. */
function miniature({ data }: DiagramNode): string {
  if ('frame' in data) return 'sx-mini-frame'
  return 'card' in data ? `sx-mini-${data.card.entity.parts[0]?.store}` : 'sx-mini'
}

interface Props {
  readonly placed: Placed
  readonly isNarrow: boolean
}

/** The diagram itself. It stands still where the layout put it: boxes are not moved by hand, so that a link shows the same. */
export function Canvas({ isNarrow, placed }: Props): ReactElement {
  const { graph, view } = useExplorer()
  const nodes = useMemo(() => nodesOf(placed.scene, placed.placement), [placed])
  const camera = useCamera(placed, isNarrow)
  const walk = useWalk(placed.placement, camera)
  const marks = useDiagramMarks(walk)
  const shown = placed.scene.cards.length + placed.scene.tiles.reduce((sum, { entities }) => sum + entities, 0)
  return (
    <MarksContext value={marks}>
      <ReactFlow<DiagramNode>
        nodes={nodes}
        edges={[]}
        nodeTypes={nodeTypes}
        className={view.selected === undefined ? 'sx-flow' : 'sx-flow sx-has-selection'}
        aria-label={`Diagram of ${graph.graph.title}: ${shownWords(shown, graph.graph.entities.length)}. Arrow keys walk from box to box, Enter opens.`}
        tabIndex={0}
        onKeyDown={walk.onKeyDown}
        onlyRenderVisibleElements
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        zoomOnDoubleClick={false}
        minZoom={minZoom}
        maxZoom={2}
        attributionPosition="bottom-left"
      >
        <LineLayer placed={placed} />
        <ZoomControls camera={camera} />
        {!isNarrow && (
          <MiniMap<DiagramNode>
            pannable
            zoomable
            style={{ width: 150, height: 100 }}
            ariaLabel="Overview map"
            nodeClassName={miniature}
          />
        )}
      </ReactFlow>
    </MarksContext>
  )
}
