import { type BsonDocument, type BsonValue, isDocument, isRegularExpression } from '../bson/value.ts'
import { badValue, notImplemented } from '../server-error.ts'
import { hasAll, hasElement, hasSize } from './array.ts'
import { bits } from './bits.ts'
import { eq, isIn, isNotIn, ne, ordered } from './comparison.ts'
import { every, type FilterContext, isOperatorName, type Matcher, not, type Subject } from './condition.ts'
import { exists, hasType } from './element.ts'
import { matchesPattern, modulo } from './evaluation.ts'

/** What operators need to compile the filters within them. */
export interface FilterCompiler {
  /** All operators of one field. */
  field(operators: BsonDocument, subject: Subject): Matcher
  /** The filter of an element, where `$text` and its like cannot stand. */
  nested(filter: BsonDocument, context: FilterContext): Matcher
}

export function compileField(operators: BsonDocument, subject: Subject, compiler: FilterCompiler): Matcher {
  const entries = Object.entries(operators)
  return every(entries.map(([name, operand]) => compileOperator(name, operand, operators, subject, compiler)))
}

const always: Matcher = () => true

/** https://www.mongodb.com/docs/v7.0/reference/operator/query/ */
function compileOperator(
  name: string,
  operand: BsonValue,
  beside: BsonDocument,
  subject: Subject,
  compiler: FilterCompiler,
): Matcher {
  switch (name) {
    case '$eq':
      return eq(operand, subject)
    case '$ne':
      return ne(operand, subject)
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return ordered(name, operand, subject)
    case '$in':
      return isIn(operand, subject)
    case '$nin':
      return isNotIn(operand, subject)
    case '$exists':
      return exists(operand, subject)
    case '$type':
      return hasType(operand, subject)
    case '$regex':
      return matchesPattern(operand, beside, subject)
    case '$options':
      return beside.$regex === undefined ? badValue('$options needs a $regex') : always
    case '$mod':
      return modulo(operand, subject)
    case '$size':
      return hasSize(operand, subject)
    case '$all':
      return hasAll(operand, subject, compiler)
    case '$elemMatch':
      return hasElement(operand, subject, compiler)
    case '$not':
      return compileNot(operand, subject, compiler)
    case '$bitsAllSet':
    case '$bitsAllClear':
    case '$bitsAnySet':
    case '$bitsAnyClear':
      return bits(name, operand, subject)
    case '$comment':
      return always
    case '$near':
    case '$nearSphere':
    case '$geoWithin':
    case '$geoIntersects':
    case '$within':
    case '$maxDistance':
    case '$minDistance':
      return notImplemented(name)
    default:
      return badValue(`unknown operator: ${name}`)
  }
}

function compileNot(operand: BsonValue, subject: Subject, compiler: FilterCompiler): Matcher {
  if (isRegularExpression(operand)) return not(eq(operand, subject))
  if (!isDocument(operand)) return badValue('$not needs a regex or a document')
  const names = Object.keys(operand)
  if (names.length === 0) return badValue('$not cannot be empty')
  const stray = names.find((name) => !isOperatorName(name))
  if (stray !== undefined) return badValue(`unknown operator: ${stray}`)
  return not(compiler.field(operand, subject))
}
