import { realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { SpecReader } from '../../front/load/spec-reader.ts'
import { diskReader } from '../disk-reader.ts'

/** A file as it was read, and what told it apart from any other. */
interface Kept {
  readonly bytes: Uint8Array
  readonly stamp: string
  /** Whether a change after the reading would have given it another stamp. */
  readonly lasting: boolean
}

/** Clocks of file systems stand still for some milliseconds: what is changed twice in that time has one stamp. */
const tick = 50

/**
 * Reads a spec from a folder of the disk again and again: a file that did not change gives the very same bytes. It remembers
 * what it was asked for, since a change there may change the answer.
 */
export class KeptReader implements SpecReader {
  readonly #folder: string
  readonly #disk: SpecReader
  readonly #kept = new Map<string, Kept>()
  readonly #asked = new Set<string>()

  constructor(folder: string) {
    this.#folder = realpathSync(folder)
    this.#disk = diskReader(folder)
  }

  /** Paths and globs that were asked for since the last `forgetAsked`, there or not; posix, relative to the folder. */
  get asked(): ReadonlySet<string> {
    return this.#asked
  }

  forgetAsked(): void {
    this.#asked.clear()
  }

  read(path: string): Uint8Array | undefined {
    this.#asked.add(path)
    const kept = this.#kept.get(path)
    const { age, stamp } = this.#look(path)
    if (kept?.lasting === true && kept.stamp === stamp) return kept.bytes
    this.#kept.delete(path)
    const bytes = this.#disk.read(path)
    if (bytes === undefined || stamp === undefined) return bytes
    this.#kept.set(path, { bytes, stamp, lasting: age > tick })
    return bytes
  }

  glob(pattern: string): readonly string[] {
    this.#asked.add(pattern)
    return this.#disk.glob(pattern)
  }

  /** Forgets everything: where folders come and go, a path may lead to another place. */
  forget(): void {
    this.#kept.clear()
  }

  #look(path: string): { readonly stamp?: string; readonly age: number } {
    try {
      const stat = statSync(join(this.#folder, path), { bigint: true, throwIfNoEntry: false })
      if (stat === undefined) return { age: 0 }
      const stamp = [stat.dev, stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(' ')
      const changed = Math.max(Number(stat.mtimeMs), Number(stat.ctimeMs))
      return { stamp, age: Date.now() - changed }
    } catch {
      // The reader says in words what is wrong.
      return { age: 0 }
    }
  }
}
