/** What MongoDB is told of a collection, as plain data: it can be printed, compared and sent. */
export interface CollectionDescription {
  readonly name: string
  readonly validator: CollectionValidator
  /** Every index but the one over `_id`, which each collection has by itself. */
  readonly indexes: readonly IndexDescription[]
}

/** What the server itself checks of every document, whoever writes it: always strictly, and refusing what fails. */
export interface CollectionValidator {
  readonly $jsonSchema: JsonSchema
}

/** The part of MongoDB's `$jsonSchema` that is used here. */
export interface JsonSchema {
  readonly bsonType: BsonType | readonly BsonType[]
  readonly enum?: readonly (string | null)[]
  readonly pattern?: string
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: JsonSchema
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: boolean
}

/** The types of BSON that a document of a spec may hold, as `$jsonSchema` names them. */
export type BsonType =
  | 'array'
  | 'binData'
  | 'bool'
  | 'date'
  | 'decimal'
  | 'double'
  | 'int'
  | 'long'
  | 'null'
  | 'object'
  | 'objectId'
  | 'string'

/** A role of the database: what may be done with the documents of each collection, and nothing else. */
export interface RoleDescription {
  readonly name: string
  readonly privileges: readonly { readonly collection: string; readonly actions: readonly RoleAction[] }[]
}

export type RoleAction = 'find' | 'insert' | 'update' | 'remove'

/** An index in the words of the command `createIndexes`. */
export interface IndexDescription {
  readonly name: string
  /** In the order of the index. */
  readonly key: Readonly<Record<string, IndexDirection>>
  readonly unique?: boolean
  readonly partialFilterExpression?: Filter
  /** Seconds after the date in its only field when a document is removed. */
  readonly expireAfterSeconds?: number
  /** Of a text index, by field. */
  readonly weights?: Readonly<Record<string, number>>
  readonly default_language?: string
  readonly language_override?: string
}

/** A condition in MongoDB's words, of plain values only. */
export interface Filter {
  readonly [pathOrOperator: string]: FilterValue
}

export type FilterValue = string | number | boolean | null | readonly FilterValue[] | Filter

export type IndexDirection = 1 | -1 | 'text'
