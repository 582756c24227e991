import type { Box } from './nearest.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** Where everything of a scene is, in one system of coordinates. */
export interface Placement {
  /** Cards and tiles. */
  readonly boxes: ReadonlyMap<string, Box>
  readonly frames: ReadonlyMap<string, Box>
  /** The bends of each line, from what is referred to, to what refers; both ends included. */
  readonly lines: ReadonlyMap<string, readonly Point[]>
}
