import { useEffect, useState } from 'react'
import { gridPlacement } from '../core/grid.ts'
import type { Placement } from '../core/placement.ts'
import type { Scene } from '../core/scene.ts'
import { ElkLayout } from './elk-layout.ts'

/** A scene and where everything of it is. */
export interface Placed {
  readonly scene: Scene
  readonly placement: Placement
}

/** What is on the screen, and whether the wanted scene is still being laid out. */
export interface Laid {
  readonly placed?: Placed
  readonly busy: boolean
  /** Whether the layout failed, so that rows are shown instead. */
  readonly plain: boolean
}

const remembered = 12

/** The last scene that has places. Scenes that were laid out before have them at once. */
export function usePlacement(scene: Scene): Laid {
  const [tools] = useState(() => ({ elk: new ElkLayout(), known: new Map<string, Placement>() }))
  const [laid, setLaid] = useState<{ readonly placed?: Placed; readonly plain: boolean }>({ plain: false })

  useEffect(() => {
    const { elk, known } = tools
    const before = known.get(scene.key)
    if (before !== undefined) {
      setLaid({ placed: { scene, placement: before }, plain: false })
      return
    }
    let wanted = true
    elk.place(scene).then(
      (placement) => {
        known.set(scene.key, placement)
        const [oldest] = known.keys()
        if (known.size > remembered && oldest !== undefined) known.delete(oldest)
        if (wanted) setLaid({ placed: { scene, placement }, plain: false })
      },
      () => {
        elk.stop()
        if (wanted) setLaid({ placed: { scene, placement: gridPlacement(scene) }, plain: true })
      },
    )
    return () => {
      wanted = false
    }
  }, [scene, tools])

  useEffect(() => () => tools.elk.stop(), [tools])
  return { ...laid, busy: laid.placed?.scene !== scene }
}
