import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BsonDocument } from '../bson/value.ts'
import { Collection } from '../catalog/collection.ts'
import { ServerError } from '../server-error.ts'
import { Transaction } from '../transactions/transaction.ts'
import { Locked } from './locks.ts'
import { Storage } from './storage.ts'
import { targetIn } from './target.ts'
import { insertDocument, removeDocument, replaceDocument } from './write.ts'

type Who = 'plain' | 'first' | 'second'

interface Step {
  readonly who: Who
  readonly action: 'begin' | 'commit' | 'abort' | 'put' | 'remove'
  readonly _id: number
  /** Held by one document at most. */
  readonly u: number
}

/** A transaction, and what it must see: the documents at its beginning, with its own changes. */
interface Open {
  readonly transaction: Transaction
  readonly sees: Map<number, BsonDocument>
  readonly changed: Set<number>
}

/** The storage beside the simplest thing that does the same: maps that are copied whole. */
class World {
  readonly storage: Storage = new Storage()
  readonly collection: Collection = new Collection({ database: 'd', collection: 'c' })
  readonly committed: Map<number, BsonDocument> = new Map()
  readonly open: Map<Who, Open> = new Map()

  constructor() {
    this.collection.addIndex({ v: 2, key: { u: 1 }, name: 'u_1', unique: true })
    this.storage.catalog.add(this.collection)
  }

  take(step: Step): void {
    const open = this.open.get(step.who)
    if (step.action === 'begin') this.#begin(step.who)
    else if (step.action === 'commit' || step.action === 'abort') this.#end(step.who, open, step.action === 'commit')
    else this.#write(step, open)
    this.#compare()
  }

  #begin(who: Who): void {
    if (who === 'plain' || this.open.has(who)) return
    const transaction = new Transaction(1n)
    this.storage.opened(transaction)
    this.open.set(who, { transaction, sees: new Map(this.committed), changed: new Set() })
  }

  #end(who: Who, open: Open | undefined, isCommitted: boolean): void {
    if (open === undefined) return
    this.open.delete(who)
    if (!isCommitted) {
      this.storage.abortTransaction(open.transaction)
      return
    }
    this.storage.commitTransaction(open.transaction)
    for (const _id of open.changed) {
      const document = open.sees.get(_id)
      if (document === undefined) this.committed.delete(_id)
      else this.committed.set(_id, document)
    }
  }

  /** What is refused, or would have to wait, changes nothing. */
  #write({ action, _id, u }: Step, open: Open | undefined): void {
    const target = targetIn(this.storage, this.collection, open?.transaction)
    const expected = open?.sees ?? this.committed
    const before = target.records.get(this.collection.recordKey(_id))
    const after = { _id, u }
    try {
      if (action === 'put' && before === undefined) insertDocument(target, after)
      else if (before === undefined) return
      else if (action === 'put') replaceDocument(target, before, after)
      else removeDocument(target, before)
    } catch (error) {
      if (error instanceof Locked || (error instanceof ServerError && [112, 11000].includes(error.code))) return
      throw error
    }
    if (action === 'put') expected.set(_id, after)
    else expected.delete(_id)
    open?.changed.add(_id)
  }

  #compare(): void {
    expect(sorted(this.collection.records.values())).toEqual(sorted(this.committed.values()))
    for (const { transaction, sees } of this.open.values()) {
      const overlay = transaction.recordsOf(this.collection)
      expect(sorted(overlay.values())).toEqual(sorted(sees.values()))
      expect(overlay.size).toBe(sees.size)
    }
    const values = [...this.committed.values()].map(({ u }) => u)
    expect(new Set(values).size, 'the unique index holds').toBe(values.length)
    const [index] = this.collection.indexes.unique
    expect(index?.owners.size).toBe(values.length)
  }
}

const sorted = (documents: Iterable<BsonDocument>): readonly BsonDocument[] =>
  [...documents].sort((left, right) => Number(left._id) - Number(right._id))

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom<Who>('plain', 'first', 'second'),
  action: fc.constantFrom<Step['action']>('begin', 'commit', 'abort', 'put', 'put', 'put', 'remove'),
  _id: fc.nat(3),
  u: fc.nat(3),
})

describe('the storage', () => {
  test('shows each what it must see, however two transactions and plain writes mingle', () => {
    let taken = 0
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        const world = new World()
        for (const one of steps) world.take(one)
        taken += world.committed.size
      }),
      { numRuns: 500 },
    )
    expect(taken, 'something was written').toBeGreaterThan(100)
  })
})
