import { matchesGlob } from 'node:path'
import type { SpecReader } from '../../generator/front/load/spec-reader.ts'

/** Reads a spec from memory: the bytes of each file by its path. */
export function memoryReader(files: ReadonlyMap<string, Uint8Array>): SpecReader {
  return {
    read: (path) => files.get(path),
    glob: (pattern) => [...files.keys()].filter((path) => matchesGlob(path, pattern)),
  }
}
