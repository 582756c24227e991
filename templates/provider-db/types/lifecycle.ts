/** The legal moves of a status: each state with those it may go to; a state without any is terminal. */
export interface Lifecycle<State extends string> {
  readonly start: State
  readonly states: readonly State[]
  readonly allow: { readonly [From in State]: readonly State[] }
}

/** The states that a state may go to: `NextState<typeof orderLifecycle, 'placed'>`. Of several those that each may go to. */
export type NextState<Of extends Lifecycle<string>, From extends keyof Of['allow']> = (
  From extends unknown
    ? (to: Of['allow'][From][number]) => void
    : never
) extends (to: infer To) => void
  ? To
  : never

/** Whether a move is legal. Staying where one is is no move. */
export function canMove<State extends string>(lifecycle: Lifecycle<State>, from: State, to: State): boolean {
  return lifecycle.allow[from].includes(to)
}

/** Whether nothing comes after a state. */
export function isTerminal<State extends string>(lifecycle: Lifecycle<State>, state: State): boolean {
  return lifecycle.allow[state].length === 0
}
