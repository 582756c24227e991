import { applicationRoleName, collectionIndexes, documentSchema, documentSchemas } from '../../catalog/mongo/index.ts'
import type { JsonSchema } from '../../live/mongo/description.ts'
import type { Field } from '../../model/field.ts'
import type { MongoEntity } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import { valueTypesInnerFirst } from '../../model/value-order.ts'
import type { OutputFile } from '../emitter.ts'
import { factsFile } from './facts-text.ts'

/** A schema whose embedded shapes are called by their names: a shape that many fields hold stands in `mongo.json` once. */
type Shaped = Readonly<Record<string, unknown>>

/** What the server is to tell of no single domain's collections. */
export function mongoFile(model: Model): readonly OutputFile[] {
  if (model.project.stores.mongo === undefined) return []
  const schemas = documentSchemas(model)
  const shapes = valueTypesInnerFirst(model).map(({ name, fields }) => [name, shaped(schemas.value(name), fields)])
  return [factsFile('mongo', { shapes: Object.fromEntries(shapes), role: applicationRoleName(model) })]
}

/** Collections as the server is to describe them. */
export function collectionDescriptions(model: Model, entities: readonly MongoEntity[]): readonly Shaped[] {
  // All that is told of a shape is its name.
  const shape: JsonSchema = { bsonType: 'object' }
  return entities.map((entity) => ({
    name: entity.mongo.collection.text,
    validator: shaped(
      documentSchema(entity.mongo.fields, model, () => shape),
      entity.mongo.fields,
    ),
    indexes: collectionIndexes(entity).map(({ index }) => index),
  }))
}

function shaped({ properties = {}, ...rest }: JsonSchema, fields: readonly Field[]): Shaped {
  const shapes = fields.flatMap((field) => {
    const schema = properties[field.physical.text]
    return field.type.kind === 'value' && schema !== undefined
      ? [[field.physical.text, shapedField(schema, field.type.valueType)]]
      : []
  })
  return { ...rest, properties: { ...properties, ...Object.fromEntries(shapes) } }
}

function shapedField({ bsonType, items }: JsonSchema, shape: string): Shaped {
  return items === undefined ? { shape, bsonType } : { bsonType, items: { shape, bsonType: items.bsonType } }
}
