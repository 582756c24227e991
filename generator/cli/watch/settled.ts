/** What waits until things have settled. */
export interface Settling {
  /** Tells that something happened. */
  readonly poke: () => void
  /** Ends it; the work that goes on is waited for. */
  readonly end: () => Promise<void>
}

/**
 * Works once after things that happen close together, never twice at a time: what happens while it works, it works on next.
 *
 * @param work must not fail
 * @param silence milliseconds without anything happening, after which things have settled
 * @param patience milliseconds after which it works though things go on happening
 */
export function settled(work: () => Promise<void>, silence: number, patience: number = silence * 20): Settling {
  let timer: NodeJS.Timeout | undefined
  let since: number | undefined
  let working: Promise<void> | undefined
  let ended = false
  const start = (): void => {
    since = undefined
    // Whoever pokes meanwhile sets the timer anew, and comes here when it is done at the earliest.
    if (working !== undefined) {
      wait()
      return
    }
    working = work().finally(() => {
      working = undefined
    })
  }
  const wait = (): void => {
    clearTimeout(timer)
    since ??= performance.now()
    const left = since + patience - performance.now()
    timer = setTimeout(start, Math.max(0, Math.min(silence, left)))
  }
  return {
    poke: () => {
      if (!ended) wait()
    },
    end: async () => {
      ended = true
      clearTimeout(timer)
      await working
    },
  }
}
