import { InvalidInput } from '../errors/errors.ts'

export type Path = readonly (string | number)[]
export type Plain = Readonly<Record<string, unknown>>

/** Names what is wrong and where; `what`: `the arguments of goal`. */
export function refused(path: Path, message: string): InvalidInput {
  return new InvalidInput('the arguments', [{ path, message }])
}

/** An object as it is written in code. Dates, decimals, bytes and references to fields are values. */
export function isPlain(value: unknown): value is Plain {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** @throws InvalidInput unless it is an object */
export function plain(value: unknown, path: Path): Plain {
  if (!isPlain(value)) throw refused(path, 'is to be an object')
  return value
}

/** The arguments of a method, none of which is unknown; what is undefined is left out. */
export function known(args: unknown, keys: ReadonlySet<string>, path: Path = []): Plain {
  if (args === undefined) return {}
  const given = plain(args, path)
  for (const key of Object.keys(given)) {
    if (!keys.has(key)) throw refused([...path, key], 'is unknown here')
  }
  return given
}

/** @throws InvalidInput unless it is a whole number from `least` on */
export function count(value: unknown, least: number, path: Path): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least) {
    throw refused(path, least === 0 ? 'is to be a whole number from 0 on' : 'is to be a whole number')
  }
  return value
}
