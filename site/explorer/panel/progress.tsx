import { type ReactElement, useEffect, useState } from 'react'
import { counted } from '../core/words.ts'

/** Tells that a layout is being made; not for one that is there at once. */
export function Progress({ boxes }: { readonly boxes: number }): ReactElement | null {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 120)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null
  return (
    <div className="sx-progress">
      <div className="sx-bar" />
      <span>Laying out {counted(boxes, 'box', 'boxes')}…</span>
    </div>
  )
}
