import type { BsonDocument } from '../bson/value.ts'
import type { Collection } from '../catalog/collection.ts'
import type { Namespace } from '../catalog/namespace.ts'
import { refuse } from '../server-error.ts'
import { Bell } from '../storage/bell.ts'

export type Operation = 'insert' | 'update' | 'replace' | 'delete' | 'drop' | 'rename' | 'dropDatabase'

/** Something that happened. What a change stream shows of it is only worked out when one looks. */
export interface LogEntry {
  /** From 1 upwards, without a gap. */
  readonly sequence: number
  readonly at: Date
  readonly operation: Operation
  readonly namespace: Namespace
  /** Where it happened; nothing where it befell a whole database. */
  readonly collection?: Collection
  readonly before?: BsonDocument | undefined
  readonly after?: BsonDocument | undefined
  /** Where a renamed collection is found now. */
  readonly to?: Namespace
}

/** How far back a change stream can go; what is older may be forgotten. */
const kept = 50_000

/** What happened lately, in order. */
export class ChangeLog {
  readonly appended: Bell = new Bell()
  readonly #entries: LogEntry[] = []
  #forgotten = 0

  /** The sequence number of the first entry that is still there, less one. */
  get forgotten(): number {
    return this.#forgotten
  }

  /** The sequence number of the latest entry; 0 before the first. */
  get latest(): number {
    return this.#forgotten + this.#entries.length
  }

  append(entry: Omit<LogEntry, 'sequence' | 'at'>): void {
    this.#entries.push({ ...entry, sequence: this.latest + 1, at: new Date() })
    // Not at every entry: to forget the first of a long list takes as long as to forget half of it.
    if (this.#entries.length >= 2 * kept) {
      this.#entries.splice(0, kept)
      this.#forgotten += kept
    }
    this.appended.ring()
  }

  /**
   * The entry after this sequence number, if it has happened.
   *
   * @throws ServerError 286 where it is forgotten
   */
  after(sequence: number): LogEntry | undefined {
    if (sequence < this.#forgotten) {
      refuse(
        286,
        'ChangeStreamHistoryLost',
        'Resume of change stream was not possible, as the resume point may no longer be in the oplog.',
      )
    }
    return this.#entries[sequence - this.#forgotten]
  }
}
