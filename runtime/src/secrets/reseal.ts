import type { Secrets } from '../scoped/secrets.ts'
import { prefix } from './sealed-size.ts'

/** What became of one value. */
export type Resealed =
  | { readonly outcome: 'resealed' | 'raced' | 'kept' }
  | { readonly outcome: 'failed'; readonly field: string; readonly refId: string; readonly error: unknown }

/** One value as the store has it. */
export interface Sealed {
  /** `Channel.accessToken`. */
  readonly place: string
  readonly refId: string
  readonly text: string
}

/** Opens a value, seals it anew and has it written where it is still the same; `write` says whether it was. */
export type Reseal = (value: Sealed, write: (sealed: string) => Promise<boolean>) => Promise<Resealed>

export interface Rotation {
  readonly reseal: Reseal
  readonly batch: number
  /** Name of the current key. */
  readonly key: string
  take(all: readonly Resealed[]): void
}

export function resealer(secrets: Secrets, key: string): Reseal {
  return async ({ place, refId, text }, write) => {
    let sealed: string
    try {
      sealed = await secrets.seal(await secrets.open(text, place, refId), place, refId)
    } catch (error) {
      return { outcome: 'failed', field: place, refId, error }
    }
    if (!sealed.startsWith(currentPrefix(key)))
      throw new TypeError('the current key changed while secrets were sealed anew')
    return { outcome: (await write(sealed)) ? 'resealed' : 'raced' }
  }
}

/** What every value that is sealed under a key begins with. */
export function currentPrefix(key: string): string {
  return `${prefix}.${key}.`
}
