import { ServerError } from './server-error.ts'

/** Code and name with which the double refuses, for the tables of the tests; what else is thrown is a fault of it. */
export function refusalOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof ServerError) return `${error.code} ${error.codeName}`
    throw error
  }
  return 'accepted'
}
