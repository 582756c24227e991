import { shellText } from '../bson/shell-text.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument, isRegularExpression } from '../bson/value.ts'
import { refuse } from '../server-error.ts'
import { isOperators } from './condition.ts'
import { isWanted } from './element.ts'
import { compileFilter } from './filter.ts'

/** https://www.mongodb.com/docs/v7.0/core/index-partial/#create-a-partial-index */
const supported = new Set(['$eq', '$gt', '$gte', '$lt', '$lte', '$type', '$in'])

/** Levels of `$and` and `$or`, the comparison at the bottom counted. */
const greatestDepth = 4

/**
 * Whether an index can have a filter: equality, ranges, `$type`, `$in`, `$exists: true`, joined by `$and` and `$or`.
 * Everything that negates is refused, `$exists: false` too.
 * @throws ServerError 67 CannotCreateIndex; what is no filter at all is refused as a filter is
 */
export function checkPartialFilter(expression: BsonValue): void {
  if (!isDocument(expression)) cannotCreate('"partialFilterExpression" for an index must be a document')
  for (const banned of ['$expr', '$text', '$where']) {
    if (!mentions(expression, banned)) continue
    if (banned === '$expr') refuse(224, 'QueryFeatureNotAllowed', '$expr is not allowed in this context')
    refuse(2, 'BadValue', `${banned} is not allowed in this context`)
  }
  compileFilter(expression)
  checkLevel(expression, 1)
}

function checkLevel(filter: BsonDocument, depth: number): void {
  const conditions = Object.entries(filter).flatMap(([name, operand]) => split(name, operand))
  const level = conditions.length > 1 ? depth + 1 : depth
  for (const [name, operator, operand] of conditions) {
    if (level > greatestDepth) cannotCreate(`partialFilterExpression depth may not exceed ${greatestDepth}`)
    if (operator === '$and' || operator === '$or') {
      if (isArray(operand)) for (const clause of operand) if (isDocument(clause)) checkLevel(clause, level + 1)
    } else {
      checkCondition(name, operator, operand)
    }
  }
}

type Condition = readonly [name: string, operator: string, operand: BsonValue]

function split(name: string, operand: BsonValue): readonly Condition[] {
  if (name === '$comment') return []
  if (name.startsWith('$')) return [['', name, operand]]
  if (!isOperators(operand)) return [[name, '$eq', operand]]
  return Object.entries(operand).map(([operator, value]) => [name, operator, value])
}

function checkCondition(name: string, operator: string, operand: BsonValue): void {
  const isSupported = operator === '$exists' ? isWanted(operand) : supported.has(operator)
  if (isSupported && !isRegularExpression(operand)) return
  cannotCreate(`Expression not supported in partial index: ${name} ${operator} ${shellText(operand)}`)
}

function mentions(value: BsonValue, operator: string): boolean {
  if (isArray(value)) return value.some((item) => mentions(item, operator))
  if (!isDocument(value)) return false
  return Object.entries(value).some(([name, item]) => name === operator || mentions(item, operator))
}

function cannotCreate(message: string): never {
  return refuse(67, 'CannotCreateIndex', message)
}
