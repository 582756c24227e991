import type { Span } from '../../source/source-file.ts'

/** Gathers where each name stands, for renames and the editor. The keys are described at `Model.uses`. */
export class Uses {
  readonly #spans = new Map<string, Span[]>()
  /** A mixin's field is resolved for each entity that uses it: the same place is noted once. */
  readonly #noted = new Set<string>()

  add(key: string, span: Span): void {
    const place = `${key} ${span.file.path} ${span.start}`
    if (this.#noted.has(place)) return
    this.#noted.add(place)
    const spans = this.#spans.get(key)
    if (spans === undefined) this.#spans.set(key, [span])
    else spans.push(span)
  }

  all(): ReadonlyMap<string, readonly Span[]> {
    return this.#spans
  }
}
