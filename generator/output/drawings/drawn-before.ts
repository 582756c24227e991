import type { FileSystem } from '../file-system.ts'
import { systemCode } from '../file-system.ts'
import { sha256 } from '../hash.ts'
import { type ManifestEntry, parseManifest } from '../manifest.ts'
import { drawingLedger } from '../output-path.ts'

/**
 * The drawings that lie in a folder with their record, by the texts they were drawn from: a fresh clone need not draw
 * what is committed. One that was changed by hand, or drawn by another maker, is none; nor is one that could run something,
 * since a record can be changed together with its drawing and a site would serve both.
 */
export class DrawnBefore {
  readonly #folder: string
  readonly #fs: FileSystem
  readonly #entries = new Map<string, ManifestEntry>()

  /** @param folder of the diagrams, absolute; nothing need be there */
  constructor(folder: string, maker: string, fs: FileSystem) {
    this.#folder = folder
    this.#fs = fs
    const record = this.#read(drawingLedger.manifest)
    for (const entry of (record === undefined ? undefined : parseManifest(record))?.values() ?? []) {
      const [textHash] = entry.sources
      if (entry.emitter === maker && textHash !== undefined) this.#entries.set(textHash, entry)
    }
  }

  get(text: string): string | undefined {
    const entry = this.#entries.get(sha256(text))
    const svg = entry === undefined ? undefined : this.#read(entry.path)
    return svg !== undefined && sha256(svg) === entry?.sha256 && isQuiet(svg) ? svg : undefined
  }

  #read(path: string): string | undefined {
    try {
      return Buffer.from(this.#fs.read(`${this.#folder}/${path}`)).toString('utf8')
    } catch (error) {
      if (systemCode(error) === undefined) throw error
      return undefined
    }
  }
}

/** Whether it is a picture and nothing more: no drawing of ours holds a script, a handler or HTML. */
function isQuiet(svg: string): boolean {
  return svg.startsWith('<svg') && !/<(?:script|foreignObject|iframe|animate|set)\b|\son\w+\s*=|javascript:/i.test(svg)
}
