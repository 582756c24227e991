/** Where the files of a spec come from. Paths are posix and relative to the project's folder. */
export interface SpecReader {
  /** The bytes of a file; nothing where there is none. Throws `SpecReadError` where there is one that cannot be read. */
  read(path: string): Uint8Array | undefined
  /** The files that a glob matches, in any order. */
  glob(pattern: string): readonly string[]
}

/** A file that is there and cannot be read, or that lies outside the project's folder behind a link. */
export class SpecReadError extends Error {
  override readonly name: string = 'SpecReadError'
  readonly reason: 'unreadable' | 'outside'

  constructor(reason: 'unreadable' | 'outside', message: string) {
    super(message)
    this.reason = reason
  }
}
