import { changedNames } from './changes.ts'
import { Cell, type Recorder, type Source } from './recorder.ts'

/** What can be looked up by name: of a map, no more than can be traced. */
export interface Lookup<V> {
  get(name: string): V | undefined
  has(name: string): boolean
  keys(): Iterable<string>
}

/** What readers were given under a name. */
class Given<V> extends Cell {
  value: V | undefined

  constructor(value: V | undefined, source: Source | undefined) {
    super(source)
    this.value = value
  }
}

/**
 * A map that outlives its contents: each reading of it is noted, and what it read is told when it would be another. A value
 * that is like the one before it stays the one before it for who looks it up.
 */
export class TracedMap<V> implements Lookup<V>, ReadonlyMap<string, V> {
  readonly #recorder: Recorder
  readonly #same: (a: V, b: V) => boolean
  readonly #source: Source | undefined
  readonly #given = new Map<string, Given<V>>()
  readonly #presence = new Map<string, Cell>()
  readonly #names: Cell
  readonly #all: Cell
  #now: ReadonlyMap<string, V> = new Map()

  /**
   * @param same whether two values are alike in all that a reader can see of them
   * @param source where the map does not always hold what there is now
   */
  constructor(recorder: Recorder, same: (a: V, b: V) => boolean = Object.is, source?: Source) {
    this.#recorder = recorder
    this.#same = same
    this.#source = source
    this.#names = new Cell(source)
    this.#all = new Cell(source)
  }

  /** Takes other contents: goes through both once. */
  turnTo(now: ReadonlyMap<string, V>): void {
    const before = this.#now
    if (now === before) return
    this.#now = now
    const { names, sameOrder } = changedNames(before, now)
    for (const name of names) {
      this.#turnOne(name, now.get(name))
      if (!sameOrder && now.has(name) !== before.has(name)) this.#presence.get(name)?.change()
    }
    if (!sameOrder) this.#names.change()
    if (!sameOrder || names.length > 0) this.#all.change()
  }

  get(name: string): V | undefined {
    const given = this.#given.get(name)
    if (given !== undefined) {
      this.#recorder.note(given)
      return given.value
    }
    const value = this.#now.get(name)
    if (this.#recorder.isOpen) {
      const first = new Given(value, this.#source)
      this.#given.set(name, first)
      this.#recorder.note(first)
    }
    return value
  }

  has(name: string): boolean {
    if (this.#recorder.isOpen) {
      const cell = this.#presence.get(name) ?? new Cell(this.#source)
      this.#presence.set(name, cell)
      this.#recorder.note(cell)
    }
    return this.#now.has(name)
  }

  get size(): number {
    return this.#whole().size
  }

  keys(): MapIterator<string> {
    this.#recorder.note(this.#names)
    return this.#now.keys()
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
    this.#recorder.note(this.#all)
    return this.#now
  }

  #turnOne(name: string, value: V | undefined): void {
    const given = this.#given.get(name)
    if (given === undefined) return
    const { value: before } = given
    if (before === value || (before !== undefined && value !== undefined && given.isRead && this.#same(before, value)))
      return
    given.value = value
    given.change()
  }
}
