import type { Field } from '../model/field.ts'
import { entityNamed, type MongoEntity } from '../model/lookup.ts'
import type { Model, ValueType } from '../model/model.ts'
import type { PostgresPart } from '../model/postgres.ts'
import type { S3Object } from '../model/s3.ts'
import type { ErAttribute, ErEntity } from '../print/mermaid/er-diagram.ts'
import { shortened } from '../print/mermaid/escape.ts'
import { outsideName } from './nosql-lines.ts'
import { meaning, speaksForItself, uniqueAlone } from './relations.ts'
import { columnType, documentType } from './type-words.ts'

const commentLength = 56
/** Fields that one box shows, so that one very wide collection still makes a diagram. */
const mostFields = 150

/** A collection with all its fields; with what they mean, or, one of several, with where they lead only. */
export function collectionBox(model: Model, entity: MongoEntity, said: 'where they lead' | 'meanings'): ErEntity {
  const { mongo } = entity
  const uniques = uniqueAlone(model, mongo.uniques)
  return {
    name: mongo.collection.text,
    class: 'mongo',
    attributes: [
      { type: 'objectId', name: '_id', keys: ['PK'] },
      ...mongo.fields.slice(0, mostFields).map((field): ErAttribute => {
        const comment = leadsTo(model, entity, field) ?? (said === 'meanings' ? meaning(field) : undefined)
        return {
          type: documentType(field),
          name: field.physical.text,
          keys: uniques.has(field.name) ? ['UK'] : [],
          ...(comment === undefined ? {} : { comment: shortened(comment, commentLength) }),
        }
      }),
    ],
  }
}

function leadsTo(model: Model, { mongo }: MongoEntity, field: Field): string | undefined {
  if (mongo.expire?.from === field.name) return `expires ${mongo.expire.after} later`
  switch (field.type.kind) {
    case 'key':
      return `S3: ${field.type.object}`
    case 'ref': {
      const target = entityNamed(model, field.type.entity)
      if (field.type.mode === 'document') return `MongoDB: ${target.mongo?.collection.text ?? target.name}`
      return speaksForItself(field) ? undefined : `PostgreSQL: ${target.postgres?.table.text ?? target.name}`
    }
    default:
      return undefined
  }
}

/** A shape that is embedded in documents. */
export function valueTypeBox(valueType: ValueType): ErEntity {
  return {
    name: outsideName.valueType(valueType.name),
    class: 'embedded',
    attributes: valueType.fields.slice(0, mostFields).map((field) => ({
      type: documentType(field),
      name: field.physical.text,
      keys: [],
      ...(field.about === undefined ? {} : { comment: shortened(field.about, commentLength) }),
    })),
  }
}

/** A table as documents see it: by its public id, and by the columns that point to a document. */
export function tableBox(postgres: PostgresPart): ErEntity {
  const shown = postgres.fields.filter(
    ({ publicId, type }) => publicId || type.kind === 'part' || (type.kind === 'ref' && type.holds === 'object_id'),
  )
  return {
    name: outsideName.table(postgres.table.text),
    class: 'postgres',
    attributes: shown.slice(0, mostFields).map((field) => ({
      type: columnType(field),
      name: field.physical.text,
      keys: field.publicId ? ['UK'] : [],
    })),
  }
}

export function objectBox(name: string, path: string): ErEntity {
  return { name, class: 's3', attributes: [{ type: 'string', name: 'key', keys: [], comment: path }] }
}

/** The whole key of an object as a pattern: `tenants/{tenant}/contracts/{ref_id}/{object}.pdf`. */
export function pathText(object: S3Object): string {
  return object.path
    .map((segment) =>
      segment.map((piece) => (piece.kind === 'literal' ? piece.text : `{${piece.variable.name}}`)).join(''),
    )
    .join('/')
}
