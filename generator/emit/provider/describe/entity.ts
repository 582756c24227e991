import type {
  DocumentsDescription,
  EntityDescription,
  TableDescription,
} from '../../../../runtime/src/description/entity.ts'
import { scalarName } from '../../../catalog/prisma/member-names.ts'
import { comparedIn } from '../../../model/encrypted.ts'
import type { Entity } from '../../../model/entity.ts'
import { fieldNamed, hasCollection, hasTable, type MongoEntity } from '../../../model/lookup.ts'
import type { Model } from '../../../model/model.ts'
import { documentPointers } from '../../../model/pointers.ts'
import type { PackageNames } from '../../typescript/package-names.ts'
import { describeDocumentField } from './field.ts'
import { describeObjects } from './objects.ts'
import { describeTable, documentUniques } from './table.ts'

export function describeEntity(entity: Entity, model: Model, names: PackageNames): EntityDescription {
  const { softDelete } = entity
  return {
    name: entity.name,
    tenancy: entity.tenancy.mode,
    root: entity.root,
    ...(hasTable(entity) ? { table: describeTable(entity, model) satisfies TableDescription } : {}),
    ...(hasCollection(entity) ? { documents: describeDocuments(entity, model, names) } : {}),
    objects: describeObjects(entity, model),
    ...(softDelete === undefined
      ? {}
      : {
          softDelete: {
            on: rootMember(entity, softDelete.on),
            ...(softDelete.by === undefined ? {} : { by: rootMember(entity, softDelete.by) }),
          },
        }),
  }
}

function describeExpiry(
  mongo: MongoEntity['mongo'],
  fields: DocumentsDescription['fields'],
): Pick<DocumentsDescription, 'expireSeconds' | 'expireFrom'> {
  const { expire } = mongo
  if (expire === undefined) return {}
  const from = fieldNamed(mongo, expire.from).physical.text
  const isCreation = fields.some(({ name, kept }) => name === from && kept === 'createdOn')
  return { expireSeconds: expire.afterSeconds, ...(isCreation ? {} : { expireFrom: from }) }
}

/** The member of a field of the root part. */
function rootMember(entity: Entity, name: string): string {
  if (hasTable(entity)) return scalarName(entity, fieldNamed(entity.postgres, name))
  return hasCollection(entity) ? fieldNamed(entity.mongo, name).physical.text : name
}

function describeDocuments(entity: MongoEntity, model: Model, names: PackageNames): DocumentsDescription {
  const { mongo } = entity
  const compared = comparedIn(mongo)
  const [pointer] = documentPointers(entity)
  const fields = mongo.fields.map((field) => describeDocumentField(field, { model, entity, compared }))
  return {
    collection: mongo.collection.text,
    model: names.modelKey(entity),
    fields,
    appendOnly: mongo.appendOnly,
    ...describeExpiry(mongo, fields),
    uniques: documentUniques(mongo),
    hasTextIndex: mongo.textIndex !== undefined,
    ...(pointer !== undefined && hasTable(entity) ? { pointer: scalarName(entity, pointer) } : {}),
  }
}
