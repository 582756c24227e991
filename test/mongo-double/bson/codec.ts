import { BSONRegExp, DBRef, Double, deserialize, Int32, Long, serialize } from 'bson'
import { nativeRegularExpression } from './regular-expression.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument, mapValues, toNumber } from './value.ts'

const options = {
  promoteValues: false,
  promoteLongs: false,
  promoteBuffers: false,
  bsonRegExp: true,
} as const

const reference = Buffer.from('$ref\0')

/** Reads one document; every number keeps its type. */
export function decode(bytes: Uint8Array): BsonDocument {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const document: BsonDocument = deserialize(buffer, options)
  // The library turns `{ $ref, $id }` into a class of its own; to the server it is a document like any other.
  return buffer.includes(reference) ? mapValues(document, withoutReferences) : document
}

export function encode(document: BsonDocument): Uint8Array {
  return serialize(document, { ignoreUndefined: true })
}

/** Plain JavaScript for the expression engine, which knows numbers and regular expressions by their native types. */
export function toPlain(value: BsonValue): unknown {
  if (isArray(value)) return value.map(toPlain)
  if (isDocument(value)) return toPlainDocument(value)
  if (value instanceof Int32 || value instanceof Double) return value.value
  if (value instanceof BSONRegExp) return nativeRegularExpression(value)
  if (value instanceof Long && Number.isSafeInteger(toNumber(value))) return toNumber(value)
  return value
}

export function toPlainDocument(document: BsonDocument): Record<string, unknown> {
  return Object.fromEntries(Object.entries(document).map(([field, value]) => [field, toPlain(value)]))
}

/** Gives plain JavaScript the types that the driver would have sent. */
export function fromPlain(value: unknown): BsonValue {
  return fromPlainDocument({ value }).value
}

export function fromPlainDocument(document: Readonly<Record<string, unknown>>): BsonDocument {
  return decode(serialize(document, { ignoreUndefined: true }))
}

function withoutReferences(value: unknown): BsonValue {
  if (value instanceof DBRef) {
    const fields: BsonDocument = value.fields
    return {
      $ref: value.collection,
      $id: value.oid,
      ...(value.db === undefined ? {} : { $db: value.db }),
      ...mapValues(fields, withoutReferences),
    }
  }
  const known = value as BsonValue
  if (isArray(known)) return known.map(withoutReferences)
  return isDocument(known) ? mapValues(known, withoutReferences) : known
}
