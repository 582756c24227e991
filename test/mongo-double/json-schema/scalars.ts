import { compareNumbers, exactNumber } from '../bson/exact-number.ts'
import { compileRegularExpression } from '../bson/regular-expression.ts'
import { type BsonDocument, type BsonNumber, type BsonValue, isNumber, toNumber } from '../bson/value.ts'
import { broken, limitOf, type Rule } from './rule.ts'

/** Keywords of strings; other values fulfil them. */
export function stringRules(schema: BsonDocument): readonly Rule[] {
  const rules: Rule[] = []
  const shortest = limitOf(schema, 'minLength')
  const longest = limitOf(schema, 'maxLength')
  if (shortest !== undefined) rules.push(lengthRule(schema, 'minLength', (length) => length >= shortest))
  if (longest !== undefined) rules.push(lengthRule(schema, 'maxLength', (length) => length <= longest))
  const { pattern } = schema
  if (typeof pattern === 'string') {
    const compiled = compileRegularExpression(pattern)
    rules.push((value) => {
      if (typeof value !== 'string' || compiled.test(value)) return undefined
      return broken(schema, 'pattern', { reason: 'regular expression did not match', consideredValue: value })
    })
  }
  return rules
}

/** Lengths count code points. */
function lengthRule(schema: BsonDocument, keyword: string, accepts: (length: number) => boolean): Rule {
  return (value) => {
    if (typeof value !== 'string' || accepts([...value].length)) return undefined
    return broken(schema, keyword, { reason: 'specified string length was not satisfied', consideredValue: value })
  }
}

/** Keywords of numbers; other values fulfil them. */
export function numberRules(schema: BsonDocument): readonly Rule[] {
  const rules: Rule[] = []
  const { minimum, maximum, multipleOf, exclusiveMinimum, exclusiveMaximum } = schema
  if (isNumber(minimum)) {
    const least = exclusiveMinimum === true ? 1 : 0
    rules.push(boundRule(schema, 'minimum', 'exclusiveMinimum', (value) => compareNumbers(value, minimum) >= least))
  }
  if (isNumber(maximum)) {
    const most = exclusiveMaximum === true ? -1 : 0
    rules.push(boundRule(schema, 'maximum', 'exclusiveMaximum', (value) => compareNumbers(value, maximum) <= most))
  }
  if (isNumber(multipleOf)) {
    rules.push((value) => {
      if (!isNumber(value) || isMultiple(value, multipleOf)) return undefined
      return broken(schema, 'multipleOf', {
        reason: 'considered value is not a multiple of the specified value',
        consideredValue: value,
      })
    })
  }
  return rules
}

function boundRule(
  schema: BsonDocument,
  keyword: string,
  exclusive: string,
  accepts: (value: BsonNumber) => boolean,
): Rule {
  return (value: BsonValue) => {
    if (!isNumber(value) || accepts(value)) return undefined
    const also = schema[exclusive] === undefined ? {} : { [exclusive]: schema[exclusive] }
    const specifiedAs = { [keyword]: schema[keyword], ...also }
    return { operatorName: keyword, specifiedAs, reason: 'comparison failed', consideredValue: value }
  }
}

function isMultiple(value: BsonNumber, of: BsonNumber): boolean {
  if (!Number.isFinite(toNumber(value))) return false
  const dividend = exactNumber(value)
  const divisor = exactNumber(of)
  const exponent = Math.min(dividend.exponent, divisor.exponent)
  const scaled = (number: typeof dividend): bigint => number.coefficient * 10n ** BigInt(number.exponent - exponent)
  return scaled(dividend) % scaled(divisor) === 0n
}
