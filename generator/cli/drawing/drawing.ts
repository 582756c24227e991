/** A Mermaid text that is to become a picture. */
export interface WantedDrawing {
  /** How it is named in reports: `sql/identity.dark`. Names are distinct; two may have the same text. */
  readonly name: string
  readonly text: string
}

/** What drawing has to know of the world. */
export interface DrawingSurroundings {
  /** The project's folder, absolute: its own packages come first, and the cache lies in it. */
  readonly folder: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** The folder where drawings may lie with their record, absolute: what is up to date there is not drawn again. */
  readonly drawings?: string
}

/** Called before each drawing; what comes from the cache is not told. */
export type OnDrawing = (number: number, total: number, name: string) => void

/** A diagram that Mermaid refuses, and its words. */
export interface FailedDrawing {
  readonly name: string
  readonly reason: string
}

/** Why nothing could be drawn: a package or a browser is missing. Nothing is told where all came from the cache. */
export interface MissingForDrawing {
  /** How many texts could not be drawn for it. */
  readonly left: number
  /** `no Chrome or Chromium was found`. */
  readonly reason: string
  /** What was tried and why it did not do, one line each. */
  readonly tried: readonly string[]
  /** How to get what is missing. */
  readonly hint: string
}

/**
 * What became of the texts: each is in `drawn` or in `failed`, save that `missing` leaves out what would have to be
 * drawn.
 */
export interface DrawingResult {
  /** SVG by name; each ends with one newline. */
  readonly drawn: ReadonlyMap<string, string>
  readonly failed: readonly FailedDrawing[]
  /** How many of `drawn` were drawn before. */
  readonly cached: number
  /** `Chromium 156.0.1 at /usr/bin/chromium`; absent where none was started. */
  readonly browser?: string
  /** The version of Mermaid, and all that decides the drawings besides; absent where it is not installed. */
  readonly mermaid?: string
  readonly maker?: string
  readonly missing?: MissingForDrawing
}
