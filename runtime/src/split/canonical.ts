import { createHash } from 'node:crypto'

/**
 * The digest of a request: the same for the same values in any order of their members. What JSON has no form for is told
 * apart by its kind, so that `1n` is not `1` and a moment is not its text.
 */
export function requestHash(request: object): string {
  return createHash('sha256').update(canonical(request)).digest('hex')
}

function canonical(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.toWellFormed())
    case 'number':
      return Number.isFinite(value) ? JSON.stringify(value) : `number(${value})`
    case 'boolean':
      return String(value)
    case 'bigint':
      return `bigint(${value})`
    case 'object':
      return canonicalObject(value)
    default:
      throw new TypeError(`a request has no ${typeof value}`)
  }
}

function canonicalObject(value: object): string {
  if (value instanceof Date) return `moment(${value.getTime()})`
  if (value instanceof Uint8Array) return `bytes(${createHash('sha256').update(value).digest('hex')})`
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const entries = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${entries.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`
}
