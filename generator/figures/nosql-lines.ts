import type { Field } from '../model/field.ts'
import { type MongoEntity, referencesTo } from '../model/lookup.ts'
import type { Model } from '../model/model.ts'
import type { ErRelation } from '../print/mermaid/er-diagram.ts'
import { linksOf } from './relations.ts'

/** Names of boxes that are no collections. The words behind keep them apart from a collection of the same name. */
export const outsideName = {
  table: (table: string): string => `${table} (PostgreSQL)`,
  collection: (collection: string): string => `${collection} (MongoDB)`,
  object: (entity: string, object: string): string => `${entity}.${object} (S3)`,
  valueType: (valueType: string): string => `${valueType} (embedded)`,
} as const

/** The lines of a collection: what it points to, and which tables point to it. */
export function linesOfCollection(model: Model, entity: MongoEntity): readonly ErRelation[] {
  return [...outward(model, entity), ...objects(entity), ...inward(model, entity)]
}

function outward(model: Model, entity: MongoEntity): readonly ErRelation[] {
  return linksOf(model, entity.mongo).flatMap(({ field, target, type }): readonly ErRelation[] => {
    const name =
      type.mode === 'document'
        ? target.mongo?.collection.text
        : target.postgres === undefined
          ? target.mongo?.collection.text
          : outsideName.table(target.postgres.table.text)
    return name === undefined ? [] : [dashed(name, entity.mongo.collection.text, field)]
  })
}

function objects(entity: MongoEntity): readonly ErRelation[] {
  return entity.mongo.fields.flatMap((field): readonly ErRelation[] => {
    if (field.type.kind !== 'key') return []
    return [
      {
        from: entity.mongo.collection.text,
        fromCardinality: 'one',
        to: outsideName.object(entity.name, field.type.object),
        toCardinality: field.list ? 'many' : field.optional ? 'zero or one' : 'one',
        line: 'dashed',
        label: field.physical.text,
      },
    ]
  })
}

function inward(model: Model, entity: MongoEntity): readonly ErRelation[] {
  const collection = entity.mongo.collection.text
  const own = (entity.postgres?.fields ?? []).filter((field) => field.type.kind === 'part')
  const table = entity.postgres?.table.text
  const others = referencesTo(model, entity.name).flatMap(({ field, from }): readonly ErRelation[] => {
    if (field.type.kind !== 'ref' || field.type.holds !== 'object_id' || from.postgres === undefined) return []
    return [dashed(collection, outsideName.table(from.postgres.table.text), field)]
  })
  return [
    ...(table === undefined ? [] : own.map((field) => dashed(collection, outsideName.table(table), field))),
    ...others,
  ]
}

function dashed(target: string, holder: string, field: Field): ErRelation {
  return {
    from: target,
    fromCardinality: field.optional ? 'zero or one' : 'one',
    to: holder,
    toCardinality: field.relation?.inverse?.single === true ? 'zero or one' : 'many',
    line: 'dashed',
    label: field.physical.text,
  }
}
