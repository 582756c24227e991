import { randomInt } from 'node:crypto'
import { Long } from 'bson'
import type { BsonDocument } from '../bson/value.ts'
import { refuse } from '../server-error.ts'
import type { Bell } from '../storage/bell.ts'
import type { Cursor } from './cursor.ts'

/** The first batch of a query where the client does not say how much it wants. */
export const defaultFirstBatch = 101

/** The cursors that clients have open, by their number. */
export class CursorTable {
  readonly #wake: Bell
  readonly #open = new Map<bigint, Cursor>()
  #last = BigInt(randomInt(2 ** 40))

  /** @param wake rings where those who wait for more must look again */
  constructor(wake: Bell) {
    this.#wake = wake
  }

  /** Answers with the first batch, and keeps the cursor if there may be more. */
  open(cursor: Cursor, firstBatch: number, isSingleBatch = false): BsonDocument {
    const batch = firstBatch === 0 ? [] : cursor.take(firstBatch)
    const id = cursor.isExhausted || isSingleBatch ? 0n : this.#keep(cursor)
    return answer('firstBatch', cursor, batch, id)
  }

  /** @throws ServerError 43 */
  get(id: bigint): Cursor {
    return this.#open.get(id) ?? refuse(43, 'CursorNotFound', `cursor id ${id} not found`)
  }

  isOpen(id: bigint): boolean {
    return this.#open.has(id)
  }

  next(id: bigint, cursor: Cursor, batch: readonly BsonDocument[]): BsonDocument {
    if (cursor.isExhausted) this.#open.delete(id)
    return answer('nextBatch', cursor, batch, this.#open.has(id) ? id : 0n)
  }

  kill(id: bigint): boolean {
    const wasOpen = this.#open.delete(id)
    this.#wake.ring()
    return wasOpen
  }

  #keep(cursor: Cursor): bigint {
    this.#last += 1n
    this.#open.set(this.#last, cursor)
    return this.#last
  }
}

function answer(
  field: 'firstBatch' | 'nextBatch',
  { namespace, resumeToken }: Cursor,
  batch: readonly BsonDocument[],
  id: bigint,
): BsonDocument {
  return {
    cursor: {
      [field]: batch,
      ...(resumeToken === undefined ? {} : { postBatchResumeToken: resumeToken }),
      id: Long.fromBigInt(id),
      ns: namespace,
    },
  }
}
