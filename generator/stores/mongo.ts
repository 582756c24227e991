/** What MongoDB 7 holds. */
export const mongoLimits = {
  /** Longest `database.collection`, in bytes. */
  namespaceBytes: 255,
  /** Indexes of one collection, the one on `_id` included. */
  indexes: 64,
  /** Fields of one compound index. */
  indexFields: 32,
  /** Text indexes of one collection. */
  textIndexes: 1,
} as const
