import { BSONRegExp, ObjectId } from 'bson'
import { type BsonValue, isArray, isDocument, isNumber, toNumber } from './value.ts'

/** A value as MongoDB's messages write it: `{ a: 1, b: "x" }`. */
export function shellText(value: BsonValue): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (isNumber(value)) return String(toNumber(value))
  if (isArray(value)) return value.length === 0 ? '[]' : `[ ${value.map(shellText).join(', ')} ]`
  if (isDocument(value)) {
    const fields = Object.entries(value).map(([name, item]) => `${name}: ${shellText(item)}`)
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
  }
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`
  if (value instanceof Date) return `new Date(${value.getTime()})`
  if (value instanceof BSONRegExp) return `/${value.pattern}/${value.options}`
  return String(value)
}
