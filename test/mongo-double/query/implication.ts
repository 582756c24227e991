import { compare, equal } from '../bson/compare.ts'
import { typeRank } from '../bson/type-name.ts'
import { isOneOfTypes, parseTypeSet } from '../bson/type-set.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument } from '../bson/value.ts'
import { isOperators } from './condition.ts'
import { compileFilter } from './filter.ts'

/** One operator on one field. */
interface Condition {
  readonly path: string
  readonly operator: string
  readonly operand: BsonValue
}

/**
 * Whether every document of a query lies in a partial index, so that the index can answer it.
 * https://www.mongodb.com/docs/v7.0/core/index-partial/#query-coverage
 */
export function impliesPartialFilter(query: BsonDocument, expression: BsonDocument): boolean {
  const known = conjuncts(query)
  return Object.entries(expression).every(([name, operand]) => {
    if (name === '$and') return documents(operand).every((clause) => impliesPartialFilter(query, clause))
    if (name === '$or') return documents(operand).some((clause) => impliesPartialFilter(query, clause))
    return conditionsOf(name, operand).every((wanted) => known.some((one) => implies(one, wanted)))
  })
}

function documents(operand: BsonValue): readonly BsonDocument[] {
  return isArray(operand) ? operand.filter(isDocument) : []
}

function conjuncts(query: BsonDocument): readonly Condition[] {
  return Object.entries(query).flatMap(([name, operand]) => {
    if (name === '$and') return documents(operand).flatMap(conjuncts)
    return name.startsWith('$') ? [] : conditionsOf(name, operand)
  })
}

function conditionsOf(path: string, operand: BsonValue): readonly Condition[] {
  if (!isOperators(operand)) return [{ path, operator: '$eq', operand }]
  return Object.entries(operand).map(([operator, value]) => ({ path, operator, operand: value }))
}

function implies(known: Condition, wanted: Condition): boolean {
  if (known.path !== wanted.path) return false
  if (known.operator === wanted.operator && equal(known.operand, wanted.operand)) return true
  const values = valuesOf(known)
  if (values !== undefined) {
    const fulfils = compileFilter({ value: { [wanted.operator]: wanted.operand } })
    return values.every((value) => fulfils({ value }))
  }
  if (wanted.operator === '$exists') return excludesMissing(known)
  if (wanted.operator === '$type' && known.operator === '$type') {
    const allowed = parseTypeSet(wanted.operand)
    return parseTypeSet(known.operand).every((type) => allowed.includes(type))
  }
  return isTighter(known, wanted)
}

/** The finitely many values that a field has under a condition. */
function valuesOf({ operator, operand }: Condition): readonly BsonValue[] | undefined {
  if (operator === '$eq') return [operand]
  return operator === '$in' && isArray(operand) ? operand : undefined
}

function excludesMissing({ operator, operand }: Condition): boolean {
  if (operator === '$type') return !isOneOfTypes(null, parseTypeSet(operand))
  return ['$gt', '$gte', '$lt', '$lte', '$regex'].includes(operator) && operand !== null
}

const lower = new Set(['$gt', '$gte'])
const upper = new Set(['$lt', '$lte'])

function isTighter(known: Condition, wanted: Condition): boolean {
  if (typeRank(known.operand) !== typeRank(wanted.operand)) return false
  const order = compare(known.operand, wanted.operand)
  const includesBound = wanted.operator.endsWith('e') || !known.operator.endsWith('e')
  if (lower.has(known.operator) && lower.has(wanted.operator)) return order > 0 || (order === 0 && includesBound)
  if (upper.has(known.operator) && upper.has(wanted.operator)) return order < 0 || (order === 0 && includesBound)
  return false
}
