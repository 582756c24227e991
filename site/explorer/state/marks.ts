import { type Context, createContext, type RefObject, use } from 'react'

/** What is emphasised on the diagram, and what steps back. */
export interface Marks {
  readonly selected: string | undefined
  /** Whether all that is drawn belongs to the selected entity's neighbourhood, so that nothing has to step back. */
  readonly near: boolean
  /** The selected entity and those beside it; absent where nothing is selected. */
  readonly related: ReadonlySet<string> | undefined
  /** The box that the pointer is on or that the keyboard came to. */
  readonly hovered: string | undefined
  readonly hover: (id: string | undefined) => void
  /** Whether the view is too far away for rows to be read. */
  readonly far: boolean
  /** Whether it is so far away that not even the names of entities can be read. */
  readonly distant: boolean
  /** The box that is to take the focus as soon as it is there; it clears this itself. */
  readonly awaited: RefObject<string | undefined>
  /** Counts the movements of the keyboard, so that a box looks whether it is awaited. */
  readonly moves: number
  /** What a click or Enter on a box does. */
  readonly activate: (id: string) => void
}

export const MarksContext: Context<Marks | undefined> = createContext<Marks | undefined>(undefined)

export function useMarks(): Marks {
  const marks = use(MarksContext)
  if (marks === undefined) throw new Error('outside of the diagram')
  return marks
}
