import { randomUUID } from 'node:crypto'

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** In lower case and with hyphens, as PostgreSQL writes it. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && pattern.test(value)
}

/** A fresh UUID of version 7: it begins with the milliseconds since 1970, so later ones sort later. */
export function newUuid7(): string {
  const time = Date.now().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}
