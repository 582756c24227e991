import { Timestamp } from 'bson'
import { aggregate } from '../aggregation/run.ts'
import { checkStages } from '../aggregation/stages.ts'
import { type BsonDocument, isDocument, isTruthy } from '../bson/value.ts'
import type { Cursor } from '../cursors/cursor.ts'
import { badValue, notImplemented } from '../server-error.ts'
import type { ChangeLog, LogEntry } from './change-log.ts'
import { changeEvent, clusterTime } from './event.ts'
import { parseResumeToken, resumeToken } from './resume-token.ts'

/** What a stream looks at: a collection, a database without `collection`, everything without both. */
export interface Watched {
  readonly database?: string
  readonly collection?: string
}

/** Follows the log from where it was opened or where it is resumed. */
export class ChangeStream implements Cursor {
  readonly namespace: string
  readonly awaitsMore: boolean = true
  readonly #log: ChangeLog
  readonly #watched: Watched
  readonly #looksUp: boolean
  readonly #stages: readonly BsonDocument[]
  #position: number
  #isInvalidated = false

  /** @param options of the stage `$changeStream`; `stages` come after it */
  constructor(
    log: ChangeLog,
    namespace: string,
    watched: Watched,
    options: BsonDocument,
    stages: readonly BsonDocument[],
  ) {
    checkStages(stages)
    this.#log = log
    this.namespace = namespace
    this.#watched = watched
    this.#looksUp = looksUp(options)
    this.#stages = stages
    this.#position = startOf(log, options)
  }

  get isExhausted(): boolean {
    return this.#isInvalidated
  }

  get resumeToken(): BsonDocument {
    return resumeToken(this.#position)
  }

  take(most: number): readonly BsonDocument[] {
    const batch: BsonDocument[] = []
    while (batch.length < most && !this.#isInvalidated) {
      const entry = this.#log.after(this.#position)
      if (entry === undefined) break
      this.#position = entry.sequence
      if (this.#watches(entry)) batch.push(...this.#eventsOf(entry))
    }
    return batch
  }

  #watches({ namespace }: LogEntry): boolean {
    const { database, collection } = this.#watched
    // What befalls the whole database has no collection.
    const isOfCollection =
      collection === undefined || namespace.collection === collection || namespace.collection === ''
    return (database === undefined || namespace.database === database) && isOfCollection
  }

  #eventsOf(entry: LogEntry): readonly BsonDocument[] {
    const events = [changeEvent(entry, this.#looksUp)]
    if (this.#isEndedBy(entry)) {
      this.#isInvalidated = true
      events.push({
        _id: resumeToken(entry.sequence),
        operationType: 'invalidate',
        clusterTime: clusterTime(entry),
        wallTime: entry.at,
      })
    }
    return this.#stages.length === 0 ? events : aggregate(events, this.#stages)
  }

  #isEndedBy({ operation }: LogEntry): boolean {
    const { database, collection } = this.#watched
    if (collection !== undefined) return operation === 'drop' || operation === 'rename' || operation === 'dropDatabase'
    return database !== undefined && operation === 'dropDatabase'
  }
}

function looksUp({
  fullDocument = 'default',
  fullDocumentBeforeChange = 'off',
  showExpandedEvents,
}: BsonDocument): boolean {
  if (fullDocumentBeforeChange !== 'off') notImplemented('$changeStream.fullDocumentBeforeChange')
  if (isTruthy(showExpandedEvents)) notImplemented('$changeStream.showExpandedEvents')
  if (fullDocument === 'required' || fullDocument === 'whenAvailable') {
    notImplemented(`$changeStream.fullDocument ${fullDocument}`)
  }
  if (fullDocument !== 'default' && fullDocument !== 'updateLookup') {
    badValue(`Enumeration value '${String(fullDocument)}' for field '$changeStream.fullDocument' is not a valid value.`)
  }
  return fullDocument === 'updateLookup'
}

function startOf(log: ChangeLog, { resumeAfter, startAfter, startAtOperationTime }: BsonDocument): number {
  const token = resumeAfter ?? startAfter
  if (isDocument(token)) return parseResumeToken(token)
  if (!(startAtOperationTime instanceof Timestamp)) return log.latest
  let position = log.forgotten
  for (;;) {
    const entry = log.after(position)
    if (entry === undefined || clusterTime(entry).compare(startAtOperationTime) >= 0) return position
    position = entry.sequence
  }
}
