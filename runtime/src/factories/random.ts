/** Numbers that look drawn and are the same for the same seed, from 0 up to 1. */
export function drawing(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One of several. @throws RangeError where there is none */
export function oneOf<T>(all: readonly T[], draw: () => number): T {
  const item = all[Math.floor(draw() * all.length)]
  if (item === undefined) throw new RangeError('nothing to draw from')
  return item
}
