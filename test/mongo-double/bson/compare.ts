import { BSONRegExp, BSONSymbol, Code, ObjectId, Timestamp } from 'bson'
import type { Collation } from './collation.ts'
import { compareNumbers } from './exact-number.ts'
import { typeRank } from './type-name.ts'
import { type BsonDocument, type BsonValue, isArray, isBinary, isDocument, isNumber } from './value.ts'

/**
 * MongoDB's order of values: first by type, then within it. A missing field compares as null.
 * https://www.mongodb.com/docs/v7.0/reference/bson-type-comparison-order/
 * @returns -1, 0 or 1
 */
export function compare(left: BsonValue, right: BsonValue, collation?: Collation): number {
  const byType = Math.sign(typeRank(left) - typeRank(right))
  if (byType !== 0) return byType
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right)
  const leftText = textOf(left)
  const rightText = textOf(right)
  if (leftText !== undefined && rightText !== undefined) return compareStrings(leftText, rightText, collation)
  if (isArray(left) && isArray(right)) return compareArrays(left, right, collation)
  if (isDocument(left) && isDocument(right)) return compareDocuments(left, right, collation)
  return compareScalars(left, right)
}

export function equal(left: BsonValue, right: BsonValue, collation?: Collation): boolean {
  return compare(left, right, collation) === 0
}

function textOf(value: BsonValue): string | undefined {
  if (typeof value === 'string') return value
  return value instanceof BSONSymbol ? value.value : undefined
}

function compareStrings(left: string, right: string, collation: Collation | undefined): number {
  if (collation !== undefined) return collation.compare(left, right)
  // UTF-8 bytes order as code points do, which UTF-16 units do not.
  return left === right ? 0 : Buffer.compare(Buffer.from(left), Buffer.from(right))
}

function compareArrays(left: readonly BsonValue[], right: readonly BsonValue[], collation?: Collation): number {
  const shared = Math.min(left.length, right.length)
  for (let index = 0; index < shared; index++) {
    const order = compare(left[index], right[index], collation)
    if (order !== 0) return order
  }
  return Math.sign(left.length - right.length)
}

/** Field by field in their order: the type of the value counts before the name of the field. */
function compareDocuments(left: BsonDocument, right: BsonDocument, collation?: Collation): number {
  const leftFields = Object.entries(left)
  const rightFields = Object.entries(right)
  for (const [index, [leftName, leftValue]] of leftFields.entries()) {
    const other = rightFields[index]
    if (other === undefined) return 1
    const [rightName, rightValue] = other
    const order =
      Math.sign(typeRank(leftValue) - typeRank(rightValue)) ||
      compareStrings(leftName, rightName, undefined) ||
      compare(leftValue, rightValue, collation)
    if (order !== 0) return order
  }
  return leftFields.length < rightFields.length ? -1 : 0
}

function compareScalars(left: BsonValue, right: BsonValue): number {
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right)
  if (left instanceof Date && right instanceof Date) return Math.sign(left.getTime() - right.getTime())
  if (left instanceof ObjectId && right instanceof ObjectId) return Buffer.compare(left.id, right.id)
  if (left instanceof Timestamp && right instanceof Timestamp) return left.compare(right)
  if (isBinary(left) && isBinary(right)) {
    return (
      Math.sign(left.length() - right.length()) ||
      Math.sign(left.sub_type - right.sub_type) ||
      Buffer.compare(left.value(), right.value())
    )
  }
  return compareStrings(sourceOf(left), sourceOf(right), undefined)
}

/** What is left to tell two regular expressions or two pieces of code apart. */
function sourceOf(value: BsonValue): string {
  if (value instanceof BSONRegExp) return `${value.pattern}\0${value.options}`
  if (value instanceof RegExp) return `${value.source}\0${value.flags}`
  return value instanceof Code ? value.code : ''
}
