import { assertNever } from '../../base/internal-error.ts'
import type { Field } from '../../model/field.ts'
import type { RefType, ScalarName } from '../../model/type.ts'
import { array, type Expression, identifier, literal, member, object } from '../../print/typescript/index.ts'
import type { FileContext } from './context.ts'
import { holdsUlid } from './schema-path.ts'

/** What the server checks of a document or sub-document: nothing missing, nothing more, every type exact. */
export function objectSchema(fields: readonly Field[], withId: boolean, context: FileContext): Expression {
  const keys = [...(withId ? ['_id'] : []), ...fields.map((field) => field.physical.text)]
  const id = withId
    ? [{ kind: 'property', name: '_id', value: object({ bsonType: literal('objectId') }) } as const]
    : []
  const properties = fields.map((field) => {
    return { kind: 'property', name: field.physical.text, value: fieldSchema(field, context) } as const
  })
  return object(
    {
      bsonType: literal('object'),
      additionalProperties: literal(false),
      required: array(keys.map(literal)),
      properties: object([...id, ...properties], 'expanded'),
    },
    'expanded',
  )
}

function fieldSchema(field: Field, context: FileContext): Expression {
  if (!field.list) return singleSchema(field, field.optional, context)
  return object({ bsonType: bsonTypes(['array'], field.optional), items: singleSchema(field, false, context) })
}

function bsonTypes(types: readonly string[], nullable: boolean): Expression {
  const [only, ...more] = nullable ? [...types, 'null'] : types
  return more.length === 0 && only !== undefined ? literal(only) : array([only ?? '', ...more].map(literal))
}

function singleSchema(field: Field, nullable: boolean, context: FileContext): Expression {
  const { type } = field
  const { imports, names } = context
  if (type.kind === 'value') {
    const { name, file } = names.valueRules(type.valueType)
    const rules = identifier(imports.value(name, file))
    if (!nullable) return rules
    const widened = { kind: 'property', name: 'bsonType', value: bsonTypes(['object'], true) } as const
    return object([{ kind: 'spread', expression: rules }, widened])
  }
  if (type.kind === 'enum') {
    const { name, file } = names.enum(type.enum)
    const values = identifier(imports.value(name, file))
    return object({
      bsonType: bsonTypes(['string'], nullable),
      enum: nullable ? array([{ kind: 'spread', expression: values }, literal(null)]) : values,
    })
  }
  const bson =
    type.kind === 'scalar' ? scalarTypes(type.scalar) : type.kind === 'ref' ? heldTypes(type.holds) : ['string']
  return object({ bsonType: bsonTypes(bson, nullable), ...limits(field, context) })
}

function heldTypes(holds: RefType['holds']): readonly string[] {
  return holds === 'object_id' ? ['objectId'] : ['string']
}

function limits(field: Field, { imports }: FileContext): Readonly<Record<string, Expression>> {
  const { type } = field
  if (holdsUlid(field)) return { pattern: member(imports.value('ulidPattern', 'ids.ts'), 'source') }
  if (type.kind === 'part') return { pattern: member(imports.value('documentIdPattern', 'ids.ts'), 'source') }
  if (type.kind !== 'scalar') return {}
  return {
    ...(type.length === undefined ? {} : { maxLength: literal(type.length) }),
    ...(field.pattern === undefined ? {} : { pattern: literal(field.pattern) }),
    ...(field.min === undefined ? {} : { minimum: literal(field.min) }),
    ...(field.max === undefined ? {} : { maximum: literal(field.max) }),
  }
}

/** A number of JavaScript is sent as `int` where it is whole and small, else as `double`. */
const floatTypes: readonly string[] = ['double', 'int', 'long']
const jsonTypes: readonly string[] = ['object', 'array', 'string', 'bool', 'double', 'int', 'long']

export function scalarTypes(scalar: ScalarName): readonly string[] {
  switch (scalar) {
    case 'string':
    case 'text':
    case 'email':
    case 'url':
    case 'external_id':
    case 'ulid':
      return ['string']
    case 'int':
      return ['int']
    case 'bigint':
      return ['long']
    case 'float':
      return floatTypes
    case 'decimal':
      return ['decimal']
    case 'boolean':
      return ['bool']
    case 'timestamp':
    case 'date':
      return ['date']
    case 'object_id':
      return ['objectId']
    case 'uuid':
    case 'bytes':
      return ['binData']
    case 'json':
      return jsonTypes
    default:
      return assertNever(scalar)
  }
}
