import type { ManifestEntry } from '../manifest.ts'

/** A drawing that is to lie beside the text of its diagram. */
export interface DrawingTarget {
  /** Posix, relative to the folder of the diagrams: `sql/identity.dark.svg`. */
  readonly path: string
  /** What is drawn: a text of Mermaid, its theme included. */
  readonly text: string
  /** The SHA-256 of that text. */
  readonly textHash: string
}

/**
 * The record of the drawings, `.drawn.json`, has the form of a manifest: `emitter` is what drew it (`mermaid 12.3.0,
 * drawer 1`), and the only one of `sources` is the hash of the text.
 */
export function recordOf({ textHash }: DrawingTarget, maker: string): Pick<ManifestEntry, 'emitter' | 'sources'> {
  return { emitter: maker, sources: [textHash] }
}

/** Whether a file of the record was drawn from this text, and by `maker` where that is known. */
export function isDrawnFrom(entry: ManifestEntry, { textHash }: DrawingTarget, maker: string | undefined): boolean {
  return entry.sources.length === 1 && entry.sources[0] === textHash && (maker === undefined || entry.emitter === maker)
}
