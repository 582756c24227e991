import { changesBetween } from './changes.ts'

/** Something that an item gives to a group. */
export interface Gift<Part> {
  readonly group: string
  readonly part: Part
}

/** The parts of a group, and beside each the item that gave it; both in the order of the items. */
interface Group<Item, Part> {
  givers: Item[]
  parts: Part[]
}

/**
 * What items give to groups, from turn to turn. A group to which no other item gives than before is the very same list, and is not
 * gone through.
 */
export class Groups<Item, Part> {
  readonly #giftsOf: (item: Item) => readonly Gift<Part>[]
  readonly #order: (a: Item, b: Item) => number
  readonly #groups = new Map<string, Group<Item, Part>>()
  #items: readonly Item[] = []

  /** @param order that of the items, in which their parts stand in a group */
  constructor(giftsOf: (item: Item) => readonly Gift<Part>[], order: (a: Item, b: Item) => number) {
    this.#giftsOf = giftsOf
    this.#order = order
  }

  get(group: string): readonly Part[] | undefined {
    return this.#groups.get(group)?.parts
  }

  names(): Iterable<string> {
    return this.#groups.keys()
  }

  /** Takes the items as they are now, in their order, and tells which groups are others than before. */
  turnTo(items: readonly Item[]): ReadonlySet<string> {
    const { come, gone } = changesBetween(this.#items, items)
    this.#items = items
    const changed = new Set<string>()
    for (const item of gone) {
      for (const { group } of this.#giftsOf(item)) {
        const { givers, parts } = this.#opened(group, changed)
        const at = this.#placeOf(item, givers)
        givers.splice(at, 1)
        parts.splice(at, 1)
      }
    }
    for (const item of come) {
      for (const { group, part } of this.#giftsOf(item)) {
        const { givers, parts } = this.#opened(group, changed)
        const last = givers.at(-1)
        // What an item gives stands behind what it gave before; in a first turn all stand in their order already.
        const isLast = last === undefined || this.#order(last, item) <= 0
        const at = isLast ? givers.length : this.#placeBehind(item, givers)
        givers.splice(at, 0, item)
        parts.splice(at, 0, part)
      }
    }
    for (const group of changed) if (this.#groups.get(group)?.parts.length === 0) this.#groups.delete(group)
    return changed
  }

  /** A group that may be changed: lists that were given out stay as they are. */
  #opened(name: string, changed: Set<string>): Group<Item, Part> {
    const known = this.#groups.get(name)
    if (known !== undefined && changed.has(name)) return known
    changed.add(name)
    const group = { givers: [...(known?.givers ?? [])], parts: [...(known?.parts ?? [])] }
    this.#groups.set(name, group)
    return group
  }

  /** Where an item stands first, or would stand. */
  #placeOf(item: Item, givers: readonly Item[]): number {
    return this.#firstWhere(givers, (giver) => this.#order(giver, item) >= 0)
  }

  #placeBehind(item: Item, givers: readonly Item[]): number {
    return this.#firstWhere(givers, (giver) => this.#order(giver, item) > 0)
  }

  /** By halving: what is true of one item must be true of all behind it. */
  #firstWhere(givers: readonly Item[], isTrue: (giver: Item) => boolean): number {
    let low = 0
    let high = givers.length
    while (low < high) {
      const middle = (low + high) >> 1
      const giver = givers[middle]
      if (giver !== undefined && isTrue(giver)) high = middle
      else low = middle + 1
    }
    return low
  }
}
