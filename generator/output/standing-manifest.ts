import { by } from '../base/order.ts'
import { type Manifest, type ManifestEntry, manifestLine, manifestOf } from './manifest.ts'

/** How many lines are put together anew where one of them changes. */
const linesEach = 256

/** A manifest that changes a little at a time: only the lines of what changed are printed again, and none is sorted. */
export class StandingManifest {
  readonly #entries: Map<string, ManifestEntry>
  /** Where the entry of a path stands, in the order of the paths. */
  #places: ReadonlyMap<string, number> = new Map()
  #lines: string[] = []
  /** Lines next to each other as one text; absent where one of them has changed. */
  #blocks: (string | undefined)[] = []

  constructor(entries: Iterable<ManifestEntry>) {
    this.#entries = new Map([...entries].map((entry) => [entry.path, entry]))
    this.#sort()
  }

  get text(): string {
    for (const [index, block] of this.#blocks.entries()) {
      const start = index * linesEach
      if (block === undefined) this.#blocks[index] = this.#lines.slice(start, start + linesEach).join(',\n')
    }
    return manifestOf(this.#blocks.map((block) => block ?? ''))
  }

  /** What it says of some paths. */
  select(paths: readonly string[]): Manifest {
    return new Map(
      paths.flatMap((path) => {
        const entry = this.#entries.get(path)
        return entry === undefined ? [] : [[path, entry] as const]
      }),
    )
  }

  /** Takes entries up, new and changed ones, and lets others go. Says whether that has changed its text. */
  change(entries: readonly ManifestEntry[], gone: readonly string[]): boolean {
    const isNew = entries.some(({ path }) => !this.#entries.has(path))
    for (const entry of entries) this.#entries.set(entry.path, entry)
    const left = gone.filter((path) => this.#entries.delete(path))
    if (isNew || left.length > 0) {
      this.#sort()
      return true
    }
    return entries.filter((entry) => this.#replace(entry)).length > 0
  }

  #replace(entry: ManifestEntry): boolean {
    const place = this.#places.get(entry.path)
    const line = manifestLine(entry)
    if (place === undefined || this.#lines[place] === line) return false
    this.#lines[place] = line
    this.#blocks[Math.floor(place / linesEach)] = undefined
    return true
  }

  #sort(): void {
    const sorted = [...this.#entries.values()].sort(by(({ path }) => path))
    this.#places = new Map(sorted.map(({ path }, at) => [path, at]))
    this.#lines = sorted.map(manifestLine)
    this.#blocks = Array.from({ length: Math.ceil(sorted.length / linesEach) }, () => undefined)
  }
}
