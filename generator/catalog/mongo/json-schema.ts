import { documentIdPattern, ulidPattern } from '../../base/id-patterns.ts'
import { InternalError } from '../../base/internal-error.ts'
import type { BsonType, JsonSchema } from '../../live/mongo/description.ts'
import type { Field } from '../../model/field.ts'
import { enumNamed } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import { valueTypesInnerFirst } from '../../model/value-order.ts'
import { bsonTypesOf } from './bson-type.ts'
import { mongoPattern } from './pattern.ts'

/** The forms of ids, as the server reads them. */
export const ulidRule: string = mongoPattern(ulidPattern)
export const documentIdRule: string = mongoPattern(documentIdPattern)

/** What the server checks of documents: nothing missing, nothing more, every type exact. */
export interface DocumentSchemas {
  /** Of a document, with its `_id`. */
  document(fields: readonly Field[]): JsonSchema
  /** Of a sub-document. Asked twice, it is the same object: types that are nested many times cost no more. */
  value(valueType: string): JsonSchema
}

export function documentSchemas(model: Model): DocumentSchemas {
  const values = new Map<string, JsonSchema>()
  const value = (name: string): JsonSchema => {
    const found = values.get(name)
    if (found === undefined) throw new InternalError(`value type ${name} comes before what it holds`)
    return found
  }
  for (const { name, fields } of valueTypesInnerFirst(model))
    values.set(name, objectSchema(propertiesOf(fields, model, value)))
  return { document: (fields) => documentSchema(fields, model, value), value }
}

/** What the server checks of a document, with its `_id`. @param value gives the schema of a value type */
export function documentSchema(fields: readonly Field[], model: Model, value: DocumentSchemas['value']): JsonSchema {
  return objectSchema({ _id: { bsonType: 'objectId' }, ...propertiesOf(fields, model, value) })
}

function propertiesOf(
  fields: readonly Field[],
  model: Model,
  value: DocumentSchemas['value'],
): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(fields.map((field) => [field.physical.text, fieldSchema(field, model, value)]))
}

function objectSchema(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { bsonType: 'object', additionalProperties: false, required: Object.keys(properties), properties }
}

function fieldSchema(field: Field, model: Model, value: DocumentSchemas['value']): JsonSchema {
  if (!field.list) return singleSchema(field, field.optional, model, value)
  return { bsonType: oneOrMore(['array'], field.optional), items: singleSchema(field, false, model, value) }
}

function oneOrMore(types: readonly BsonType[], isNullable: boolean): BsonType | readonly BsonType[] {
  const all: readonly BsonType[] = isNullable ? [...types, 'null'] : types
  return all.length === 1 && all[0] !== undefined ? all[0] : all
}

function singleSchema(field: Field, isNullable: boolean, model: Model, value: DocumentSchemas['value']): JsonSchema {
  const { type } = field
  const bsonType = oneOrMore(bsonTypesOf(type), isNullable)
  if (type.kind === 'value') return isNullable ? { ...value(type.valueType), bsonType } : value(type.valueType)
  if (type.kind === 'enum') {
    const values = enumNamed(model, type.enum).values.map(({ name }) => name)
    return { bsonType, enum: isNullable ? [...values, null] : values }
  }
  return { bsonType, ...limits(field) }
}

function limits(field: Field): Omit<JsonSchema, 'bsonType'> {
  const { type } = field
  if (holdsUlid(field)) return { pattern: ulidRule }
  if (type.kind === 'part') return { pattern: documentIdRule }
  if (type.kind !== 'scalar') return {}
  return {
    ...(type.length === undefined ? {} : { maxLength: type.length }),
    ...(field.pattern === undefined ? {} : { pattern: mongoPattern(field.pattern) }),
    ...(field.min === undefined ? {} : { minimum: field.min }),
    ...(field.max === undefined ? {} : { maximum: field.max }),
  }
}

export function holdsUlid({ type }: Field): boolean {
  return type.kind === 'ref' ? type.holds === 'ref_id' : type.kind === 'scalar' && type.scalar === 'ulid'
}
