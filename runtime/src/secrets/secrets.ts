import type { Description } from '../description/description.ts'
import { Corrupt, Forbidden } from '../errors/errors.ts'
import type { Secrets } from '../scoped/secrets.ts'
import type { KeyProvider } from './key-provider.ts'
import { checkKey, open, parseSealed, seal } from './sealed.ts'

/**
 * Seals and opens the encrypted fields of a spec. Without keys a record can be read as long as no encrypted field that holds
 * something is selected, and written as long as none is given: everything else is refused, in place of writing a secret down.
 */
export function secretsOf(description: Description, keys: KeyProvider | undefined): Secrets {
  if (keys === undefined) {
    const refuse = async (_: string, place: string): Promise<never> => {
      throw new Forbidden(
        `${place} of ${description.project} is encrypted, and there are no keys`,
        { field: place },
        'Give `keys` to createProvider, or leave the field out of `select`.',
      )
    }
    return { seal: refuse, open: refuse }
  }
  return {
    seal: async (plain, place, refId) => {
      const key = await keys.current()
      return seal(plain, key, place, refId)
    },
    open: async (sealed, place, refId) => {
      const parsed = parseSealed(sealed)
      const facts = { field: place, refId }
      if (parsed === undefined)
        throw new Corrupt(
          place,
          facts,
          'It was not encrypted by the data layer: write it again through the data layer.',
        )
      const key = await keys.byId(parsed.keyId)
      if (key === undefined)
        throw new Corrupt(place, facts, `Give the key ${parsed.keyId} by \`keys.byId\`: it was encrypted with it.`)
      checkKey(key)
      const plain = open(parsed, key, place, refId)
      if (plain === undefined)
        throw new Corrupt(
          place,
          facts,
          'It was altered, or moved from another record or field: restore it, or write it again.',
        )
      return plain
    },
  }
}
