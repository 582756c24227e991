import { InvalidInput } from '../errors/errors.ts'
import { isUlid } from '../ids/ulid.ts'

/** Where a page ended: when the last record on it was made, and its public id, which tells records of one moment apart. */
export interface Cursor {
  readonly createdOn: Date
  readonly refId: string
}

/** Opaque to callers; it holds nothing that they have not been given. */
export function writeCursor({ createdOn, refId }: Cursor): string {
  return Buffer.from(`${createdOn.getTime()}.${refId}`).toString('base64url')
}

/** @throws InvalidInput for what is none of ours */
export function readCursor(text: unknown): Cursor {
  const [time, refId, ...rest] =
    typeof text === 'string' ? Buffer.from(text, 'base64url').toString('latin1').split('.') : []
  const createdOn = new Date(/^-?\d{1,15}$/.test(time ?? '') ? Number(time) : Number.NaN)
  if (rest.length > 0 || Number.isNaN(createdOn.getTime()) || !isUlid(refId)) {
    throw new InvalidInput('the arguments', [{ path: ['after'], message: 'is not what a page gave as next' }])
  }
  return { createdOn, refId }
}
