import { Long } from 'bson'
import type { Client } from '../auth/client.ts'
import { type BsonDocument, isTruthy } from '../bson/value.ts'
import { Arguments } from '../commands/arguments.ts'
import type { Command, Invocation } from '../commands/command.ts'
import { findCommand } from '../commands/table.ts'
import { refuse, ServerError } from '../server-error.ts'
import { sessionOf } from '../transactions/session-id.ts'
import { noSuchTransaction } from '../transactions/sessions.ts'
import type { Transaction } from '../transactions/transaction.ts'
import type { ServerState } from './state.ts'

/** Runs a command and gives the whole answer: a failure is one too. */
export async function answer(
  server: ServerState,
  document: BsonDocument,
  client: Client,
  signal: AbortSignal,
): Promise<BsonDocument> {
  try {
    return { ...(await dispatch(server, document, client, signal)), ok: 1 }
  } catch (error) {
    return failure(error instanceof ServerError ? error : internalError(error))
  }
}

export function failure({ message, code, codeName, details }: ServerError): BsonDocument {
  return { ok: 0, errmsg: message, code, codeName, ...details }
}

/** A fault of the double itself must not look like something that MongoDB says. */
export function internalError(error: unknown): ServerError {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`MongoDB test double: ${text}\n`)
  return new ServerError(8, 'UnknownError', `test double: internal error: ${text}`)
}

async function dispatch(
  server: ServerState,
  document: BsonDocument,
  client: Client,
  signal: AbortSignal,
): Promise<BsonDocument> {
  const [name = ''] = Object.keys(document)
  const command = findCommand(name)
  if (command === undefined) return refuse(59, 'CommandNotFound', `no such command: '${name}'`)
  if (!mayRun(server, command, client)) refuse(13, 'Unauthorized', `Command ${name} requires authentication`)
  const args = new Arguments(name, document)
  if (command.known !== undefined) args.checkKnown(command.known)
  const { $db: database = 'admin' } = document
  if (typeof database !== 'string' || !/^[^/\\. "$\0]{1,63}$/.test(database)) {
    return refuse(73, 'InvalidNamespace', `Invalid database name: '${String(database)}'`)
  }
  const transaction = transactionOf(server, command, document)
  const invocation = { server, storage: server.storage, database, transaction, args, client, signal }
  if (transaction !== undefined) return inTransaction(command, invocation, transaction)
  const run = async (): Promise<BsonDocument> => command.run(invocation)
  const { txnNumber, lsid } = document
  const isRetryable = command.isRetryable === true && txnNumber instanceof Long
  return isRetryable ? server.sessions.once(sessionOf(lsid), txnNumber.toBigInt(), run) : run()
}

/** As long as there is no user, everybody may create the first. */
function mayRun({ requiresAuthentication, users }: ServerState, { name, isPublic }: Command, client: Client): boolean {
  if (!requiresAuthentication || isPublic === true || client.user !== undefined) return true
  return name === 'createUser' && users.all.length === 0
}

/** Finds or begins the transaction that a command belongs to. */
function transactionOf(server: ServerState, { name }: Command, document: BsonDocument): Transaction | undefined {
  const { autocommit, lsid, txnNumber, startTransaction } = document
  if (autocommit !== false) return undefined
  if (!(txnNumber instanceof Long)) refuse(72, 'InvalidOptions', "'autocommit' field requires a transaction number")
  const session = sessionOf(lsid)
  const number = txnNumber.toBigInt()
  if (isTruthy(startTransaction)) {
    const { begun, left } = server.sessions.begin(session, number)
    if (left !== undefined) server.storage.abortTransaction(left)
    server.storage.opened(begun)
    return begun
  }
  const transaction = server.sessions.find(session, number)
  const isEnding = name === 'commitTransaction' || name === 'abortTransaction'
  if (transaction.state === 'aborted' && !isEnding) {
    noSuchTransaction(`Transaction with { txnNumber: ${number} } has been aborted.`)
  }
  if (transaction.state === 'committed' && !isEnding) {
    refuse(256, 'TransactionCommitted', `Transaction with { txnNumber: ${number} } has been committed.`)
  }
  return transaction
}

/** Whatever fails in a transaction is the end of it. */
async function inTransaction(
  command: Command,
  invocation: Invocation,
  transaction: Transaction,
): Promise<BsonDocument> {
  try {
    if (command.runsInTransactions !== true) {
      refuse(263, 'OperationNotSupportedInTransaction', `Cannot run '${command.name}' in a multi-document transaction.`)
    }
    return await command.run(invocation)
  } catch (error) {
    if (transaction.state === 'active') invocation.storage.abortTransaction(transaction)
    if (error instanceof ServerError && error.code === 112) {
      const errorLabels = ['TransientTransactionError']
      throw new ServerError(error.code, error.codeName, error.message, { ...error.details, errorLabels })
    }
    throw error
  }
}
