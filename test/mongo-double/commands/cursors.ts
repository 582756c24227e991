import { Long } from 'bson'
import type { BsonDocument, BsonValue } from '../bson/value.ts'
import { typeMismatch } from '../server-error.ts'
import { type Command, type Invocation, known } from './command.ts'

/** How long an empty batch is waited for, where the client does not say. */
const defaultWait = 1000

async function getMore({ server, storage, args, signal }: Invocation): Promise<BsonDocument> {
  const id = cursorId(args.value('getMore'))
  const cursor = server.cursors.get(id)
  const most = args.count('batchSize') || Infinity
  const end = Date.now() + (args.count('maxTimeMS') ?? defaultWait)
  for (;;) {
    const batch = cursor.take(most)
    const left = end - Date.now()
    const isWorthWaiting = batch.length === 0 && cursor.awaitsMore && !cursor.isExhausted && server.cursors.isOpen(id)
    if (!isWorthWaiting || left <= 0 || signal.aborted) return server.cursors.next(id, cursor, batch)
    await storage.log.appended.heard(left, signal)
  }
}

function killCursors({ server, args }: Invocation): BsonDocument {
  const ids = args.array('cursors').map((id) => ({ id, wasOpen: server.cursors.kill(cursorId(id)) }))
  return {
    cursorsKilled: ids.filter(({ wasOpen }) => wasOpen).map(({ id }) => id),
    cursorsNotFound: ids.filter(({ wasOpen }) => !wasOpen).map(({ id }) => id),
    cursorsAlive: [],
    cursorsUnknown: [],
  }
}

function cursorId(value: BsonValue): bigint {
  return value instanceof Long ? value.toBigInt() : typeMismatch('a cursor id must be of type long')
}

export const cursorCommands: readonly Command[] = [
  {
    name: 'getMore',
    run: getMore,
    known: known('getMore', 'collection', 'batchSize', 'term', 'lastKnownCommittedOpTime'),
    runsInTransactions: true,
  },
  { name: 'killCursors', run: killCursors, known: known('killCursors', 'cursors'), runsInTransactions: true },
]
