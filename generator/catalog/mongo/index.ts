import type { CollectionDescription } from '../../live/mongo/description.ts'
import { inMongo } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import { collectionIndexes } from './indexes.ts'
import { documentSchemas } from './json-schema.ts'

export { collectionIndexes } from './indexes.ts'
export {
  type DocumentSchemas,
  documentIdRule,
  documentSchema,
  documentSchemas,
  holdsUlid,
  ulidRule,
} from './json-schema.ts'
export { applicationRoleName, applicationRoleOf, privilegeOf } from './role.ts'
export { isWrittenOnce } from './written-once.ts'

/** Every collection of a spec as it is to be, in the order of the entities. */
export function collectionsOf(model: Model): readonly CollectionDescription[] {
  const schemas = documentSchemas(model)
  return inMongo(model).map((entity) => ({
    name: entity.mongo.collection.text,
    validator: { $jsonSchema: schemas.document(entity.mongo.fields) },
    indexes: collectionIndexes(entity).map(({ index }) => index),
  }))
}
