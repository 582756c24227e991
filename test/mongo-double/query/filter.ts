import { compileExpression } from '../aggregation/expression.ts'
import { toPlain } from '../bson/codec.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument } from '../bson/value.ts'
import { compileJsonSchema } from '../json-schema/schema.ts'
import { badValue, notImplemented, refuse, typeMismatch } from '../server-error.ts'
import { eq } from './comparison.ts'
import { every, type FilterContext, isOperatorName, isOperators, type Matcher, not, subjectAt } from './condition.ts'
import { compileField, type FilterCompiler } from './field.ts'

export type { FilterContext, Matcher } from './condition.ts'

/**
 * Compiles a filter; everything that MongoDB would refuse is refused here, before a document is looked at.
 * https://www.mongodb.com/docs/v7.0/tutorial/query-documents/
 * @throws ServerError
 */
export function compileFilter(filter: BsonValue, context: FilterContext = {}): Matcher {
  if (!isDocument(filter)) typeMismatch("Expected field 'filter' to be of type object")
  return compileLevel(filter, context, 'document')
}

/** Inside `$elemMatch` some operators have no meaning: they are about the document as a whole. */
type Level = 'document' | 'element'

const compiler: FilterCompiler = {
  field: (operators, subject) => compileField(operators, subject, compiler),
  nested: (filter, context) => compileLevel(filter, context, 'element'),
}

/** For the operators of one field alone, as `$pull` and array filters hold them. */
export const fieldCompiler: FilterCompiler = compiler

function compileLevel(filter: BsonDocument, context: FilterContext, level: Level): Matcher {
  return every(
    Object.entries(filter).map(([name, operand]) => {
      if (isOperatorName(name)) return compileTopLevel(name, operand, context, level)
      const subject = subjectAt(name, context)
      return isOperators(operand) ? compileField(operand, subject, compiler) : eq(operand, subject)
    }),
  )
}

function compileTopLevel(name: string, operand: BsonValue, context: FilterContext, level: Level): Matcher {
  switch (name) {
    case '$and':
      return every(clauses(name, operand, context, level))
    case '$or':
      return some(clauses(name, operand, context, level))
    case '$nor':
      return not(some(clauses(name, operand, context, level)))
    case '$comment':
    case '$alwaysTrue':
      return () => true
    case '$alwaysFalse':
      return () => false
    case '$expr':
    case '$jsonSchema':
    case '$text':
    case '$where':
      if (level === 'element') badValue(`${name} can only be applied to the top-level document`)
      return compileWhole(name, operand, context)
    default:
      return badValue(
        `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
      )
  }
}

function clauses(name: string, operand: BsonValue, context: FilterContext, level: Level): readonly Matcher[] {
  if (!isArray(operand)) return badValue(`${name} must be an array`)
  if (operand.length === 0) return badValue('$and/$or/$nor must be a nonempty array')
  return operand.map((clause) =>
    isDocument(clause)
      ? compileLevel(clause, context, level)
      : badValue('$or/$and/$nor entries need to be full objects'),
  )
}

const some =
  (matchers: readonly Matcher[]): Matcher =>
  (document) =>
    matchers.some((matches) => matches(document))

function compileWhole(
  name: '$expr' | '$jsonSchema' | '$text' | '$where',
  operand: BsonValue,
  context: FilterContext,
): Matcher {
  switch (name) {
    case '$expr': {
      const evaluate = compileExpression(operand, context.variables)
      return (document) => isTrue(evaluate(toPlain(document)))
    }
    case '$jsonSchema': {
      const violations = compileJsonSchema(operand)
      return (document) => violations(document).length === 0
    }
    case '$text': {
      if (context.text === undefined) return refuse(27, 'IndexNotFound', 'text index required for $text query')
      const score = context.text(operand)
      return (document) => isDocument(document) && score(document) > 0
    }
    case '$where':
      return notImplemented('$where')
  }
}

/** What an expression takes for true: everything but false, zero and nothing. */
const isTrue = (value: unknown): boolean => value !== undefined && value !== null && value !== false && value !== 0
