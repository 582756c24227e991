/** A file as it lies on the disk. */
export interface RawFile {
  /** Posix and relative to the project's folder. */
  readonly path: string
  /** Empty where the file is too large to be read. */
  readonly bytes: Uint8Array
  /** Its length in bytes, where it is too large. */
  readonly excess?: number
}

/** The largest file that is read, in bytes: the tree of a larger one would not fit into memory. */
export const largestFile: number = 16 * 1_048_576
