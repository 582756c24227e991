import type { ErrorFacts } from '../errors/stowage-error.ts'

/**
 * Where log lines go: facts first, then the message, which is how pino takes them and how the console prints them well.
 * Neither holds a field's value.
 */
export interface Logger {
  debug(facts: ErrorFacts, message: string): void
  info(facts: ErrorFacts, message: string): void
  warn(facts: ErrorFacts, message: string): void
  error(facts: ErrorFacts, message: string): void
}
