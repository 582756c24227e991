/** What a server said no with. */
export interface Refusal {
  readonly status: number
  /** S3's code: `AccessDenied`. */
  readonly code: string
  readonly message: string
}

export type Attempt<T> = { readonly done: T } | { readonly refusal: Refusal }

/** Tries what a server may refuse. @throws the error itself where the server did not answer */
export async function attempt<T>(work: Promise<T>): Promise<Attempt<T>> {
  try {
    return { done: await work }
  } catch (error) {
    return { refusal: refusalOf(error) }
  }
}

/** @throws the error itself where it is not a server's answer */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof Error) || !('$metadata' in error)) throw error
  const { httpStatusCode: status } = { ...Object(error.$metadata) } as { readonly httpStatusCode?: unknown }
  // A server that does not know a command says so with 501; every other such number is a fault of its own.
  if (typeof status !== 'number' || (status >= 500 && status !== 501)) throw error
  return { status, code: error.name, message: error.message }
}

/** What S3 says to what is not allowed. */
export const forbidden = 403

/** @throws Error unless it was refused with this status: any other would be refused for another reason */
export function demandRefusal(outcome: Attempt<unknown>, what: string, status: number = forbidden): Refusal {
  if ('done' in outcome) throw new Error(`${what} was not refused`)
  const { refusal } = outcome
  if (refusal.status === status) return refusal
  throw new Error(`${what} was refused with ${refusal.status} ${refusal.code}, and not with ${status}`)
}

/** @throws Error where it was refused */
export function demandDone<T>(outcome: Attempt<T>, what: string): T {
  if ('done' in outcome) return outcome.done
  const { status, code, message } = outcome.refusal
  throw new Error(`${what} was refused: ${status} ${code} ${message}`)
}

/** @throws Error unless both are the same */
export function demandEqual(found: unknown, wanted: unknown, what: string): void {
  const text = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value))
  if (text(found) !== text(wanted)) throw new Error(`${what}: wanted ${text(wanted)}, found ${text(found)}`)
}
