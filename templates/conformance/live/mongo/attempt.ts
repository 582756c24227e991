/** What MongoDB said no with. */
export interface Refusal {
  readonly code: number
  readonly message: string
  /** The index that refuses a second document. */
  readonly index?: string
}

export type Attempt = { readonly done: unknown } | { readonly refusal: Refusal }

/** The server's codes by what they mean. */
export const codes = { invalid: 121, duplicate: 11_000, noPlan: 291, unauthorized: 13 } as const

/** Tries what a server may refuse. @throws the error itself where it does not come from the server */
export async function attempt(work: () => Promise<unknown>): Promise<Attempt> {
  try {
    return { done: await work() }
  } catch (error) {
    return { refusal: refusalOf(error) }
  }
}

/** @throws the error itself where it does not come from the server */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'number') throw error
  const { code, message } = error
  const [, index] = / index: (\S+) dup key/.exec(message) ?? []
  return { code, message, ...(index === undefined ? {} : { index }) }
}

/** What a refusal must say to count: any other would be refused for a reason that is not the one in question. */
export interface Wanted {
  readonly code: number
  readonly index?: string
}

/** @throws Error unless the attempt was refused as wanted */
export function demandRefusal(outcome: Attempt, { code, index }: Wanted, what: string): void {
  if ('done' in outcome) throw new Error(`${what} was not refused`)
  const { refusal } = outcome
  if (refusal.code === code && (index === undefined || refusal.index === index)) return
  const wanted = [code, index === undefined ? [] : `by ${index}`].flat().join(' ')
  throw new Error(`${what} was refused for another reason: wanted ${wanted}, got ${refusal.code}: ${refusal.message}`)
}

/** @throws Error unless the attempt went through; returns what came of it */
export function demandDone(outcome: Attempt, what: string): unknown {
  if ('refusal' in outcome) throw new Error(`${what} was refused: ${outcome.refusal.code} ${outcome.refusal.message}`)
  return outcome.done
}
