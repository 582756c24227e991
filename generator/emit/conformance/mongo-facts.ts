import type { MongoEntity } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import type { DataRecord } from './data.ts'
import { fieldFact, flag, indexFact, sourceOf, uniqueFact } from './field-fact.ts'

/** What the spec demands of the collection of an entity. */
export function collectionFact(model: Model, entity: MongoEntity): DataRecord {
  const { mongo } = entity
  return {
    entity: entity.name,
    document: mongo.document,
    collection: mongo.collection.text,
    named: sourceOf(mongo.collection),
    tenancy: entity.tenancy.mode,
    root: entity.root === 'mongo',
    mixins: entity.mixins,
    fields: mongo.fields.map((field) => fieldFact(model, field)),
    uniques: mongo.uniques.map((unique) => uniqueFact(unique, entity)),
    indexes: mongo.indexes.map(indexFact),
    text: mongo.textIndex && {
      name: mongo.textIndex.name.text,
      weights: Object.fromEntries(mongo.textIndex.weights.map(({ field, weight }) => [field, weight])),
    },
    expire: mongo.expire && {
      name: mongo.expire.name.text,
      field: mongo.expire.from,
      seconds: mongo.expire.afterSeconds,
    },
    appendOnly: flag(mongo.appendOnly),
  }
}
