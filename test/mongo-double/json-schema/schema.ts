import { unorderedKey } from '../bson/identity-key.ts'
import { typeName } from '../bson/type-name.ts'
import { isOneOfTypes, parseJsonTypeSet, parseTypeSet } from '../bson/type-set.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument } from '../bson/value.ts'
import { typeMismatch } from '../server-error.ts'
import { arrayRules } from './arrays.ts'
import { combinationRules } from './combinations.ts'
import { checkKeywords } from './keywords.ts'
import { objectRules } from './objects.ts'
import type { Rule, SchemaCheck } from './rule.ts'
import { numberRules, stringRules } from './scalars.ts'

/**
 * Compiles a schema to a check that tells what a value breaks, in the words of `errInfo`; nothing broken is empty.
 * https://www.mongodb.com/docs/v7.0/reference/operator/query/jsonSchema/
 * @throws ServerError where the schema is none
 */
export function compileJsonSchema(schema: BsonValue): SchemaCheck {
  if (!isDocument(schema)) typeMismatch('$jsonSchema must be an object')
  checkKeywords(schema)
  const rules: readonly Rule[] = [
    ...typeRules(schema),
    ...enumRules(schema),
    ...stringRules(schema),
    ...numberRules(schema),
    ...arrayRules(schema, compileJsonSchema),
    ...objectRules(schema, compileJsonSchema),
    ...combinationRules(schema, compileJsonSchema),
  ]
  return (value) => rules.map((rule) => rule(value)).filter((found) => found !== undefined)
}

function typeRules(schema: BsonDocument): readonly Rule[] {
  const keyword = schema.bsonType === undefined ? 'type' : 'bsonType'
  const operand = schema[keyword]
  if (operand === undefined) return []
  const types = keyword === 'type' ? parseJsonTypeSet(operand) : parseTypeSet(operand)
  return [
    (value) => {
      if (isOneOfTypes(value, types)) return undefined
      return {
        operatorName: keyword,
        specifiedAs: { [keyword]: operand },
        reason: 'type did not match',
        consideredValue: value,
        consideredType: typeName(value),
      }
    },
  ]
}

function enumRules(schema: BsonDocument): readonly Rule[] {
  const { enum: allowed } = schema
  if (!isArray(allowed)) return []
  const keys = new Set(allowed.map(unorderedKey))
  return [
    (value) => {
      if (keys.has(unorderedKey(value))) return undefined
      return {
        operatorName: 'enum',
        specifiedAs: { enum: allowed },
        reason: 'value was not found in enum',
        consideredValue: value,
      }
    },
  ]
}
