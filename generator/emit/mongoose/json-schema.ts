import { documentIdRule, ulidRule } from '../../catalog/mongo/index.ts'
import type { JsonSchema } from '../../live/mongo/description.ts'
import type { Field } from '../../model/field.ts'
import {
  array,
  type Expression,
  identifier,
  literal,
  type ObjectMember,
  object,
  type Plain,
  plain,
} from '../../print/typescript/index.ts'
import type { FileContext } from './context.ts'

/** The schema of a document or sub-document as a tree, in which what has a name in the package is called by it. */
export function schemaExpression(schema: JsonSchema, fields: readonly Field[], context: FileContext): Expression {
  const byKey = new Map(fields.map((field) => [field.physical.text, field]))
  const { properties = {}, ...rest } = schema
  const members = Object.entries(properties).map(([key, value]) =>
    property(key, fieldExpression(value, byKey.get(key), context)),
  )
  return object([...facts(rest), property('properties', object(members, 'expanded'))], 'expanded')
}

type Facts = Omit<JsonSchema, 'properties' | 'items'>

function facts(schema: Facts): readonly ObjectMember[] {
  return Object.entries(schema satisfies Readonly<Record<string, Plain>>).map(([key, value]) =>
    property(key, plain(value)),
  )
}

function property(name: string, value: Expression): ObjectMember {
  return { kind: 'property', name, value }
}

function fieldExpression(schema: JsonSchema, field: Field | undefined, context: FileContext): Expression {
  const { items, properties: _, ...rest } = schema
  if (items !== undefined) return object([...facts(rest), property('items', fieldExpression(items, field, context))])
  if (field?.type.kind === 'value') return valueExpression(schema, field.type.valueType, context)
  const named = (member: ObjectMember): ObjectMember => {
    if (member.kind !== 'property') return member
    if (member.name === 'enum') return property('enum', enumExpression(rest.enum ?? [], field, context))
    return member.name === 'pattern' ? property('pattern', patternExpression(rest.pattern ?? '', context)) : member
  }
  return object(facts(rest).map(named))
}

function valueExpression(schema: JsonSchema, valueType: string, { imports, names, schemas }: FileContext): Expression {
  const { name, file } = names.valueRules(valueType)
  const rules = identifier(imports.value(name, file))
  if (schema === schemas.value(valueType)) return rules
  return object([{ kind: 'spread', expression: rules }, property('bsonType', plain(schema.bsonType))])
}

function enumExpression(
  values: readonly (string | null)[],
  field: Field | undefined,
  { imports, names }: FileContext,
): Expression {
  if (field?.type.kind !== 'enum') return plain(values)
  const { name, file } = names.enum(field.type.enum)
  const known = identifier(imports.value(name, file))
  return values.includes(null) ? array([{ kind: 'spread', expression: known }, literal(null)]) : known
}

function patternExpression(pattern: string, { imports }: FileContext): Expression {
  if (pattern === ulidRule) return identifier(imports.value('ulidRule', 'mongoose/collection.ts'))
  if (pattern === documentIdRule) return identifier(imports.value('documentIdRule', 'mongoose/collection.ts'))
  return literal(pattern)
}
