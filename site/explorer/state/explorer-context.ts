import { type Context, createContext, use } from 'react'
import type { Indexed } from '../core/indexed.ts'
import type { View } from '../core/view.ts'

/** What all parts of the explorer know and can do. */
export interface Explorer {
  readonly graph: Indexed
  readonly base: string
  readonly view: View
  readonly change: (next: View) => void
  /** Chooses an entity and shows it, wherever it is. */
  readonly select: (id: string) => void
}

export const ExplorerContext: Context<Explorer | undefined> = createContext<Explorer | undefined>(undefined)

export function useExplorer(): Explorer {
  const explorer = use(ExplorerContext)
  if (explorer === undefined) throw new Error('outside of the explorer')
  return explorer
}
