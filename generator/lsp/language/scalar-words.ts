import type { ScalarName } from '../../model/type.ts'

/** What the scalars hold, for who has not learnt them by heart. */
export const scalarWords: Readonly<Record<ScalarName, string>> = {
  string: 'short text, at most so many characters',
  text: 'text of any length',
  int: 'whole number, 32 bits',
  bigint: 'whole number, 64 bits',
  decimal: 'exact number with a fixed point',
  float: 'inexact number',
  boolean: 'true or false',
  timestamp: 'moment in time',
  date: 'day, without a time',
  uuid: 'UUID',
  ulid: 'ULID',
  object_id: 'id of a MongoDB document',
  json: 'any JSON',
  bytes: 'binary data',
  email: 'email address',
  url: 'web address',
  external_id: 'id that an outside system gave',
}
