import { shellText } from '../bson/shell-text.ts'
import { typeName } from '../bson/type-name.ts'
import { type BsonDocument, type BsonValue, isDocument, isNumber, isTruthy, toNumber } from '../bson/value.ts'
import { checkPartialFilter } from '../query/partial-filter.ts'
import { failedToParse, refuse, refuseLocation } from '../server-error.ts'
import { isLanguage } from '../text-search/language.ts'
import { knownIndexOptions } from './specification.ts'

const longestExpiry = 2 ** 31 - 1
const kinds: ReadonlySet<BsonValue> = new Set(['text', 'hashed', '2d', '2dsphere'])

/** @throws ServerError where MongoDB refuses such an index, whatever the collection holds. */
export function checkIndexSpecification(requested: BsonDocument): void {
  const { key, name } = requested
  if (!isDocument(key) || Object.keys(key).length === 0) cannotCreate('Index keys cannot be an empty object')
  for (const option of Object.keys(requested)) {
    if (!knownIndexOptions.has(option)) {
      invalidOption(
        `Error in specification ${shellText(requested)} :: caused by :: The field '${option}' is not valid for an index specification. Specification: ${shellText(requested)}`,
      )
    }
  }
  if (typeof name !== 'string' || name === '') {
    failedToParse("The 'name' field is a required property of an index specification")
  }
  for (const [field, kind] of Object.entries(key)) checkKeyPart(field, kind)
  checkKinds(requested, key)
  checkLanguage(requested, key)
  checkExpiry(requested, key)
  checkPartial(requested, key)
}

function checkKeyPart(field: string, kind: BsonValue): void {
  if (isNumber(kind)) {
    const direction = toNumber(kind)
    if (direction === 0 || Number.isNaN(direction)) cannotCreate('Values in the index key pattern cannot be 0.')
  } else if (typeof kind === 'string') {
    if (!kinds.has(kind)) cannotCreate(`Unknown index plugin '${kind}'`)
  } else {
    cannotCreate(
      `Values in v:2 index key pattern cannot be of type ${typeName(kind)}. Only numbers > 0, numbers < 0, and strings are allowed.`,
    )
  }
  if (field.split('.').includes('')) cannotCreate('Index keys cannot contain an empty field.')
  if (field.split('.').some((part) => part.startsWith('$') && part !== '$**')) {
    cannotCreate("Index key contains an illegal field name: field name starts with '$'.")
  }
}

function checkKinds(requested: BsonDocument, key: BsonDocument): void {
  const parts = Object.values(key)
  if (parts.includes('hashed') && isTruthy(requested.unique)) {
    refuseLocation(16764, 'Currently hashed indexes cannot guarantee uniqueness. Use a regular index.')
  }
  if (parts.filter((kind) => kind === 'hashed').length > 1) {
    refuseLocation(31303, 'A maximum of one index field is allowed to be hashed')
  }
  const text = parts.map((kind) => kind === 'text')
  if (text.slice(text.indexOf(true), text.lastIndexOf(true) + 1).includes(false)) {
    cannotCreate("'text' fields in index must all be adjacent")
  }
  if (key._fts === 'text' && !isDocument(requested.weights)) cannotCreate('the weights must name the fields of _fts')
  if (requested.weights !== undefined && !text.includes(true)) {
    cannotCreate('the field "weights" can only be specified with a text index')
  }
}

function checkLanguage({ default_language: language }: BsonDocument, key: BsonDocument): void {
  if (language === undefined || !Object.values(key).includes('text')) return
  if (typeof language === 'string' && isLanguage(language)) return
  refuseLocation(17264, `default_language is not valid: ${String(language)}`)
}

function checkExpiry({ expireAfterSeconds }: BsonDocument, key: BsonDocument): void {
  if (expireAfterSeconds === undefined) return
  if (Object.keys(key).length > 1) {
    cannotCreate(
      `TTL indexes are single-field indexes, compound indexes do not support TTL. Index spec: ${shellText(key)}`,
    )
  }
  if (key._id !== undefined) {
    invalidOption("The field 'expireAfterSeconds' is not valid for an _id index specification.")
  }
  const seconds = isNumber(expireAfterSeconds) ? toNumber(expireAfterSeconds) : Number.NaN
  if (!(seconds >= 0 && seconds <= longestExpiry)) {
    cannotCreate('TTL index expireAfterSeconds option must be within an acceptable range, try a different number')
  }
}

function checkPartial({ sparse, partialFilterExpression }: BsonDocument, key: BsonDocument): void {
  if (partialFilterExpression === undefined) return
  if (!isDocument(partialFilterExpression)) {
    refuse(14, 'TypeMismatch', "The field 'partialFilterExpression' must be an object")
  }
  if (isTruthy(sparse)) cannotCreate('cannot mix "partialFilterExpression" and "sparse" options')
  if (key._id !== undefined && Object.keys(key).length === 1) cannotCreate('_id index cannot be a partial index')
  checkPartialFilter(partialFilterExpression)
}

export function cannotCreate(message: string): never {
  return refuse(67, 'CannotCreateIndex', message)
}

function invalidOption(message: string): never {
  return refuse(197, 'InvalidIndexSpecificationOption', message)
}
