import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect, useMemo, useRef } from 'react'
import type { Box } from '../core/nearest.ts'
import type { Placed } from '../layout/use-placement.ts'
import { useExplorer } from '../state/explorer-context.ts'
import { useMotion } from '../state/use-media.ts'

/** Moves what is seen of the diagram. */
export interface Camera {
  readonly fit: () => void
  readonly fitAtOnce: () => void
  readonly zoomIn: () => void
  readonly zoomOut: () => void
  /** Brings a box into sight where it is not, or where it is too small to be read. */
  readonly reveal: (box: Box, anyway?: boolean) => void
  readonly centre: () => { readonly x: number; readonly y: number }
  /** What single keys do. */
  readonly keys: Readonly<Record<string, () => void>>
}

const margin = 28
/** A box that is looked at is shown at least this large. */
const legible = 0.55

export function useCamera(placed: Placed, isNarrow: boolean): Camera {
  const { view } = useExplorer()
  const flow = useReactFlow()
  const store = useStoreApi()
  const duration = useMotion()

  const camera = useMemo((): Camera => {
    const fitIn = (duration: number): void => void flow.fitView({ padding: 0.06, maxZoom: 1, duration })
    const fit = (): void => fitIn(duration)
    // Boxes that are out of sight on the way would go, and the focus with them.
    const fitAtOnce = (): void => fitIn(0)
    const zoomIn = (): void => void flow.zoomIn({ duration })
    const zoomOut = (): void => void flow.zoomOut({ duration })
    const reveal = ({ height, width, x, y }: Box, anyway: boolean = false): void => {
      const { height: tall, transform, width: wide } = store.getState()
      const [dx, dy, zoom] = transform
      const seen =
        zoom >= legible &&
        x * zoom + dx >= margin &&
        y * zoom + dy >= margin &&
        (x + width) * zoom + dx <= wide - margin &&
        (y + Math.min(height, 200)) * zoom + dy <= tall - margin
      if (seen && !anyway) return
      // Of a card that is taller than the screen the head is what one wants to see.
      const shown = Math.min(height, (tall - 2 * margin) / Math.max(zoom, legible))
      void flow.setCenter(x + width / 2, y + shown / 2, { zoom: Math.max(zoom, legible), duration })
    }
    const centre = (): { x: number; y: number } => {
      const { height, transform, width } = store.getState()
      const [dx, dy, zoom] = transform
      return { x: (width / 2 - dx) / zoom, y: (height / 2 - dy) / zoom }
    }
    return {
      fit,
      fitAtOnce,
      zoomIn,
      zoomOut,
      reveal,
      centre,
      keys: { '+': zoomIn, '=': zoomIn, '-': zoomOut, '0': fit },
    }
  }, [duration, flow, store])

  // A new layout is seen whole, or from where the selected entity is when it is too large for that.
  const shown = useRef<Placed>(undefined)
  const { selected } = view
  useEffect(() => {
    const box = selected === undefined ? undefined : placed.placement.boxes.get(selected)
    // The panel may open or close at the same time: one waits until the diagram has its new size.
    const timer = setTimeout(
      () => {
        const isNew = shown.current !== placed
        shown.current = placed
        if (isNew && (box === undefined || view.near !== undefined)) camera.fitAtOnce()
        else if (box !== undefined) camera.reveal(box, isNew)
      },
      isNarrow ? 120 : 60,
    )
    return () => clearTimeout(timer)
  }, [camera, isNarrow, placed, selected, view.near])
  return camera
}
