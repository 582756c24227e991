import { drawing } from './random.ts'

/** Draws that hang on what they are for alone: the same for the same names, in whatever order they are asked for. */
export function drawFor(...names: readonly (string | number)[]): () => number {
  let hash = 0x811c9dc5
  for (const character of names.join('\0')) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return drawing(hash)
}

/** A whole number; both ends are included. */
export function wholeBetween(low: number, high: number, draw: () => number): number {
  return low + Math.floor(draw() * (high - low + 1))
}
