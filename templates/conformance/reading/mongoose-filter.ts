import { Types } from 'mongoose'

type Document = Readonly<Record<string, unknown>>

/**
 * Whether a document is in a partial index, by MongoDB's documentation. Throws for what MongoDB does not take in
 * `partialFilterExpression`.
 */
export function isIndexed(document: Document, filter: Document): boolean {
  return Object.entries(filter).every(([key, condition]) => {
    if (key === '$and' || key === '$or') {
      const results = (condition as readonly Document[]).map((part) => isIndexed(document, part))
      return key === '$and' ? results.every((result) => result) : results.some((result) => result)
    }
    if (key.startsWith('$')) throw new Error(`MongoDB takes no ${key} in a partial index`)
    return isOperators(condition)
      ? Object.entries(condition).every(([operator, operand]) => holds(document[key], operator, operand))
      : equals(document[key], condition)
  })
}

function isOperators(condition: unknown): condition is Document {
  return (
    typeof condition === 'object' && condition !== null && Object.keys(condition).some((key) => key.startsWith('$'))
  )
}

function holds(value: unknown, operator: string, operand: unknown): boolean {
  switch (operator) {
    case '$eq':
      return equals(value, operand)
    case '$in':
      return (operand as readonly unknown[]).some((one) => equals(value, one))
    case '$exists':
      if (operand !== true) throw new Error('MongoDB takes no $exists: false in a partial index')
      return value !== undefined
    case '$type':
      return [operand].flat().some((type) => bsonTypes(value).includes(String(type)))
    default:
      throw new Error(`MongoDB takes no ${operator} in a partial index, or these tests do not know it`)
  }
}

/** `null` is equal to what is missing, too. */
function equals(value: unknown, constant: unknown): boolean {
  return constant === null ? value === null || value === undefined : value === constant
}

function bsonTypes(value: unknown): readonly string[] {
  if (value === null) return ['null']
  if (value === undefined) return []
  if (typeof value === 'string') return ['string']
  if (typeof value === 'boolean') return ['bool']
  if (typeof value === 'bigint') return ['long']
  if (typeof value === 'number') return Number.isInteger(value) ? ['int', 'number'] : ['double', 'number']
  if (Array.isArray(value)) return ['array']
  if (value instanceof Date) return ['date']
  if (value instanceof Types.ObjectId) return ['objectId']
  if (value instanceof Types.Decimal128) return ['decimal', 'number']
  if (value instanceof Types.UUID || Buffer.isBuffer(value)) return ['binData']
  return ['object']
}
