import { byCodeUnit } from '../../base/order.ts'

/** Things by name in the order of their names, from turn to turn: they are sorted only where there are others than before. */
export class SortedNames {
  #names: readonly string[] = []

  sort<T>(byName: ReadonlyMap<string, T>): readonly T[] {
    const known = this.#inOrder(byName)
    if (known.length === byName.size && this.#names.length === byName.size) return known
    this.#names = [...byName.keys()].sort(byCodeUnit)
    return this.#inOrder(byName)
  }

  #inOrder<T>(byName: ReadonlyMap<string, T>): readonly T[] {
    const sorted: T[] = []
    for (const name of this.#names) {
      const item = byName.get(name)
      if (item !== undefined) sorted.push(item)
    }
    return sorted
  }
}
