import { useRef } from 'react'

/** The value that was given first, for as long as the ones that follow are the same to us. */
export function useSame<T>(value: T, same: (a: T, b: T) => boolean): T {
  const kept = useRef(value)
  if (!same(kept.current, value)) kept.current = value
  return kept.current
}
