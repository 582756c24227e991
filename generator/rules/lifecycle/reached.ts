import type { Lifecycle } from '../../model/lifecycle.ts'

/** The states that a record can come to from the start, the start included. */
export function reachedStates({ start, states }: Lifecycle): ReadonlySet<string> {
  const byName = new Map(states.map((state) => [state.name, state]))
  const reached = new Set([start])
  for (const name of reached) {
    for (const { state } of byName.get(name)?.to ?? []) reached.add(state)
  }
  return reached
}
