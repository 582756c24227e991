import { scrubbed } from './scrubbed.ts'

/** What went wrong, for programs. */
export type ErrorCode =
  | 'missing'
  | 'expired'
  | 'corrupt'
  | 'conflict'
  | 'forbidden'
  | 'too_large'
  | 'invalid_input'
  | 'wrong_content_type'
  | 'unavailable'
  | 'closed'
  | 'unexpected'

/** Facts of an error that are safe to log: names of the spec and public ids, never a value of a field. */
export interface ErrorFacts {
  readonly entity?: string
  readonly refId?: string
  readonly field?: string
  readonly object?: string
  readonly [fact: string]: string | number | boolean | undefined
}

/**
 * What every error of the data layer is. The message says what happened, `advice` what to do; of the driver's error that
 * caused it only what holds no value of a field is kept.
 */
export abstract class StowageError extends Error {
  abstract readonly code: ErrorCode
  readonly advice: string
  readonly facts: ErrorFacts

  constructor(message: string, advice: string, facts: ErrorFacts = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause: scrubbed(cause) })
    this.name = new.target.name
    this.advice = advice
    this.facts = facts
  }
}
