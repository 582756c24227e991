import { type OpenedFile, openFile } from '../front/load/open-file.ts'

/** A file with the bytes it was opened from. */
interface Kept {
  readonly bytes: Uint8Array
  readonly opened: OpenedFile
}

/** The files of a spec, each opened anew only where its bytes changed. */
export class OpenedFiles {
  #known = new Map<string, Kept>()
  #opened = new Map<string, Kept>()

  readonly open = (path: string, bytes: Uint8Array): OpenedFile => {
    const known = this.#known.get(path)
    const isSame = known !== undefined && sameBytes(known.bytes, bytes)
    // The newer bytes are kept: a reader gives the same ones again until it knows of a change.
    const kept = { bytes, opened: isSame ? known.opened : openFile(path, bytes) }
    this.#known.set(path, kept)
    this.#opened.set(path, kept)
    return kept.opened
  }

  /** Forgets what was not opened since the last time. */
  forgetOthers(): void {
    this.#known = this.#opened
    this.#opened = new Map()
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a === b || (a.length === b.length && a.every((byte, at) => byte === b[at]))
}
