import { Unavailable } from '../errors/errors.ts'

/** A caller who gave no key is told the one of this call: with it the work is done once, however often it is tried. */
export async function knownFor<T>(
  given: { readonly idempotencyKey?: string },
  idempotencyKey: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Unavailable) || given.idempotencyKey !== undefined) throw error
    const { store } = error.facts
    const which = store === 'mongo' || store === 's3' ? store : 'postgres'
    throw new Unavailable(which, 'whether it was done is not known', { ...error.facts, idempotencyKey }, error)
  }
}
