import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useMarks } from '../state/marks.ts'

/** Takes the focus when the keyboard has come to this box, which may be drawn only then. */
export function useAwaited<T extends HTMLElement>(id: string): RefObject<T | null> {
  const box = useRef<T>(null)
  const { awaited, moves } = useMarks()

  useEffect(() => {
    // `moves` is looked at only so that this runs after each movement.
    if (moves < 0 || awaited.current !== id) return
    awaited.current = undefined
    if (isFree(document.activeElement)) box.current?.focus({ preventScroll: true })
  }, [awaited, id, moves])

  useLayoutEffect(() => {
    const element = box.current
    return () => {
      // Boxes that go out of sight are taken away, and come back: the focus with them.
      if (document.activeElement === element) awaited.current ??= id
    }
  }, [awaited, id])
  return box
}

/** Whether the focus may be taken: from the diagram and from nothing, not from what somebody works with. */
function isFree(focused: Element | null): boolean {
  return focused === null || focused === document.body || focused.closest('.react-flow') !== null
}
