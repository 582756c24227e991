import { join } from 'node:path'
import type { FileSystem } from '../../output/file-system.ts'
import { systemCode } from '../../output/file-system.ts'
import { sha256 } from '../../output/hash.ts'
import { renameTemporary, writeTemporary } from '../../output/replace-files.ts'

/** Where a project keeps what can be made again, absolute. */
export function cacheFolder(folder: string): string {
  return join(folder, 'node_modules/.cache/stowage')
}

/**
 * Drawings by what they are made from, so that a text is drawn once however often it is asked for. It is a
 * convenience: a cache that cannot be read or written is as good as an empty one.
 */
export class DrawingCache {
  readonly #folder: string
  readonly #maker: string
  readonly #fs: FileSystem

  /** @param maker all that decides the drawing besides the text: `mermaid 12.3.0, drawer 1` */
  constructor(folder: string, maker: string, fs: FileSystem) {
    this.#folder = join(cacheFolder(folder), 'drawings')
    this.#maker = maker
    this.#fs = fs
  }

  get(text: string): string | undefined {
    try {
      const svg = Buffer.from(this.#fs.read(this.#pathOf(text))).toString('utf8')
      return svg.startsWith('<svg') && svg.endsWith('</svg>\n') ? svg : undefined
    } catch (error) {
      if (systemCode(error) === undefined) throw error
      return undefined
    }
  }

  set(text: string, svg: string): void {
    const path = this.#pathOf(text)
    try {
      this.#fs.makeFolder(this.#folder)
      writeTemporary(path, svg, this.#fs)
      renameTemporary(path, this.#fs)
    } catch (error) {
      if (systemCode(error) === undefined) throw error
    }
  }

  #pathOf(text: string): string {
    return join(this.#folder, `${sha256(JSON.stringify([this.#maker, text]))}.svg`)
  }
}
