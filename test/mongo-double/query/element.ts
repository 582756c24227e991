import { isOneOfTypes, parseTypeSet } from '../bson/type-set.ts'
import { type BsonValue, isNumber, isTruthy } from '../bson/value.ts'
import { anyValue, type Matcher, type Subject } from './condition.ts'

export function exists(operand: BsonValue, { reach }: Subject): Matcher {
  const wanted = isWanted(operand)
  return (document) => reach(document).some((value) => value !== undefined) === wanted
}

/** What `$exists` takes for true: everything but false, zero and null. */
export function isWanted(operand: BsonValue): boolean {
  if (operand === undefined || operand === null || operand === false) return false
  return isNumber(operand) ? isTruthy(operand) : true
}

export function hasType(operand: BsonValue, subject: Subject): Matcher {
  const types = parseTypeSet(operand)
  return anyValue(subject, (value) => isOneOfTypes(value, types))
}
