import { useSyncExternalStore } from 'react'

/** Whether a media query holds, now and when it changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => window.matchMedia(query).matches,
  )
}

/** How long a movement of the view takes, in milliseconds: none where the reader wants no motion. */
export function useMotion(): number {
  return useMedia('(prefers-reduced-motion: reduce)') ? 0 : 280
}
