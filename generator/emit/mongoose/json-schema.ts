import { documentIdRule, ulidRule } from '../../catalog/mongo/index.ts'
import type { JsonSchema } from '../../live/mongo/description.ts'
import type { Field } from '../../model/field.ts'
import {
  array,
  code,
  type Expression,
  identifier,
  literal,
  object,
  plain,
  property,
  spread,
} from '../../print/typescript/index.ts'
import type { FileContext } from './context.ts'

/** The schema of a document or sub-document as a tree, in which what has a name in the package is called by it. */
export function schemaExpression(schema: JsonSchema, fields: readonly Field[], context: FileContext): Expression {
  const byKey = new Map(fields.map((field) => [field.physical.text, field]))
  const { bsonType, additionalProperties, required = [], properties = {} } = schema
  const members = Object.entries(properties).map(([key, value]) =>
    property(key, fieldExpression(value, byKey.get(key), context)),
  )
  return object(
    [
      property('bsonType', plain(bsonType)),
      property('additionalProperties', literal(additionalProperties)),
      property('required', array(required.map(literal))),
      property('properties', object(members, 'expanded')),
    ],
    'expanded',
  )
}

function fieldExpression(schema: JsonSchema, field: Field | undefined, context: FileContext): Expression {
  const { bsonType, enum: values, maxLength, pattern, minimum, maximum, items } = schema
  if (items === undefined && field?.type.kind === 'value') return valueExpression(schema, field.type.valueType, context)
  const members = [property('bsonType', plain(bsonType))]
  if (values !== undefined) members.push(property('enum', enumExpression(values, field, context)))
  if (maxLength !== undefined) members.push(property('maxLength', literal(maxLength)))
  if (pattern !== undefined) members.push(property('pattern', patternExpression(pattern, context)))
  if (minimum !== undefined) members.push(property('minimum', literal(minimum)))
  if (maximum !== undefined) members.push(property('maximum', literal(maximum)))
  if (items !== undefined) members.push(property('items', fieldExpression(items, field, context)))
  return object(members)
}

function valueExpression(schema: JsonSchema, valueType: string, { imports, names, schemas }: FileContext): Expression {
  const { name, file } = names.valueRules(valueType)
  const rules = identifier(imports.value(name, file))
  if (schema === schemas.value(valueType)) return rules
  return object([code(`...${rules}`), property('bsonType', plain(schema.bsonType))])
}

function enumExpression(
  values: readonly (string | null)[],
  field: Field | undefined,
  { imports, names }: FileContext,
): Expression {
  if (field?.type.kind !== 'enum') return plain(values)
  const { name, file } = names.enum(field.type.enum)
  const known = identifier(imports.value(name, file))
  return values.includes(null) ? array([spread(known), literal(null)]) : known
}

function patternExpression(pattern: string, { imports }: FileContext): Expression {
  if (pattern === ulidRule) return identifier(imports.value('ulidRule', 'mongoose/collection.ts'))
  if (pattern === documentIdRule) return identifier(imports.value('documentIdRule', 'mongoose/collection.ts'))
  return literal(pattern)
}
