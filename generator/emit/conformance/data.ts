import { InternalError } from '../../base/internal-error.ts'
import { type Expression, type Plain, plain } from '../../print/typescript/index.ts'

/** Data as a TypeScript file holds it. A property that is undefined is left out. */
export type Data = string | number | boolean | null | readonly Data[] | DataRecord
export interface DataRecord {
  readonly [key: string]: Data | undefined
}

/** Writes data as a tree of TypeScript. */
export function dataExpression(value: Data): Expression {
  return plain(stated(value))
}

/** Leaves out what is not stated. */
function stated(value: Data): Plain {
  if (value === null || typeof value !== 'object') return value
  if (isList(value)) return value.map(stated)
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, stated(item)] as const])),
  )
}

function isList(value: readonly Data[] | DataRecord): value is readonly Data[] {
  return Array.isArray(value)
}

/** What is plain data though its type has names for its parts. @throws InternalError for what is none */
export function asData(value: unknown): Data {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  if (Array.isArray(value)) return value.map(asData)
  if (typeof value !== 'object') throw new InternalError(`${typeof value} is no data`)
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, asData(item)] as const])),
  )
}
