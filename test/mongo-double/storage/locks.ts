import { refuse } from '../server-error.ts'
import type { Transaction } from '../transactions/transaction.ts'
import { Bell } from './bell.ts'

/** Thrown at a writer outside a transaction: what it wants is another's until that one ends. It may try again then. */
export class Locked extends Error {
  override readonly name: string = 'Locked'
}

/** What open transactions have written: records and entries of unique indexes, each under a name. */
export class Locks {
  readonly #holders = new Map<string, Transaction>()
  readonly #released = new Bell()

  /**
   * @throws ServerError 112 for a transaction that comes too late
   * @throws Locked for a writer outside a transaction
   */
  claim(name: string, by: Transaction | undefined): void {
    const holder = this.#holders.get(name)
    if (holder === undefined) {
      if (by !== undefined) this.#holders.set(name, by)
    } else if (holder !== by) {
      if (by !== undefined) writeConflict()
      throw new Locked()
    }
  }

  release(by: Transaction): void {
    for (const [name, holder] of this.#holders) {
      if (holder === by) this.#holders.delete(name)
    }
    this.#released.ring()
  }

  /** Tries until what is wanted is free, or the time is up. Each attempt must be one step that nobody interrupts. */
  async patiently<T>(attempt: () => T, milliseconds: number, signal: AbortSignal): Promise<T> {
    const end = Date.now() + milliseconds
    for (;;) {
      try {
        return attempt()
      } catch (error) {
        if (!(error instanceof Locked)) throw error
        const left = end - Date.now()
        if (left <= 0 || signal.aborted) refuse(50, 'MaxTimeMSExpired', 'operation exceeded time limit')
        await this.#released.heard(left, signal)
      }
    }
  }
}

export function writeConflict(): never {
  return refuse(
    112,
    'WriteConflict',
    'Caused by :: Write conflict during plan execution and yielding is disabled. :: Please retry your operation or multi-document transaction.',
  )
}
