import type { BsonDocument } from '../bson/value.ts'
import { refuse, ServerError } from '../server-error.ts'
import type { Invocation } from './command.ts'

const mostStatements = 100_000

/** How long a write waits for a transaction to let go, where the client sets no limit: longer than any may live. */
const longestWait = 65_000

/** Tries one document's worth of writing until no transaction stands in its way. */
export function patiently<T>({ storage, args, signal }: Invocation, attempt: () => T): Promise<T> {
  return storage.locks.patiently(attempt, args.count('maxTimeMS') || longestWait, signal)
}

/**
 * Runs the statements of a bulk one after the other, up to the first failure where they are ordered.
 *
 * @returns the `writeErrors` of the answer, if there are any
 * @throws ServerError within a transaction: there a failure is one of the whole command
 */
export async function runStatements<T>(
  { args, transaction }: Invocation,
  statements: readonly T[],
  run: (statement: T, index: number) => Promise<void>,
): Promise<{ readonly writeErrors?: readonly BsonDocument[] }> {
  if (statements.length === 0 || statements.length > mostStatements) {
    refuse(
      16,
      'InvalidLength',
      `Write batch sizes must be between 1 and ${mostStatements}. Got ${statements.length} operations.`,
    )
  }
  const isOrdered = args.value('ordered') !== false
  const writeErrors: BsonDocument[] = []
  for (const [index, statement] of statements.entries()) {
    try {
      await run(statement, index)
    } catch (error) {
      if (!(error instanceof ServerError) || transaction !== undefined) throw error
      writeErrors.push({ index, code: error.code, errmsg: error.message, ...error.details })
      if (isOrdered) break
    }
  }
  return writeErrors.length === 0 ? {} : { writeErrors }
}
