import { Unexpected } from '../errors/errors.ts'
import { type ErrorFacts, StowageError } from '../errors/stowage-error.ts'

/** What leaves the data layer: an error of its own as it is, any other without what it quotes. */
export function converted(error: unknown, what: string, facts?: ErrorFacts): StowageError {
  return error instanceof StowageError ? error : new Unexpected(what, facts, error)
}
