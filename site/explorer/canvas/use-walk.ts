import { type KeyboardEvent, type RefObject, useCallback, useRef, useState } from 'react'
import { type Box, type Direction, nearest } from '../core/nearest.ts'
import type { Placement } from '../core/placement.ts'
import { useExplorer } from '../state/explorer-context.ts'
import type { Camera } from './use-camera.ts'

/** Walking over the diagram with the keyboard. */
export interface Walk {
  readonly awaited: RefObject<string | undefined>
  readonly moves: number
  readonly onKeyDown: (event: KeyboardEvent) => void
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

export function useWalk({ boxes }: Placement, camera: Camera): Walk {
  const { view } = useExplorer()
  const awaited = useRef<string>(undefined)
  const last = useRef<string>(undefined)
  const [moves, setMoves] = useState(0)

  const onKeyDown = useCallback(
    (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey) return
      const act = camera.keys[event.key]
      const direction = directions[event.key]
      if (act === undefined && direction === undefined) return
      event.preventDefault()
      if (direction === undefined) {
        act?.()
        return
      }
      const here = boxes.get(focusedBox(event.target) ?? '')
      const next = here === undefined ? entrance(boxes, [last.current, view.selected], camera.centre()) : undefined
      const id = here === undefined ? next : nearest(boxes.values(), here, direction)
      const box = boxes.get(id ?? '')
      if (box === undefined) return
      last.current = box.id
      awaited.current = box.id
      camera.reveal(box)
      setMoves((count) => count + 1)
    },
    [boxes, camera, view.selected],
  )
  return { awaited, moves, onKeyDown }
}

/** The box that has the focus, by the attribute that every box bears. */
function focusedBox(target: EventTarget): string | undefined {
  if (!(target instanceof Element)) return undefined
  const box = target.closest<HTMLElement>('[data-entity],[data-domain]')
  if (box === null) return undefined
  return box.dataset.entity ?? `domain:${box.dataset.domain}`
}

/** Where the keyboard enters: where it was before, at the selected entity, else in the middle of what is seen. */
function entrance(
  boxes: ReadonlyMap<string, Box>,
  wanted: readonly (string | undefined)[],
  centre: { readonly x: number; readonly y: number },
): string | undefined {
  const known = wanted.find((id) => id !== undefined && boxes.has(id))
  if (known !== undefined) return known
  let best: { readonly id: string; readonly distance: number } | undefined
  for (const { height, id, width, x, y } of boxes.values()) {
    const distance = Math.hypot(x + width / 2 - centre.x, y + height / 2 - centre.y)
    if (best === undefined || distance < best.distance) best = { id, distance }
  }
  return best?.id
}
