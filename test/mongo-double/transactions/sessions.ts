import type { BsonDocument } from '../bson/value.ts'
import { refuse, ServerError } from '../server-error.ts'
import { Transaction } from './transaction.ts'

/** A logical session of a client: one transaction at a time, and the answer to its last retryable write. */
interface Session {
  transaction?: Transaction
  lastWrite?: { readonly number: bigint; readonly answer: Promise<BsonDocument> }
}

/** What the sessions of all clients have open. */
export class Sessions {
  readonly #sessions = new Map<string, Session>()

  /** @returns the transaction that it begins, and the one that it must end first, if there is one */
  begin(session: string, number: bigint): { readonly begun: Transaction; readonly left: Transaction | undefined } {
    const known = this.#session(session)
    const last = known.transaction
    if (last !== undefined && number < last.number) {
      refuse(225, 'TransactionTooOld', `Cannot start transaction ${number}: a newer one has already started.`)
    }
    if (last !== undefined && number === last.number) {
      refuse(
        117,
        'ConflictingOperationInProgress',
        `Only servers in a sharded cluster can start a new transaction at the active transaction number`,
      )
    }
    const begun = new Transaction(number)
    known.transaction = begun
    return { begun, left: last?.state === 'active' ? last : undefined }
  }

  /** @throws ServerError 251 where the session has no such transaction */
  find(session: string, number: bigint): Transaction {
    const transaction = this.#sessions.get(session)?.transaction
    if (transaction === undefined || transaction.number !== number) {
      return noSuchTransaction(
        `Given transaction number ${number} does not match any in-progress transactions. The active transaction number is ${transaction?.number ?? -1}`,
      )
    }
    return transaction
  }

  /** Runs a retryable write, or gives the answer that it got the first time. */
  once(session: string, number: bigint, run: () => Promise<BsonDocument>): Promise<BsonDocument> {
    const known = this.#session(session)
    if (known.lastWrite?.number === number) return known.lastWrite.answer
    const answer = run()
    known.lastWrite = { number, answer }
    // What failed as a whole has written nothing and may be tried anew.
    answer.catch(() => {
      if (known.lastWrite?.answer === answer) delete known.lastWrite
    })
    return answer
  }

  /** Forgets a session. @returns its transaction, where that is still open */
  end(session: string): Transaction | undefined {
    const transaction = this.#sessions.get(session)?.transaction
    this.#sessions.delete(session)
    return transaction?.state === 'active' ? transaction : undefined
  }

  #session(name: string): Session {
    const session = this.#sessions.get(name) ?? {}
    this.#sessions.set(name, session)
    return session
  }
}

export function noSuchTransaction(message: string): never {
  throw new ServerError(251, 'NoSuchTransaction', message, { errorLabels: ['TransientTransactionError'] })
}
