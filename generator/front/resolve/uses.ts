import { LazyMap } from '../../base/recall/lazy-map.ts'
import type { SourceFile, Span } from '../../source/source-file.ts'

/** A name at a place. The keys are described at `Model.uses`. */
export interface Use {
  readonly key: string
  readonly span: Span
}

/** Gathers where each name stands, for renames and the editor. */
export class Uses {
  readonly #lists: (readonly Use[] | (() => readonly Use[]))[] = []
  #last: Use[] = []

  add(key: string, span: Span): void {
    if (this.#last.length === 0) this.#lists.push(this.#last)
    this.#last.push({ key, span })
  }

  addAll(uses: readonly Use[]): void {
    if (uses.length === 0) return
    this.#lists.push(uses)
    this.#last = []
  }

  /** Adds what will be asked for if somebody looks. */
  addLater(uses: () => readonly Use[]): void {
    this.#lists.push(uses)
    this.#last = []
  }

  /** In the order in which they were added. */
  list(): readonly Use[] {
    const [only, ...others] = this.#lists.map((uses) => (typeof uses === 'function' ? uses() : uses))
    return others.length === 0 ? (only ?? []) : [only ?? [], ...others].flat()
  }

  /** All of them, by key. Few runs look into it, so it is put together when one does. */
  byKey(): ReadonlyMap<string, readonly Span[]> {
    return new LazyMap(() => byKey(this.list()))
  }
}

/** Beyond any offset into a file. */
const beyond = 2 ** 32

/** A mixin's field is resolved for each store and entity that uses it: the same place is given once. */
function byKey(uses: readonly Use[]): ReadonlyMap<string, readonly Span[]> {
  const found = new Map<string, Span[]>()
  const places = new Map<string, Set<number>>()
  const files = new Map<SourceFile, number>()
  const placeOf = ({ file, start }: Span): number => {
    const number = files.get(file) ?? files.size
    files.set(file, number)
    return number * beyond + start
  }
  for (const { key, span } of uses) {
    const spans = found.get(key)
    if (spans === undefined) {
      found.set(key, [span])
      continue
    }
    // Most names stand in one place or two: a set is made for the others.
    const known = places.get(key) ?? new Set(spans.map(placeOf))
    places.set(key, known)
    const place = placeOf(span)
    if (known.has(place)) continue
    known.add(place)
    spans.push(span)
  }
  return found
}
