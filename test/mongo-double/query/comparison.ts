import { MaxKey, MinKey } from 'bson'
import type { Collation } from '../bson/collation.ts'
import { compare, equal } from '../bson/compare.ts'
import { identityKey } from '../bson/identity-key.ts'
import { nativeRegularExpression } from '../bson/regular-expression.ts'
import { typeRank } from '../bson/type-name.ts'
import { type BsonValue, isArray, isNumber, isRegularExpression, toNumber } from '../bson/value.ts'
import { badValue } from '../server-error.ts'
import { anyValue, isOperators, type Matcher, not, type Subject, type ValueTest } from './condition.ts'

/** `field: operand`: equality, a pattern, or, for null, a field that is not there either. */
function equalTo(operand: BsonValue, collation: Collation | undefined): ValueTest {
  if (isRegularExpression(operand)) {
    const pattern = nativeRegularExpression(operand)
    return (value) =>
      typeof value === 'string' ? pattern.test(value) : isRegularExpression(value) && equal(value, operand)
  }
  return (value) => equal(value, operand, collation)
}

export function eq(operand: BsonValue, subject: Subject): Matcher {
  return anyValue(subject, equalTo(operand, subject.context.collation))
}

export function ne(operand: BsonValue, subject: Subject): Matcher {
  if (isRegularExpression(operand)) badValue("Can't have regex as arg to $ne.")
  return not(eq(operand, subject))
}

type Order = '$gt' | '$gte' | '$lt' | '$lte'

const holds: Readonly<Record<Order, (order: number) => boolean>> = {
  $gt: (order) => order > 0,
  $gte: (order) => order >= 0,
  $lt: (order) => order < 0,
  $lte: (order) => order <= 0,
}

/**
 * Compares within one type alone: `{ $lt: 5 }` finds no strings. MinKey and MaxKey compare with every type.
 * https://www.mongodb.com/docs/v7.0/reference/method/db.collection.find/#type-bracketing
 */
export function ordered(operator: Order, operand: BsonValue, subject: Subject): Matcher {
  if (isRegularExpression(operand)) badValue(`Can't have RegEx as arg to predicate over field '${subject.path}'.`)
  const { collation } = subject.context
  const accepts = holds[operator]
  const crossesTypes = operand instanceof MinKey || operand instanceof MaxKey
  const rank = typeRank(operand)
  return anyValue(subject, (value) => {
    if (!crossesTypes && typeRank(value) !== rank) return false
    if (isNaNumber(value) || isNaNumber(operand)) {
      return isNaNumber(value) && isNaNumber(operand) && (operator === '$gte' || operator === '$lte')
    }
    return accepts(compare(value, operand, collation))
  })
}

const isNaNumber = (value: BsonValue): boolean => isNumber(value) && Number.isNaN(toNumber(value))

const manyValues = 20

export function isIn(operand: BsonValue, subject: Subject): Matcher {
  return anyValue(subject, oneOf('$in', operand, subject.context.collation))
}

export function isNotIn(operand: BsonValue, subject: Subject): Matcher {
  return not(anyValue(subject, oneOf('$nin', operand, subject.context.collation)))
}

function oneOf(operator: string, operand: BsonValue, collation: Collation | undefined): ValueTest {
  if (!isArray(operand)) badValue(`${operator} needs an array`)
  if (operand.some(isOperators)) badValue(`cannot nest $ under ${operator}`)
  if (operand.length > manyValues && !operand.some(isRegularExpression)) {
    const keys = new Set(operand.map((value) => identityKey(value, collation)))
    return (value) => keys.has(identityKey(value, collation))
  }
  const tests = operand.map((value) => equalTo(value, collation))
  return (value) => tests.some((test) => test(value))
}
