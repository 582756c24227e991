import { ObjectId } from 'bson'
import type { BsonDocument, BsonValue } from '../bson/value.ts'
import { equalityFields } from '../query/equality-fields.ts'
import { applyUpdate, checkUpdate, idFirst, isReplacement, type Update, type UpdateOptions } from './apply.ts'
import { isPipeline } from './check.ts'
import { setAt } from './path.ts'

/**
 * The document that an upsert inserts where its filter found none: what the filter fixes, then the update.
 * https://www.mongodb.com/docs/v7.0/reference/method/db.collection.updateOne/#upsert-behavior
 */
export function documentForUpsert(filter: BsonDocument, update: Update, options: UpdateOptions = {}): BsonDocument {
  checkUpdate(update, options.arrayFilters ?? [])
  const fixed = equalityFields(filter)
  if (isReplacement(update)) return withId({ ...(fixed._id === undefined ? {} : { _id: fixed._id }), ...update })
  const start = Object.entries(fixed).reduce<BsonDocument>(
    (document, [path, value]: [string, BsonValue]) => setAt(document, path.split('.'), value),
    {},
  )
  const base = isPipeline(update) ? withId(start) : start
  return withId(applyUpdate(base, update, { ...options, filter, isInsert: true }))
}

function withId(document: BsonDocument): BsonDocument {
  return idFirst(document._id === undefined ? { ...document, _id: new ObjectId() } : document)
}
