import { sameItems } from '../../base/same-items.ts'
import type { SpecReader } from '../../front/load/spec-reader.ts'
import { sha256 } from '../../output/hash.ts'

/** What a reader of a spec was asked, and said. */
export type SpecAnswer =
  /** The SHA-256 of a file's bytes; `null` where there was none. */
  | { readonly read: string; readonly sha256: string | null }
  /** The files that a glob matches, sorted. */
  | { readonly glob: string; readonly paths: readonly string[] }

/** Reads a spec and notes all answers: whoever gets the same ones reads the same spec. */
export class NotingReader implements SpecReader {
  readonly #reader: SpecReader
  readonly #answers = new Map<string, SpecAnswer>()

  constructor(reader: SpecReader) {
    this.#reader = reader
  }

  get answers(): readonly SpecAnswer[] {
    return [...this.#answers.values()]
  }

  read(path: string): Uint8Array | undefined {
    const bytes = this.#reader.read(path)
    this.#answers.set(`read ${path}`, { read: path, sha256: bytes === undefined ? null : sha256(bytes) })
    return bytes
  }

  glob(pattern: string): readonly string[] {
    const paths = this.#reader.glob(pattern)
    this.#answers.set(`glob ${pattern}`, { glob: pattern, paths: paths.toSorted() })
    return paths
  }
}

/** @throws SpecReadError where a file cannot be read now */
export function answersTheSame(reader: SpecReader, answers: readonly SpecAnswer[]): boolean {
  return answers.every((answer) => {
    if ('glob' in answer) return sameItems(reader.glob(answer.glob).toSorted(), answer.paths)
    const bytes = reader.read(answer.read)
    return (bytes === undefined ? null : sha256(bytes)) === answer.sha256
  })
}
