import { ObjectId } from 'bson'
import { toPlainDocument } from '../bson/codec.ts'
import { valueAt } from '../bson/path.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument } from '../bson/value.ts'
import { Collection } from '../catalog/collection.ts'
import { duplicateKey } from '../indexes/duplicate-key.ts'
import { badValue, refuse, refuseLocation } from '../server-error.ts'
import { type Target, targetIn } from '../storage/target.ts'
import { insertDocument, replaceDocument } from '../storage/write.ts'
import { applyUpdate } from '../update/apply.ts'
import { Reading } from './reading.ts'
import { scan } from './scan.ts'
import { createTarget, type Scope } from './scope.ts'

/** Writes what came out of an aggregation, as its last stage says. */
export function writeOutput(scope: Scope, stage: BsonDocument, documents: readonly BsonDocument[]): void {
  const identified = documents.map((document) =>
    document._id === undefined ? { _id: new ObjectId(), ...document } : document,
  )
  if (stage.$out !== undefined) overwrite(scope, stage.$out, identified)
  else merge(scope, stage.$merge, identified)
}

/** The collection takes its new documents all at once, with the options and indexes of the old one. */
function overwrite(scope: Scope, out: BsonValue, documents: readonly BsonDocument[]): void {
  const { storage } = scope
  const { database, name } = destination(scope, out)
  const old = storage.catalog.find(database, name)
  const collection = new Collection({ database, collection: name }, 'collection', old?.options)
  for (const specification of old?.indexes.specifications.slice(1) ?? []) collection.addIndex(specification)
  const target = targetIn(storage, collection, undefined)
  for (const document of documents) insertDocument(target, document)
  storage.catalog.add(collection)
}

function merge(scope: Scope, given: BsonValue, documents: readonly BsonDocument[]): void {
  const options = isDocument(given) ? given : { into: given }
  const { database, name } = destination(scope, options.into)
  const target = createTarget({ ...scope, database }, name)
  const on = (isArray(options.on) ? options.on : [options.on ?? '_id']).map(String)
  checkUnique(target, on)
  const reading = new Reading(target.collection)
  for (const document of documents) {
    const filter = Object.fromEntries(on.map((path) => [path, valueAt(document, path) ?? null]))
    const [present] = scan(target, filter, reading)
    if (present === undefined) {
      addUnmatched(target, document, options.whenNotMatched)
      continue
    }
    const after = merged(target, present, document, options.whenMatched)
    if (after !== undefined) replaceDocument(target, present, { ...after, _id: present._id })
  }
}

/** @throws ServerError 51183 where nothing sees to it that a document has one counterpart at most */
function checkUnique({ collection }: Target, on: readonly string[]): void {
  const wanted = [...on].sort().join()
  const indexes = collection.indexes.all.filter((index) => index === collection.indexes.id || index.isUnique)
  if (indexes.some(({ specification }) => Object.keys(specification.key).sort().join() === wanted)) return
  refuseLocation(51183, 'Cannot find index to verify that join fields will be unique')
}

function addUnmatched(target: Target, document: BsonDocument, whenNotMatched: BsonValue = 'insert'): void {
  if (whenNotMatched === 'insert') insertDocument(target, document)
  else if (whenNotMatched === 'fail') {
    refuse(13113, 'MergeStageNoMatchingDocument', '$merge could not find a matching document in the target collection')
  }
}

/** What a document becomes that has a counterpart; nothing where it stays. */
function merged(
  { collection }: Target,
  present: BsonDocument,
  document: BsonDocument,
  whenMatched: BsonValue = 'merge',
): BsonDocument | undefined {
  switch (whenMatched) {
    case 'replace':
      return document
    case 'merge':
      return { ...present, ...document }
    case 'keepExisting':
      return undefined
    case 'fail':
      return duplicateKey(collection.name, collection.indexes.id.specification, [document._id])
    default:
      if (isArray(whenMatched)) {
        return applyUpdate(present, whenMatched, { variables: { new: toPlainDocument(document) } })
      }
      return badValue(`Enumeration value '${String(whenMatched)}' for field 'whenMatched' is not valid`)
  }
}

function destination(scope: Scope, given: BsonValue): { readonly database: string; readonly name: string } {
  if (typeof given === 'string') return { database: scope.database, name: given }
  if (!isDocument(given) || typeof given.coll !== 'string') badValue('the destination of the stage has no collection')
  return { database: typeof given.db === 'string' ? given.db : scope.database, name: given.coll }
}
