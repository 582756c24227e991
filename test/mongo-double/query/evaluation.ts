import { BSONRegExp } from 'bson'
import { compileRegularExpression } from '../bson/regular-expression.ts'
import { type BsonDocument, type BsonValue, isArray, isNumber, toNumber } from '../bson/value.ts'
import { badValue, refuseLocation } from '../server-error.ts'
import { anyValue, type Matcher, type Subject } from './condition.ts'

/** `$regex`, with the `$options` that stand beside it. */
export function matchesPattern(operand: BsonValue, beside: BsonDocument, subject: Subject): Matcher {
  const { pattern, options } = patternOf(operand)
  const { $options } = beside
  if ($options !== undefined && typeof $options !== 'string') badValue('$options has to be a string')
  if ($options !== undefined && options !== '') refuseLocation(51075, 'options set in both $regex and $options')
  const compiled = compileRegularExpression(pattern, $options ?? options)
  return anyValue(subject, (value) => typeof value === 'string' && compiled.test(value))
}

function patternOf(operand: BsonValue): { readonly pattern: string; readonly options: string } {
  if (typeof operand === 'string') return { pattern: operand, options: '' }
  if (operand instanceof BSONRegExp) return operand
  if (operand instanceof RegExp) return { pattern: operand.source, options: operand.flags.replaceAll(/[^imsx]/g, '') }
  return badValue('$regex has to be a string')
}

/** `$mod: [divisor, remainder]` */
export function modulo(operand: BsonValue, subject: Subject): Matcher {
  if (!isArray(operand)) badValue('malformed mod, needs to be an array')
  if (operand.length < 2) badValue('malformed mod, not enough elements')
  if (operand.length > 2) badValue('malformed mod, too many elements')
  const [divisor, remainder] = operand
  if (!isNumber(divisor)) badValue('malformed mod, divisor not a number')
  if (!isNumber(remainder)) badValue('malformed mod, remainder not a number')
  const by = Math.trunc(toNumber(divisor))
  const rest = Math.trunc(toNumber(remainder))
  if (by === 0) badValue('divisor cannot be 0')
  return anyValue(subject, (value) => isNumber(value) && Math.trunc(toNumber(value)) % by === rest)
}
