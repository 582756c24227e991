import { randomBytes, randomUUID } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export function newUuid(): string {
  return randomUUID()
}

/** A ULID of this moment, written from its definition. */
export function newUlid(): string {
  const time = BigInt(Date.now())
  const random = BigInt(`0x${randomBytes(10).toString('hex')}`)
  let rest = (time << 80n) | random
  let text = ''
  for (let count = 0; count < 26; count += 1) {
    text = `${alphabet[Number(rest & 31n)]}${text}`
    rest >>= 5n
  }
  return text
}

/** What looks like the `_id` of a document. */
export function newObjectId(): string {
  return randomBytes(12).toString('hex')
}
