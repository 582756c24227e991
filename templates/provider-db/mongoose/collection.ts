import type { IndexDefinition, IndexOptions } from 'mongoose'

/** The types of BSON that a document of this package may hold, as `$jsonSchema` names them. */
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

/** What the server itself checks of every document, whoever writes it. */
export interface CollectionValidator {
  readonly $jsonSchema: JsonSchema
}

/** A collection as it is to be. */
export interface CollectionDescription {
  readonly name: string
  readonly validator: CollectionValidator
  readonly indexes: readonly (readonly [IndexDefinition, IndexOptions])[]
}

/**
 * For `required` of a text that may be empty: Mongoose's own check takes '' for missing. Missing are only `null` and
 * `undefined`.
 */
export function allowingEmpty(path: string): (this: { get(path: string): unknown }) => boolean {
  return function isMissing() {
    const value = this.get(path)
    return value === null || value === undefined
  }
}

/** For `validate` of the number types for which Mongoose knows no `min` and `max`. Null is for `required` to judge. */
export function within(bounds: { readonly min?: number; readonly max?: number }): {
  validator(value: number | bigint | { toString(): string } | null): boolean
  message: string
} {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = bounds
  return {
    validator(value) {
      const number = typeof value === 'object' ? Number(value?.toString()) : value
      return value === null || (number >= min && number <= max)
    },
    message: `{PATH} must be from ${min} to ${max}`,
  }
}
