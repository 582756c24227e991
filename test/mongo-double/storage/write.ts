import { ObjectId } from 'bson'
import { valueAt } from '../bson/path.ts'
import { typeName } from '../bson/type-name.ts'
import { type BsonDocument, isDocument } from '../bson/value.ts'
import { duplicateKey } from '../indexes/duplicate-key.ts'
import type { IndexSet } from '../indexes/index-set.ts'
import { checkParallelArrays } from '../indexes/parallel-arrays.ts'
import { badValue, refuse, refuseLocation } from '../server-error.ts'
import { languageOverride } from '../text-search/language.ts'
import { byteLength, longestDocument } from './byte-length.ts'
import { evictFromCapped } from './capped.ts'
import { writeConflict } from './locks.ts'
import type { RecordChange } from './records.ts'
import type { Target } from './target.ts'

export interface WriteOptions {
  /** `bypassDocumentValidation` of the command. */
  readonly unvalidated?: boolean
  /** Whether the whole document was given and not what changes in it. */
  readonly isReplacement?: boolean
}

/**
 * Each of these writes one document or nothing.
 *
 * @throws ServerError where MongoDB refuses the document
 * @throws Locked where another transaction has what it needs
 */
export function insertDocument(target: Target, given: BsonDocument, options: WriteOptions = {}): BsonDocument {
  const { collection, records } = target
  const document = withIdFirst(given)
  checkId(document)
  if (byteLength(document) > longestDocument) {
    badValue(`object to insert too large. size in bytes: ${byteLength(document)}, max size: ${longestDocument}`)
  }
  checkTime(target, document)
  if (options.unvalidated !== true) collection.validation.check(document, undefined)
  const key = collection.recordKey(document._id)
  claimRecord(target, key)
  if (records.get(key) !== undefined) duplicateKey(collection.name, collection.indexes.id.specification, [document._id])
  write(target, { key, before: undefined, after: document })
  if (collection.isCapped) evictFromCapped(target)
  return document
}

export function replaceDocument(
  target: Target,
  before: BsonDocument,
  after: BsonDocument,
  options: WriteOptions = {},
): void {
  const { collection } = target
  if (byteLength(after) > longestDocument) {
    refuseLocation(17419, `Resulting document after update is larger than ${longestDocument}`)
  }
  if (options.unvalidated !== true) collection.validation.check(after, before)
  const key = collection.recordKey(before._id)
  claimRecord(target, key)
  write(target, { key, before, after }, options.isReplacement)
}

export function removeDocument(target: Target, document: BsonDocument): void {
  const key = target.collection.recordKey(document._id)
  claimRecord(target, key)
  write(target, { key, before: document, after: undefined })
}

function write(target: Target, change: RecordChange, isReplacement = false): void {
  const { storage, collection, records, transaction } = target
  claimEntries(target, change)
  if (change.after !== undefined) checkIndexable(collection.indexes, change.after)
  if (transaction === undefined) storage.commit(collection, [change], isReplacement)
  else records.apply([change])
}

function checkIndexable({ all, text }: IndexSet, document: BsonDocument): void {
  checkParallelArrays(all, document)
  if (text !== undefined) languageOverride(document, text)
}

function claimRecord({ storage, collection, transaction }: Target, key: string): void {
  storage.locks.claim(`${collection.name}\0${key}`, transaction)
  if (transaction?.recordsOf(collection).isOvertaken(key)) writeConflict()
}

/** What a record gives up stays its own until the transaction ends, as what it takes does. */
function claimEntries({ storage, collection, records, transaction }: Target, change: RecordChange): void {
  for (const index of collection.indexes.unique) {
    for (const document of [change.before, change.after]) {
      if (document === undefined) continue
      for (const { key: entry, values } of index.entriesOf(document)) {
        storage.locks.claim(`${collection.name}\0${index.name}\0${entry}`, transaction)
        const owner = records.ownerOf(index, entry)
        if (document === change.after && owner !== undefined && owner !== change.key) {
          duplicateKey(collection.name, index.specification, values)
        }
      }
    }
  }
}

function withIdFirst(document: BsonDocument): BsonDocument {
  if (document._id === undefined) return { _id: new ObjectId(), ...document }
  if (Object.keys(document)[0] === '_id') return document
  const { _id, ...rest } = document
  return { _id, ...rest }
}

function checkId({ _id }: BsonDocument): void {
  const type = typeName(_id)
  if (type === 'array' || type === 'regex') refuse(53, 'InvalidIdField', `The '_id' value cannot be of type ${type}`)
  if (isDocument(_id) && Object.keys(_id).some((field) => field.startsWith('$'))) {
    refuse(52, 'DollarPrefixedFieldName', "_id fields may not contain '$'-prefixed fields")
  }
}

function checkTime({ collection }: Target, document: BsonDocument): void {
  const { timeseries } = collection.options
  if (!isDocument(timeseries)) return
  const field = String(timeseries.timeField)
  if (!(valueAt(document, field) instanceof Date)) {
    badValue(`'${field}' must be present and contain a valid BSON UTC datetime value`)
  }
}
