import type { BsonDocument } from '../bson/value.ts'

/** Gives documents batch by batch. */
export interface Cursor {
  /** `database.collection` */
  readonly namespace: string
  /** Whether an empty batch is worth waiting for. */
  readonly awaitsMore: boolean
  /** Whether it has nothing more to give, now or ever. */
  readonly isExhausted: boolean
  take(most: number): readonly BsonDocument[]
  /** Where a change stream has come to. */
  readonly resumeToken?: BsonDocument
}
