import { UUID } from 'bson'
import { type BsonDocument, isDocument } from '../bson/value.ts'
import { refuse } from '../server-error.ts'
import { sessionOf } from '../transactions/session-id.ts'
import { noSuchTransaction } from '../transactions/sessions.ts'
import { type Command, type Invocation, known } from './command.ts'

function commitTransaction({ storage, transaction }: Invocation): BsonDocument {
  if (transaction === undefined) return outside('commitTransaction')
  if (transaction.state === 'aborted') {
    noSuchTransaction(`Transaction with { txnNumber: ${transaction.number} } has been aborted.`)
  }
  if (transaction.state === 'active') storage.commitTransaction(transaction)
  return {}
}

function abortTransaction({ storage, transaction }: Invocation): BsonDocument {
  if (transaction === undefined) return outside('abortTransaction')
  if (transaction.state === 'committed') {
    refuse(256, 'TransactionCommitted', `Transaction with { txnNumber: ${transaction.number} } has been committed.`)
  }
  if (transaction.state === 'aborted') {
    noSuchTransaction(`Transaction with { txnNumber: ${transaction.number} } has been aborted.`)
  }
  storage.abortTransaction(transaction)
  return {}
}

function outside(command: string): never {
  return refuse(125, 'CommandFailed', `${command} must be run within a transaction`)
}

function endSessions({ server, storage, args }: Invocation): BsonDocument {
  const field = args.has('endSessions') ? 'endSessions' : 'killSessions'
  for (const session of args.documents(field).filter(isDocument)) {
    const open = server.sessions.end(sessionOf(session))
    if (open !== undefined) storage.abortTransaction(open)
  }
  return {}
}

export const sessionCommands: readonly Command[] = [
  {
    name: 'commitTransaction',
    run: commitTransaction,
    known: known('commitTransaction', 'recoveryToken'),
    runsInTransactions: true,
  },
  {
    name: 'abortTransaction',
    run: abortTransaction,
    known: known('abortTransaction', 'recoveryToken'),
    runsInTransactions: true,
  },
  { name: 'startSession', run: () => ({ id: { id: new UUID() }, timeoutMinutes: 30 }) },
  { name: 'refreshSessions', run: () => ({}) },
  { name: 'endSessions', run: endSessions, isPublic: true },
  { name: 'killSessions', run: endSessions },
]
