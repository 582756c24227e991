import type { BsonDocument } from '../bson/value.ts'

/** An index as `listIndexes` shows it; the order of its fields is the order of the answer. */
export interface IndexSpecification extends BsonDocument {
  readonly v: number
  /** Field to direction or kind; `{ _fts: 'text', _ftsx: 1 }` stands for the fields of a text index. */
  readonly key: BsonDocument
  readonly name: string
  readonly unique?: boolean
  readonly sparse?: boolean
  readonly hidden?: boolean
  readonly partialFilterExpression?: BsonDocument
  readonly collation?: BsonDocument
  /** Only a text index has weights. */
  readonly weights?: BsonDocument
}

export const idIndexName = '_id_'

export function idIndex(collation: BsonDocument | undefined): IndexSpecification {
  return { v: 2, key: { _id: 1 }, name: idIndexName, ...(collation === undefined ? {} : { collation }) }
}

/** What `createIndexes` knows in the description of an index; every other field is refused. */
export const knownIndexOptions: ReadonlySet<string> = new Set([
  'v',
  'key',
  'name',
  'ns',
  'unique',
  'sparse',
  'background',
  'expireAfterSeconds',
  'partialFilterExpression',
  'collation',
  'hidden',
  'weights',
  'default_language',
  'language_override',
  'textIndexVersion',
  '2dsphereIndexVersion',
  'bits',
  'min',
  'max',
  'wildcardProjection',
  'storageEngine',
  'prepareUnique',
  'clustered',
  'bucketSize',
])
