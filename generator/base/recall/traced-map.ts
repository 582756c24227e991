import { sameItems } from '../same-items.ts'
import type { Recorder } from './recorder.ts'

/** What can be looked up by name: of a map, no more than can be traced. */
export interface Lookup<V> {
  get(name: string): V | undefined
  has(name: string): boolean
  keys(): Iterable<string>
}

/** A map that outlives its contents: each reading of it is noted, and can be compared with what it holds later. */
export class TracedMap<V> implements Lookup<V>, ReadonlyMap<string, V> {
  readonly #recorder: Recorder
  readonly #same: (a: V, b: V) => boolean
  readonly #presence = {}
  readonly #names = {}
  readonly #all = {}
  readonly #isCurrent: () => boolean
  #now: ReadonlyMap<string, V> = new Map()

  /**
   * @param same whether two values are alike in all that a reader can see of them
   * @param isCurrent asked before what was read is compared: whether the map holds what is to be compared with
   */
  constructor(recorder: Recorder, same: (a: V, b: V) => boolean = Object.is, isCurrent: () => boolean = () => true) {
    this.#recorder = recorder
    this.#same = same
    this.#isCurrent = isCurrent
  }

  /** Takes other contents. */
  turnTo(now: ReadonlyMap<string, V>): void {
    this.#now = now
  }

  get(name: string): V | undefined {
    const given = this.#now.get(name)
    // Most looks are at what was looked at just now.
    if (!this.#recorder.isNew(this, name)) return given
    this.#recorder.note(this, name, () => {
      if (!this.#isCurrent()) return false
      const now = this.#now.get(name)
      return given === now || (given !== undefined && now !== undefined && this.#same(given, now))
    })
    return given
  }

  has(name: string): boolean {
    const given = this.#now.has(name)
    this.#recorder.note(this.#presence, name, () => this.#isCurrent() && this.#now.has(name) === given)
    return given
  }

  get size(): number {
    return this.#whole().size
  }

  keys(): MapIterator<string> {
    const given = this.#now
    this.#recorder.note(
      this.#names,
      '',
      () => this.#isCurrent() && (given === this.#now || sameItems([...given.keys()], [...this.#now.keys()])),
    )
    return given.keys()
  }

  values(): MapIterator<V> {
    return this.#whole().values()
  }

  entries(): MapIterator<[string, V]> {
    return this.#whole().entries()
  }

  forEach(visit: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this.#whole()) visit(value, key, this)
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries()
  }

  #whole(): ReadonlyMap<string, V> {
    const given = this.#now
    this.#recorder.note(this.#all, '', () => this.#isCurrent() && given === this.#now)
    return given
  }
}
