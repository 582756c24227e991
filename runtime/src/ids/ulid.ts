import { monotonicFactory } from 'ulid'
import { InvalidInput } from '../errors/errors.ts'

/** Libraries take lower case and more than 2^128 - 1, and would find nothing with it: this takes what the store holds. */
const pattern = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/

export function isUlid(value: unknown): value is string {
  return typeof value === 'string' && pattern.test(value)
}

/**
 * A public id from outside. `what` names whose: `strategy`. Whether the record exists is for the store to say.
 *
 * @throws InvalidInput unless it is a ULID as the store holds it. The text itself is not in the message.
 */
export function parseRefId(value: unknown, what = 'the record'): string {
  if (!isUlid(value)) throw new InvalidInput(`the public id of ${what}`, [{ path: ['refId'], message: 'is no ULID' }])
  return value
}

const next = monotonicFactory()

/** A fresh public id; within one process each is greater than the one before. */
export function newUlid(): string {
  return next()
}
