import { type BsonDocument, type BsonValue, isNumber, toNumber } from '../bson/value.ts'

/** One keyword of a schema: what a value breaks of it, or nothing. */
export type Rule = (value: BsonValue) => BsonDocument | undefined

/** All that a value breaks, in the order in which MongoDB tells it. */
export type SchemaCheck = (value: BsonValue) => readonly BsonDocument[]

export type SchemaCompiler = (schema: BsonValue) => SchemaCheck

/** How a broken keyword begins. */
export function broken(schema: BsonDocument, keyword: string, more: BsonDocument = {}): BsonDocument {
  return { operatorName: keyword, specifiedAs: { [keyword]: schema[keyword] }, ...more }
}

/** The number under a keyword, where there is one. */
export function limitOf(schema: BsonDocument, keyword: string): number | undefined {
  const limit = schema[keyword]
  return isNumber(limit) ? toNumber(limit) : undefined
}
