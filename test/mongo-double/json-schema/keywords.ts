import { unorderedKey } from '../bson/identity-key.ts'
import { typeName } from '../bson/type-name.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument, isNumber, toNumber } from '../bson/value.ts'
import { badValue, failedToParse, notImplemented, typeMismatch } from '../server-error.ts'

/**
 * The keywords of `$jsonSchema` with what each of them takes.
 * https://www.mongodb.com/docs/v7.0/reference/operator/query/jsonSchema/#available-keywords
 */
const shapes: Readonly<Record<string, (keyword: string, operand: BsonValue) => void>> = {
  additionalItems: booleanOrObject,
  additionalProperties: booleanOrObject,
  allOf: schemas,
  anyOf: schemas,
  bsonType: typeNames,
  dependencies: object,
  description: string,
  enum: distinctValues,
  exclusiveMaximum: boolean,
  exclusiveMinimum: boolean,
  items: arrayOrObject,
  maxItems: count,
  maxLength: count,
  maxProperties: count,
  maximum: number,
  minItems: count,
  minLength: count,
  minProperties: count,
  minimum: number,
  multipleOf: positive,
  not: object,
  oneOf: schemas,
  pattern: string,
  patternProperties: object,
  properties: object,
  required: distinctNames,
  title: string,
  type: typeNames,
  uniqueItems: boolean,
}

const ofJsonSchemaOnly = new Set(['$ref', '$schema', 'default', 'definitions', 'format', 'id'])
const ofEncryptionOnly = new Set(['encrypt', 'encryptMetadata'])

/** @throws ServerError 9 for a keyword that MongoDB does not have, 9, 14 or 2 for what a keyword cannot take */
export function checkKeywords(schema: BsonDocument): void {
  for (const [keyword, operand] of Object.entries(schema)) {
    if (ofJsonSchemaOnly.has(keyword)) failedToParse(`$jsonSchema keyword '${keyword}' is not currently supported`)
    if (ofEncryptionOnly.has(keyword)) notImplemented(`$jsonSchema keyword '${keyword}'`)
    if (!Object.hasOwn(shapes, keyword)) failedToParse(`Unknown $jsonSchema keyword: ${keyword}`)
    shapes[keyword]?.(keyword, operand)
  }
  if (schema.bsonType !== undefined && schema.type !== undefined) {
    failedToParse("Cannot specify both $jsonSchema keywords 'type' and 'bsonType'")
  }
  for (const [exclusive, bound] of [
    ['exclusiveMaximum', 'maximum'],
    ['exclusiveMinimum', 'minimum'],
  ] as const) {
    if (schema[exclusive] !== undefined && schema[bound] === undefined) {
      failedToParse(`$jsonSchema keyword '${bound}' must be a present if ${exclusive} is present`)
    }
  }
}

const named = (keyword: string): string => `$jsonSchema keyword '${keyword}'`

function string(keyword: string, operand: BsonValue): void {
  if (typeof operand !== 'string') typeMismatch(`${named(keyword)} must be of type string`)
}

function boolean(keyword: string, operand: BsonValue): void {
  if (typeof operand !== 'boolean') typeMismatch(`${named(keyword)} must be a boolean`)
}

function number(keyword: string, operand: BsonValue): void {
  if (!isNumber(operand)) typeMismatch(`${named(keyword)} must be a number`)
}

function positive(keyword: string, operand: BsonValue): void {
  if (!isNumber(operand)) typeMismatch(`${named(keyword)} must be a number`)
  if (toNumber(operand) <= 0) failedToParse(`${named(keyword)} must have a positive value`)
}

function count(keyword: string, operand: BsonValue): void {
  if (!isNumber(operand)) failedToParse(`Expected a number in: ${keyword}`)
  if (!Number.isInteger(toNumber(operand))) failedToParse(`Expected an integer: ${keyword}`)
  if (toNumber(operand) < 0) failedToParse(`Expected a non-negative number in: ${keyword}`)
}

function object(keyword: string, operand: BsonValue): void {
  if (!isDocument(operand)) typeMismatch(`${named(keyword)} must be an object`)
}

function booleanOrObject(keyword: string, operand: BsonValue): void {
  if (typeof operand !== 'boolean' && !isDocument(operand)) {
    typeMismatch(`${named(keyword)} must be either an object or a boolean, but got ${typeName(operand)}`)
  }
}

function arrayOrObject(keyword: string, operand: BsonValue): void {
  if (!isArray(operand) && !isDocument(operand)) {
    typeMismatch(`${named(keyword)} must be an array or an object, not ${typeName(operand)}`)
  }
}

function schemas(keyword: string, operand: BsonValue): void {
  if (!isArray(operand)) typeMismatch(`${named(keyword)} must be an array`)
  if (operand.length === 0) badValue(`${named(keyword)} must be a non-empty array`)
  if (!operand.every(isDocument)) typeMismatch(`${named(keyword)} must be an array of objects`)
}

function typeNames(keyword: string, operand: BsonValue): void {
  const names = isArray(operand) ? operand : [operand]
  if (names.length === 0) failedToParse(`${named(keyword)} must name at least one type`)
  if (!names.every((name) => typeof name === 'string')) {
    typeMismatch(`${named(keyword)} must be either a string or an array of strings`)
  }
  if (new Set(names).size !== names.length) failedToParse(`${named(keyword)} has duplicate value`)
}

function distinctNames(keyword: string, operand: BsonValue): void {
  if (!isArray(operand)) {
    typeMismatch(`${named(keyword)} must be an array, but found an element of type ${typeName(operand)}`)
  }
  if (!operand.every((name) => typeof name === 'string')) typeMismatch(`${named(keyword)} must be an array of strings`)
  if (operand.length === 0) failedToParse(`${named(keyword)} cannot be an empty array`)
  if (new Set(operand).size !== operand.length) failedToParse(`${named(keyword)} array cannot contain duplicate values`)
}

function distinctValues(keyword: string, operand: BsonValue): void {
  if (!isArray(operand)) {
    typeMismatch(`${named(keyword)} must be an array, but found an element of type ${typeName(operand)}`)
  }
  if (operand.length === 0) failedToParse(`${named(keyword)} cannot be an empty array`)
  if (new Set(operand.map(unorderedKey)).size !== operand.length) {
    failedToParse(`${named(keyword)} array cannot contain duplicate values.`)
  }
}
