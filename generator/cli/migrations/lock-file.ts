import type { PostgresDescription } from '../../live/postgres/description.ts'

/** What a lock file holds. */
export interface Lock {
  readonly version: 1
  readonly postgres: PostgresDescription
}

/** The text of a lock file, ending with a newline: a column, a constraint, a row takes one line, so that a change is one. */
export function printLock(postgres: PostgresDescription): string {
  const lock: Lock = { version: 1, postgres }
  return `${json(lock, '')}\n`
}

function json(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null || isFlat(value)) return JSON.stringify(value)
  const inner = `${indent}  `
  const lines = Array.isArray(value)
    ? value.map((item) => inner + json(item, inner))
    : Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${json(item, inner)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`
}

/** Whether it holds single values and lists of them, and nothing deeper. */
function isFlat(value: object): boolean {
  const items: readonly unknown[] = Object.values(value)
  return items.every(
    (item) => typeof item !== 'object' || item === null || (Array.isArray(item) && item.every(isSingle)),
  )
}

function isSingle(item: unknown): boolean {
  return typeof item !== 'object' || item === null
}

/** Reads a lock file; nothing where it is none. */
export function parseLock(text: string): Lock | undefined {
  try {
    const data: unknown = JSON.parse(text)
    return isLock(data) ? data : undefined
  } catch {
    return undefined
  }
}

const lists = ['roles', 'schemas', 'tables', 'views', 'functions'] as const

/** Its version vouches for what is in its lists: nobody writes the file by hand. */
function isLock(data: unknown): data is Lock {
  if (typeof data !== 'object' || data === null || !('version' in data && 'postgres' in data)) return false
  const { version, postgres } = data
  if (version !== 1 || typeof postgres !== 'object' || postgres === null) return false
  return lists.every((key) => Array.isArray(Reflect.get(postgres, key)))
}
