import { useCallback, useEffect, useState } from 'react'
import { parseAddress, printAddress } from '../core/address.ts'
import type { Indexed } from '../core/indexed.ts'
import type { View } from '../core/view.ts'

/**
 * The view, kept in the address: a choice of an entity can be gone back from, everything else is said by the address
 * only.
 */
export function useView(graph: Indexed): readonly [View, (next: View) => void] {
  const [view, setView] = useState(() => parseAddress(window.location.hash, graph))

  useEffect(() => {
    const read = (): void => setView(parseAddress(window.location.hash, graph))
    window.addEventListener('popstate', read)
    window.addEventListener('hashchange', read)
    return () => {
      window.removeEventListener('popstate', read)
      window.removeEventListener('hashchange', read)
    }
  }, [graph])

  const change = useCallback(
    (next: View): void => {
      const before = parseAddress(window.location.hash, graph)
      const address = printAddress(next)
      if (address !== printAddress(before)) {
        const url = `${window.location.pathname}${window.location.search}${address}`
        if (before.selected === next.selected) window.history.replaceState(null, '', url)
        else window.history.pushState(null, '', url)
      }
      setView(next)
    },
    [graph],
  )
  return [view, change]
}
