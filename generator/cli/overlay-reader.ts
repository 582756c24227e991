import { SpecReadError, type SpecReader } from '../front/load/spec-reader.ts'

/** What reading a file once gave, an error included. */
type Kept = { readonly bytes: Uint8Array | undefined } | { readonly error: SpecReadError }

/**
 * A disk with the texts of an editor laid over it. Where the editor tells of changes on disk, what was read is kept until
 * then, so that an analysis reads nothing; the bytes of a file that did not change are the same object.
 */
export class OverlayReader implements SpecReader {
  readonly #disk: SpecReader
  readonly #keeps: boolean
  readonly #texts = new Map<string, Uint8Array>()
  readonly #files = new Map<string, Kept>()
  readonly #globs = new Map<string, readonly string[]>()

  /** @param keeps whether somebody will call `forget` when the disk changes */
  constructor(disk: SpecReader, keeps: boolean) {
    this.#disk = disk
    this.#keeps = keeps
  }

  read(path: string): Uint8Array | undefined {
    const text = this.#texts.get(path)
    if (text !== undefined) return text
    const kept = this.#files.get(path) ?? this.#readDisk(path)
    if (this.#keeps) this.#files.set(path, kept)
    if ('error' in kept) throw kept.error
    return kept.bytes
  }

  glob(pattern: string): readonly string[] {
    const found = this.#globs.get(pattern) ?? this.#disk.glob(pattern)
    if (this.#keeps) this.#globs.set(pattern, found)
    return found
  }

  /** Lays a text over a file. */
  cover(path: string, text: string): void {
    this.#texts.set(path, new TextEncoder().encode(text))
  }

  /** Shows the file on disk again. */
  uncover(path: string): void {
    this.#texts.delete(path)
    this.#files.delete(path)
  }

  /** Something changed on disk: nothing that was read holds any more. */
  forget(): void {
    this.#files.clear()
    this.#globs.clear()
  }

  #readDisk(path: string): Kept {
    try {
      return { bytes: this.#disk.read(path) }
    } catch (error) {
      if (error instanceof SpecReadError) return { error }
      throw error
    }
  }
}
