import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { SecretKey } from './key-provider.ts'
import { longestKeyId, nonceBytes, prefix, tagBytes } from './sealed-size.ts'

/**
 * `s1.<name of the key>.<base64url of nonce, ciphertext and tag>`: AES-256-GCM with a nonce of 96 random bits. Version, name
 * of the key, place and record are its additional data, so that a value that was moved to another record or field does not
 * open. With random nonces one key is good for 2^32 values (NIST SP 800-38D, 8.3).
 */
export function seal(plain: string, { id, key }: SecretKey, place: string, refId: string): string {
  checkKey({ id, key })
  const nonce = randomBytes(nonceBytes)
  return sealWith(nonce, plain, { id, key }, place, refId)
}

/** With a nonce that is given: for known answers. Never give one twice. */
export function sealWith(
  nonce: Uint8Array,
  plain: string,
  { id, key }: SecretKey,
  place: string,
  refId: string,
): string {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  cipher.setAAD(boundTo(id, place, refId))
  const bytes = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `${prefix}.${id}.${bytes.toString('base64url')}`
}

/** Undefined where it is not what was sealed there. */
export function open(sealed: SealedText, { key }: SecretKey, place: string, refId: string): string | undefined {
  const { bytes } = sealed
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
  decipher.setAAD(boundTo(sealed.keyId, place, refId))
  decipher.setAuthTag(bytes.subarray(-tagBytes))
  try {
    const plain = Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()])
    return plain.toString('utf8')
  } catch {
    return undefined
  }
}

export interface SealedText {
  readonly keyId: string
  readonly bytes: Buffer
}

const form = new RegExp(`^${prefix}\\.([A-Za-z0-9_-]{1,${longestKeyId}})\\.([A-Za-z0-9_-]+)$`)

/** Undefined for a text that is none, such as one that was written before the field was a secret. */
export function parseSealed(text: string): SealedText | undefined {
  const [, keyId = '', encoded = ''] = form.exec(text) ?? []
  const bytes = Buffer.from(encoded, 'base64url')
  // Node.js reads base64 leniently: a text that it would write otherwise is not one of ours.
  if (bytes.length < nonceBytes + tagBytes || bytes.toString('base64url') !== encoded) return undefined
  return { keyId, bytes }
}

/** Each piece with its length before it, so that no two lists of pieces are the same bytes. */
function boundTo(...pieces: readonly string[]): Buffer {
  return Buffer.concat(
    [prefix, ...pieces].flatMap((piece) => {
      const bytes = Buffer.from(piece, 'utf8')
      const length = Buffer.alloc(4)
      length.writeUInt32BE(bytes.length)
      return [length, bytes]
    }),
  )
}

const keyIdForm = new RegExp(`^[A-Za-z0-9_-]{1,${longestKeyId}}$`)

/** @throws TypeError: the provider of keys is at fault, not the caller */
export function checkKey({ id, key }: SecretKey): void {
  if (!keyIdForm.test(id))
    throw new TypeError(`a key needs a name of 1 to ${longestKeyId} letters, digits, hyphens and underscores`)
  if (!(key instanceof Uint8Array) || key.length !== 32) throw new TypeError(`key ${id} does not have 32 bytes`)
}
