import { randomBytes } from 'node:crypto'

const pattern = /^[0-9a-f]{24}$/

export function isObjectId(value: unknown): value is string {
  return typeof value === 'string' && pattern.test(value)
}

const ofThisProcess = randomBytes(5).toString('hex')
let counter = randomBytes(3).readUIntBE(0, 3)

/** A fresh `_id` of a document in hexadecimal: seconds since 1970, five bytes of this process, three that count. */
export function newObjectId(): string {
  counter = (counter + 1) % 0x1000000
  const seconds = Math.floor(Date.now() / 1000)
  return seconds.toString(16).padStart(8, '0') + ofThisProcess + counter.toString(16).padStart(6, '0')
}

/** When an `_id` was made, to the second: a document is made just then, whenever its row was. In milliseconds. */
export function timeOfObjectId(id: string): number {
  return Number.parseInt(id.slice(0, 8), 16) * 1000
}
