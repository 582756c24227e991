import type { Node } from '@xyflow/react'
import type { Card } from '../core/card.ts'
import type { Box } from '../core/nearest.ts'
import type { Placement } from '../core/placement.ts'
import type { Frame, Scene, Tile } from '../core/scene.ts'

export type CardNode = Node<{ readonly card: Card }, 'card'>
export type TileNode = Node<{ readonly tile: Tile }, 'tile'>
export type FrameNode = Node<{ readonly frame: Frame }, 'frame'>
export type DiagramNode = CardNode | TileNode | FrameNode

/** A scene as React Flow takes it. Every size is known, so that nothing has to be measured on the screen. */
export function nodesOf(scene: Scene, placement: Placement): DiagramNode[] {
  return [
    ...scene.frames.flatMap((frame): FrameNode[] =>
      placed(placement.frames.get(frame.id), (shape) => ({ ...shape, zIndex: 3, type: 'frame', data: { frame } })),
    ),
    ...scene.tiles.flatMap((tile): TileNode[] =>
      placed(placement.boxes.get(tile.id), (shape) => ({ ...shape, zIndex: 1, type: 'tile', data: { tile } })),
    ),
    ...scene.cards.flatMap((card): CardNode[] =>
      placed(placement.boxes.get(card.entity.id), (shape) => ({ ...shape, zIndex: 1, type: 'card', data: { card } })),
    ),
  ]
}

type Shape = Pick<Node, 'id' | 'position' | 'width' | 'height' | 'measured' | 'domAttributes'>

function placed<T>(box: Box | undefined, node: (shape: Shape) => T): T[] {
  if (box === undefined) return []
  const { height, id, width, x, y } = box
  return [
    node({
      id,
      position: { x, y },
      width,
      height,
      measured: { width, height },
      // The box within says what it is; the wrapper around it is nothing by itself.
      domAttributes: { 'aria-roledescription': undefined },
    }),
  ]
}
