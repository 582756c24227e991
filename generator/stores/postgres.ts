/** What PostgreSQL 16 holds, as shipped. */
export const postgresLimits = {
  /** Longest identifier in bytes; what is longer is cut without a word (NAMEDATALEN - 1). */
  identifierBytes: 63,
  /** Columns of one index or key (INDEX_MAX_KEYS). */
  indexColumns: 32,
  /** From about this size on, a value leaves its row for the TOAST table and is read piece by piece. */
  inlineBytes: 2_000,
} as const
