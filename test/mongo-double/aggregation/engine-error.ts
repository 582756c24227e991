import { ServerError } from '../server-error.ts'

/** What the expression engine throws, as an answer: it tells neither codes nor whether MongoDB would mind. */
export function asServerError(error: unknown): ServerError {
  if (error instanceof ServerError) return error
  const message = error instanceof Error ? error.message : String(error)
  if (/unregistered|not (found|implemented|supported)|unknown/i.test(message)) {
    return new ServerError(238, 'NotImplemented', `test double (mingo): ${message}`)
  }
  return new ServerError(2, 'BadValue', `test double (mingo): ${message}`)
}
