import { type BsonDocument, type BsonValue, isArray, isDocument } from '../bson/value.ts'
import { compileJsonSchema } from '../json-schema/schema.ts'
import { compileFilter } from '../query/filter.ts'
import { badValue, typeMismatch } from '../server-error.ts'

/** Why a document fails, as `errInfo.details` has it; nothing where it passes. */
export type Validator = (document: BsonDocument) => BsonDocument | undefined

/** https://www.mongodb.com/docs/v7.0/core/schema-validation/#restrictions */
const banned = ['$near', '$nearSphere', '$text', '$where']

/**
 * Compiles the validator of a collection.
 * https://www.mongodb.com/docs/v7.0/core/schema-validation/specify-validation-rules/
 * @throws ServerError where MongoDB would not take it in `create` or `collMod`
 */
export function compileValidator(validator: BsonValue): Validator {
  if (!isDocument(validator)) typeMismatch("BSON field 'validator' is the wrong type, expected type 'object'")
  for (const operator of banned) {
    if (mentions(validator, operator)) badValue(`${operator} is not allowed in this context`)
  }
  const matches = compileFilter(validator)
  const explain = explanation(validator)
  return (document) => (matches(document) ? undefined : explain(document))
}

function explanation(validator: BsonDocument): (document: BsonDocument) => BsonDocument {
  const clauses = Object.entries(validator).map(([name, operand]) => {
    const clause = { [name]: operand }
    return { matches: compileFilter(clause), explain: clauseExplanation(name, operand, clause) }
  })
  const [only] = clauses
  if (clauses.length === 1 && only !== undefined) return only.explain
  return (document) => {
    const clausesNotSatisfied = clauses.flatMap(({ matches, explain }, index) =>
      matches(document) ? [] : [{ index, details: explain(document) }],
    )
    return { operatorName: '$and', clausesNotSatisfied }
  }
}

function clauseExplanation(
  name: string,
  operand: BsonValue,
  clause: BsonDocument,
): (document: BsonDocument) => BsonDocument {
  if (name !== '$jsonSchema' || !isDocument(operand)) {
    const operatorName = name.startsWith('$') || !isDocument(operand) ? name : (Object.keys(operand)[0] ?? name)
    return () => ({ operatorName, specifiedAs: clause, reason: 'expression did not match' })
  }
  const violations = compileJsonSchema(operand)
  const { title, description } = operand
  return (document) => ({
    operatorName: '$jsonSchema',
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    schemaRulesNotSatisfied: violations(document),
  })
}

function mentions(filter: BsonDocument, operator: string): boolean {
  return Object.entries(filter).some(([name, operand]) => {
    if (name === operator) return true
    // The properties of a schema may be called anything.
    if (name === '$jsonSchema') return false
    if (isArray(operand)) return operand.some((item) => isDocument(item) && mentions(item, operator))
    return isDocument(operand) && mentions(operand, operator)
  })
}
