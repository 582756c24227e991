import { CollectionIndex } from './collection-index.ts'
import type { IndexSpecification } from './specification.ts'

/** The indexes of one collection, in the order of their making; that of `_id` is the first and stays. */
export class IndexSet {
  readonly id: CollectionIndex
  #all: readonly CollectionIndex[]
  #unique: readonly CollectionIndex[] = []

  constructor(id: IndexSpecification) {
    this.id = new CollectionIndex(id)
    this.#all = [this.id]
  }

  get all(): readonly CollectionIndex[] {
    return this.#all
  }

  /** Those whose entries have one owner each, without that of `_id`. */
  get unique(): readonly CollectionIndex[] {
    return this.#unique
  }

  get specifications(): readonly IndexSpecification[] {
    return this.#all.map(({ specification }) => specification)
  }

  /** The text index, of which there is one at most. */
  get text(): IndexSpecification | undefined {
    return this.specifications.find(({ weights }) => weights !== undefined)
  }

  add(index: CollectionIndex): void {
    this.#set([...this.#all, index])
  }

  drop(index: CollectionIndex): void {
    this.#set(this.#all.filter((other) => other !== index))
  }

  dropAllButId(): void {
    this.#set([this.id])
  }

  #set(indexes: readonly CollectionIndex[]): void {
    this.#all = indexes
    this.#unique = indexes.filter(({ isUnique }) => isUnique)
  }
}
