import { Timestamp } from 'bson'
import { identityKey } from '../bson/identity-key.ts'
import { typeName } from '../bson/type-name.ts'
import { type BsonDocument, type BsonValue, type DraftDocument, isDocument } from '../bson/value.ts'
import type { LogEntry } from './change-log.ts'
import { resumeToken } from './resume-token.ts'

/**
 * What a change stream shows of something that happened.
 * https://www.mongodb.com/docs/v7.0/reference/change-events/
 *
 * @param lookUp whether an update comes with the document as it is now
 */
export function changeEvent(entry: LogEntry, lookUp: boolean): BsonDocument {
  const { operation, namespace, before, after, to } = entry
  const event = {
    _id: resumeToken(entry.sequence),
    operationType: operation,
    clusterTime: clusterTime(entry),
    wallTime: entry.at,
  }
  const ns = { db: namespace.database, coll: namespace.collection }
  const documentKey = { _id: (after ?? before)?._id }
  switch (operation) {
    case 'insert':
    case 'replace':
      return { ...event, fullDocument: after, ns, documentKey }
    case 'delete':
      return { ...event, ns, documentKey }
    case 'update':
      return {
        ...event,
        ...(lookUp ? { fullDocument: current(entry) } : {}),
        ns,
        documentKey,
        updateDescription: describeUpdate(before ?? {}, after ?? {}),
      }
    case 'drop':
      return { ...event, ns }
    case 'rename':
      return { ...event, ns, to: { db: to?.database, coll: to?.collection } }
    case 'dropDatabase':
      return { ...event, ns: { db: namespace.database } }
  }
}

export function clusterTime({ at, sequence }: LogEntry): Timestamp {
  return new Timestamp({ t: Math.floor(at.getTime() / 1000), i: sequence })
}

function current({ collection, after }: LogEntry): BsonDocument | null {
  return collection?.records.get(collection.recordKey(after?._id)) ?? null
}

function describeUpdate(before: BsonDocument, after: BsonDocument): BsonDocument {
  const updatedFields: DraftDocument = {}
  const removedFields: string[] = []
  const walk = (old: BsonDocument, now: BsonDocument, prefix: string): void => {
    for (const [field, value] of Object.entries(now)) {
      const was = old[field]
      if (isDocument(was) && isDocument(value)) walk(was, value, `${prefix}${field}.`)
      else if (!isSame(was, value)) updatedFields[prefix + field] = value
    }
    for (const field of Object.keys(old)) {
      if (!Object.hasOwn(now, field)) removedFields.push(prefix + field)
    }
  }
  walk(before, after, '')
  return { updatedFields, removedFields, truncatedArrays: [] }
}

const isSame = (left: BsonValue, right: BsonValue): boolean =>
  typeName(left) === typeName(right) && identityKey(left) === identityKey(right)
