import { type ErrorFacts, StowageError } from './stowage-error.ts'

/** Nothing is there: never made, deleted, or another tenant's, which cannot be told apart. */
export class Missing extends StowageError {
  readonly code = 'missing'

  constructor(
    what: string,
    facts?: ErrorFacts,
    advice = 'Check the id; it may have been deleted, or belong to another tenant.',
  ) {
    super(`${what} is not there`, advice, facts)
  }
}

/** It was there and the store has removed it at its time. */
export class Expired extends StowageError {
  readonly code = 'expired'

  constructor(
    what: string,
    facts?: ErrorFacts,
    advice = 'It is gone for good: show the record without it, or make it anew.',
  ) {
    super(`${what} has expired`, advice, facts)
  }
}

/** Bytes are not those that were written. */
export class Corrupt extends StowageError {
  readonly code = 'corrupt'

  constructor(
    what: string,
    facts?: ErrorFacts,
    advice = 'Do not use it; run `stowage fsck`, and restore the object from a version or a backup.',
  ) {
    super(`${what} is not what was written`, advice, facts)
  }
}

/** Somebody else was first, or the state does not allow it. Nothing was changed. */
export class Conflict extends StowageError {
  readonly code = 'conflict'

  constructor(message: string, facts?: ErrorFacts, advice = 'Read the record again and decide anew.', cause?: unknown) {
    super(message, advice, facts, cause)
  }
}

/** What this scope may not do: another tenant's data, or an operation that cannot be scoped. */
export class Forbidden extends StowageError {
  readonly code = 'forbidden'

  constructor(
    message: string,
    facts?: ErrorFacts,
    advice = 'Do it in the scope of the tenant whose data it is.',
    cause?: unknown,
  ) {
    super(message, advice, facts, cause)
  }
}

/** More bytes than the spec allows. */
export class TooLarge extends StowageError {
  readonly code = 'too_large'

  constructor(what: string, maxBytes: number, facts?: ErrorFacts) {
    super(`${what} has more than ${maxBytes} bytes`, 'Shorten it, or raise `max_size` of the object in the spec.', {
      ...facts,
      maxBytes,
    })
  }
}

/** Bytes of another media type than the spec says. */
export class WrongContentType extends StowageError {
  readonly code = 'wrong_content_type'

  constructor(what: string, wanted: string, given: string, facts?: ErrorFacts) {
    super(`${what} is to be ${wanted}, not ${given}`, `Send it as ${wanted}.`, facts)
  }
}

/** One thing that is wrong with an input: where, and what. */
export interface InputIssue {
  readonly path: readonly (string | number)[]
  readonly message: string
}

/** An input that the spec does not allow. No value of it is in the message. */
export class InvalidInput extends StowageError {
  readonly code = 'invalid_input'
  readonly issues: readonly InputIssue[]

  constructor(what: string, issues: readonly InputIssue[], facts?: ErrorFacts) {
    const list = issues.map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`).join('; ')
    super(`${what}: ${list}`, 'Correct the named fields.', facts)
    this.issues = issues
  }
}

/** A store did not answer in time or refused the connection. Whether the work was done is unknown unless `undone`. */
export class Unavailable extends StowageError {
  readonly code = 'unavailable'

  constructor(store: 'postgres' | 'mongo' | 's3', message: string, facts?: ErrorFacts, cause?: unknown) {
    super(`${store}: ${message}`, 'Try again with the same idempotency key.', { ...facts, store }, cause)
  }
}

/** The provider was closed, or the scope that gave the client has ended. */
export class Closed extends StowageError {
  readonly code = 'closed'

  constructor(what = 'the provider', advice = 'Make a new one by createProvider.') {
    super(`${what} is closed`, advice)
  }
}

/** A store or its driver refused in a way that the data layer does not know. Nothing that it said is in the message. */
export class Unexpected extends StowageError {
  readonly code = 'unexpected'

  constructor(what: string, facts?: ErrorFacts, cause?: unknown) {
    super(`${what} failed unexpectedly`, 'See `cause` for the code of the store; report it if it stays.', facts, cause)
  }
}
