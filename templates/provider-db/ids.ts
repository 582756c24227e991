import { monotonicFactory } from 'ulid'

declare const ulidBrand: unique symbol
declare const uuidBrand: unique symbol
declare const entityBrand: unique symbol
declare const documentBrand: unique symbol
declare const objectBrand: unique symbol

/** 26 characters of Crockford's base 32, upper case, at most 2^128 - 1. Sorts by the millisecond it was made in. */
export type Ulid = string & { readonly [ulidBrand]: true }

/** A UUID in its lower-case form with hyphens. */
export type Uuid = string & { readonly [uuidBrand]: true }

/** The public id of a record: what URLs, logs, documents and object keys hold. */
export type RefId<Entity extends string> = Ulid & { readonly [entityBrand]: Entity }

/** The internal id of a row. It never leaves PostgreSQL. */
export type EntityId<Entity extends string> = Uuid & { readonly [entityBrand]: Entity }

/** The `_id` of a MongoDB document as 24 hexadecimal digits: what a PostgreSQL column keeps of it. */
export type DocumentId<Entity extends string> = string & { readonly [documentBrand]: Entity }

/** The key of an S3 object: `ObjectKey<'Contract.pdf'>`. */
export type ObjectKey<Name extends string> = string & { readonly [objectBrand]: Name }

export const ulidPattern: RegExp = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/
export const uuidPattern: RegExp = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const documentIdPattern: RegExp = /^[0-9a-f]{24}$/

/** A text that is not the id it was taken for. The text itself is kept out of the message: it may be anything. */
export class InvalidIdError extends TypeError {
  override readonly name = 'InvalidIdError'

  constructor(wanted: string) {
    super(`not a valid ${wanted}`)
  }
}

export function isUlid(text: string): text is Ulid {
  return ulidPattern.test(text)
}

export function isUuid(text: string): text is Uuid {
  return uuidPattern.test(text)
}

/** @throws InvalidIdError unless the text is a ULID; lower case is refused. */
export function parseUlid(text: string): Ulid {
  if (!isUlid(text)) throw new InvalidIdError('ULID')
  return text
}

/** @throws InvalidIdError unless the text is a UUID; upper case is refused. */
export function parseUuid(text: string): Uuid {
  if (!isUuid(text)) throw new InvalidIdError('UUID')
  return text
}

/** @throws InvalidIdError unless the text is a ULID. Whether the record exists is for the database to say. */
export function parseRefId<Entity extends string>(text: string): RefId<Entity> {
  return parseUlid(text) as RefId<Entity>
}

/** @throws InvalidIdError unless the text is a UUID. */
export function parseEntityId<Entity extends string>(text: string): EntityId<Entity> {
  return parseUuid(text) as EntityId<Entity>
}

/** @throws InvalidIdError unless the text is the hexadecimal form of an ObjectId. */
export function parseDocumentId<Entity extends string>(text: string): DocumentId<Entity> {
  if (!documentIdPattern.test(text)) throw new InvalidIdError('document id')
  return text as DocumentId<Entity>
}

const nextUlid = monotonicFactory()

/** A fresh ULID; within one process each is greater than the one before. */
export function newUlid(): Ulid {
  return parseUlid(nextUlid())
}

/** A fresh public id. */
export function newRefId<Entity extends string>(): RefId<Entity> {
  return newUlid() as RefId<Entity>
}

/** A fresh UUID of version 7: it begins with the milliseconds since 1970, so later ones sort later. */
export function newUuid7(): Uuid {
  const time = Date.now().toString(16).padStart(12, '0')
  const random = crypto.randomUUID()
  return parseUuid(`${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`)
}
