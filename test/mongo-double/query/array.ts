import { type BsonValue, isArray, isDocument, isNumber, toNumber } from '../bson/value.ts'
import { badValue } from '../server-error.ts'
import { eq } from './comparison.ts'
import { every, isOperatorName, isOperators, type Matcher, type Subject, subjectAt } from './condition.ts'
import type { FilterCompiler } from './field.ts'

export function hasSize(operand: BsonValue, { reach }: Subject): Matcher {
  if (!isNumber(operand)) badValue('Failed to parse $size. Expected a number')
  const size = toNumber(operand)
  if (!Number.isInteger(size)) badValue('Failed to parse $size. Expected an integer')
  if (size < 0) badValue('Failed to parse $size. Expected a non-negative number')
  return (document) => reach(document).some((value) => isArray(value) && value.length === size)
}

/** Every one of the values, or a document for every `$elemMatch`. */
export function hasAll(operand: BsonValue, subject: Subject, compiler: FilterCompiler): Matcher {
  if (!isArray(operand)) badValue('$all needs an array')
  if (operand.length === 0) return () => false
  const isElementwise = isElementMatch(operand[0])
  const matchers = operand.map((item) => {
    if (isElementMatch(item) !== isElementwise) badValue('$all/$elemMatch has to be consistent')
    if (isDocument(item) && isElementwise) return hasElement(item.$elemMatch, subject, compiler)
    if (isOperators(item)) badValue('no $ expressions in $all')
    return eq(item, subject)
  })
  return every(matchers)
}

const isElementMatch = (value: BsonValue): boolean => isDocument(value) && Object.keys(value)[0] === '$elemMatch'

/** Operators that make a filter of documents of an `$elemMatch`, though they begin with a dollar. */
const logical = new Set(['$and', '$or', '$nor'])

/** `$elemMatch`: one element that fulfils all, a value or a document by what the operand begins with. */
export function hasElement(operand: BsonValue, { reach, context }: Subject, compiler: FilterCompiler): Matcher {
  if (!isDocument(operand)) badValue('$elemMatch needs an Object')
  const matches = elementMatcher(operand, context, compiler)
  return (document) => reach(document).some((value) => isArray(value) && value.some(matches))
}

export function elementMatcher(operand: BsonValue, context: Subject['context'], compiler: FilterCompiler): Matcher {
  if (!isDocument(operand)) badValue('$elemMatch needs an Object')
  const [first] = Object.keys(operand)
  if (first !== undefined && isOperatorName(first) && !logical.has(first)) {
    return compiler.field(operand, subjectAt('', context))
  }
  const matches = compiler.nested(operand, context)
  return (element) => (isDocument(element) || isArray(element)) && matches(element)
}
