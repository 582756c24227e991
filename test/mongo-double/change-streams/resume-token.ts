import { type BsonDocument, type BsonValue, isDocument } from '../bson/value.ts'
import { refuse } from '../server-error.ts'

const digits = 16

/** Points behind the entry with this sequence number. */
export function resumeToken(sequence: number): BsonDocument {
  return { _data: sequence.toString(16).padStart(digits, '0') }
}

/** @throws ServerError 260 for what no change stream gave out */
export function parseResumeToken(token: BsonValue): number {
  const data = isDocument(token) ? token._data : undefined
  if (typeof data === 'string' && /^[0-9a-f]{16}$/.test(data)) return Number.parseInt(data, 16)
  return refuse(260, 'InvalidResumeToken', 'Bad resume token: _data of missing or of wrong type')
}
