import type { Collation } from '../bson/collation.ts'
import { compare, equal } from '../bson/compare.ts'
import { shellText } from '../bson/shell-text.ts'
import { typeName } from '../bson/type-name.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument, isNumber, toNumber } from '../bson/value.ts'
import { eq } from '../query/comparison.ts'
import { isOperators, type Matcher, subjectAt } from '../query/condition.ts'
import { compileFilter, fieldCompiler } from '../query/filter.ts'
import { sortDocuments } from '../query/sort.ts'
import { badValue, typeMismatch } from '../server-error.ts'
import type { Place } from './field-operators.ts'

type Elements = readonly BsonValue[]

/** `$push`, with `$each`, `$position`, `$sort` and `$slice` in that order whatever theirs is. */
export function pushed(current: BsonValue, operand: BsonValue, place: Place, collation?: Collation): Elements {
  const array = current ?? []
  if (!isArray(array)) {
    badValue(
      `The field '${place.field}' must be an array but is of type ${typeName(array)} in document {_id: ${shellText(place.id)}}`,
    )
  }
  if (!isDocument(operand) || !isArray(operand.$each)) return [...array, operand]
  const { $each, $position, $sort, $slice } = operand
  const at = isNumber($position) ? toNumber($position) : array.length
  const joined = array.toSpliced(at, 0, ...$each)
  const sorted = $sort === undefined ? joined : sortElements(joined, $sort, collation)
  if (!isNumber($slice)) return sorted
  const count = toNumber($slice)
  return count >= 0 ? sorted.slice(0, count) : sorted.slice(count)
}

function sortElements(elements: Elements, order: BsonValue, collation: Collation | undefined): Elements {
  if (isDocument(order)) return sortDocuments(elements, order, { collation })
  const direction = isNumber(order) ? toNumber(order) : 1
  return elements.toSorted((left, right) => compare(left, right, collation) * direction)
}

/** `$addToSet`: what is not in yet, once. */
export function added(current: BsonValue, operand: BsonValue, place: Place, collation?: Collation): Elements {
  const array = current ?? []
  if (!isArray(array)) {
    badValue(
      `Cannot apply $addToSet to non-array field. Field named '${place.field}' has non-array type ${typeName(array)}`,
    )
  }
  const further = isDocument(operand) && isArray(operand.$each) ? operand.$each : [operand]
  const result = [...array]
  for (const item of further) if (!result.some((other) => equal(other, item, collation))) result.push(item)
  return result
}

/** `$pop`: without the first (-1) or the last (1) element. */
export function popped(current: BsonValue, operand: BsonValue, place: Place): Elements {
  if (!isArray(current)) {
    return typeMismatch(`Path '${place.field}' contains an element of non-array type '${typeName(current)}'`)
  }
  return isNumber(operand) && toNumber(operand) < 0 ? current.slice(1) : current.slice(0, -1)
}

/** `$pull`: without the elements that fulfil a condition. */
export function pulled(current: BsonValue, operand: BsonValue, collation?: Collation): Elements {
  const matches = pullMatcher(operand, collation)
  return arrayOf(current).filter((element) => !matches(element))
}

export function pulledAll(current: BsonValue, operand: BsonValue, collation?: Collation): Elements {
  const unwanted = isArray(operand) ? operand : []
  return arrayOf(current).filter((element) => !unwanted.some((item) => equal(item, element, collation)))
}

function arrayOf(current: BsonValue): Elements {
  return isArray(current) ? current : badValue('Cannot apply $pull to a non-array value')
}

const logical = new Set(['$and', '$or', '$nor', '$expr'])

/** A document without operators is a filter of elements, all else a condition of the element itself. */
function pullMatcher(operand: BsonValue, collation: Collation | undefined): Matcher {
  const context = { collation }
  const subject = subjectAt('', context)
  if (isArray(operand)) return (element) => equal(element, operand, collation)
  if (!isDocument(operand)) {
    const matches = eq(operand, subject)
    return (element) => !isArray(element) && matches(element)
  }
  if (isOperators(operand) && !isLogical(operand)) return fieldCompiler.field(operand, subject)
  const matches = compileFilter(operand, context)
  return (element) => isDocument(element) && matches(element)
}

const isLogical = (operand: BsonDocument): boolean => Object.keys(operand).some((name) => logical.has(name))
