import type { Description } from '../description/description.ts'
import type { FieldDescription } from '../description/field.ts'
import { isObjectId } from '../ids/object-id.ts'
import { plainDecimal } from '../validate/decimal.ts'
import type { Bson } from './driver.ts'

type Convert = (value: unknown, bson: Bson) => unknown

/** How values of a record go into a document and come back. */
export interface Conversion {
  /** Hexadecimal ids, decimals and UUIDs as BSON has them. */
  stored(record: Readonly<Record<string, unknown>>, bson: Bson): Record<string, unknown>
  /** As a caller sees them; what an older document does not have is null, or its default. */
  read(document: Readonly<Record<string, unknown>>, bson: Bson): Record<string, unknown>
  /** One value of a member. */
  storedValue(name: string, value: unknown, bson: Bson): unknown
}

interface FieldConversion {
  readonly name: string
  readonly stored?: Convert
  readonly read?: Convert
  readonly absent?: () => unknown
}

const known = new WeakMap<readonly FieldDescription[], Conversion>()

export function conversionOf(fields: readonly FieldDescription[], description: Description): Conversion {
  const found = known.get(fields)
  if (found !== undefined) return found
  const made = make(fields, description)
  known.set(fields, made)
  return made
}

function make(fields: readonly FieldDescription[], description: Description): Conversion {
  const all = fields.map((field) => fieldConversion(field, description))
  const written = all.filter((one) => one.stored !== undefined)
  const byName = new Map(all.map((one) => [one.name, one]))
  return {
    stored: (record, bson) => {
      const document = { ...record }
      for (const { name, stored } of written)
        if (document[name] !== undefined && document[name] !== null) document[name] = stored?.(document[name], bson)
      return document
    },
    read: (document, bson) => {
      const record: Record<string, unknown> = {}
      for (const { name, read, absent } of all) {
        const value = document[name]
        if (value === undefined) {
          if (absent !== undefined) record[name] = absent()
        } else record[name] = value === null || read === undefined ? value : read(value, bson)
      }
      return record
    },
    storedValue: (name, value, bson) => {
      const stored = byName.get(name)?.stored
      return stored === undefined || value === null || value === undefined ? value : stored(value, bson)
    },
  }
}

function fieldConversion(field: FieldDescription, description: Description): FieldConversion {
  const single = singleConversion(field, description)
  const absent = absentValue(field)
  return {
    name: field.name,
    ...(single.stored === undefined ? {} : { stored: each(field, single.stored) }),
    ...(single.read === undefined ? {} : { read: each(field, single.read) }),
    ...(absent === undefined ? {} : { absent }),
  }
}

function each({ list }: FieldDescription, convert: Convert): Convert {
  if (list !== true) return convert
  return (value, bson) => (Array.isArray(value) ? value.map((item) => convert(item, bson)) : convert(value, bson))
}

function absentValue({ optional, list, default: fallback }: FieldDescription): (() => unknown) | undefined {
  if (fallback?.kind === 'literal') return () => fallback.value
  if (fallback?.kind === 'emptyList' || (list === true && optional !== true)) return () => []
  return optional === true ? () => null : undefined
}

function singleConversion(
  { type }: FieldDescription,
  description: Description,
): { readonly stored?: Convert; readonly read?: Convert } {
  switch (type.kind) {
    case 'scalar':
      switch (type.scalar) {
        case 'object_id':
          return objectId
        case 'decimal':
          return decimal
        case 'uuid':
          return uuid
        case 'bytes':
          return bytes
        case 'bigint':
          return { read: (value) => (typeof value === 'bigint' ? value : BigInt(String(value))) }
        case 'json':
          return { read: withoutReferences }
        default:
          return {}
      }
    case 'ref':
      return type.holds === 'object_id' ? objectId : {}
    case 'value': {
      const fields = description.valueTypes[type.valueType] ?? []
      return {
        stored: (value, bson) => conversionOf(fields, description).stored(Object(value), bson),
        read: (value, bson) => conversionOf(fields, description).read(Object(value), bson),
      }
    }
    case 'enum':
    case 'key':
    case 'part':
      return {}
  }
}

const objectId = {
  stored: (value: unknown, { ObjectId }: Bson): unknown => (isObjectId(value) ? new ObjectId(value) : value),
  read: String,
}

const decimal = {
  stored: (value: unknown, { Decimal128 }: Bson): unknown =>
    typeof value === 'string' || typeof value === 'number' ? Decimal128.fromString(String(value)) : value,
  read: (value: unknown): unknown => plainDecimal(String(value)),
}

const uuid = {
  stored: (value: unknown, { UUID }: Bson): unknown => (typeof value === 'string' ? new UUID(value) : value),
  read: (value: unknown): unknown => (isBinary(value) ? value.toUUID().toString() : String(value)),
}

const bytes = {
  stored: (value: unknown, { Binary }: Bson): unknown => (value instanceof Uint8Array ? new Binary(value) : value),
  read: (value: unknown): unknown => (isBinary(value) ? new Uint8Array(value.value()) : value),
}

interface StoredBinary {
  value(): Uint8Array
  toUUID(): { toString(): string }
}

function isBinary(value: unknown): value is StoredBinary {
  return typeof value === 'object' && value !== null && '_bsontype' in value && value._bsontype === 'Binary'
}

/** The driver takes an object with `$ref` and `$id`, which JSON schemas have, for a reference of its own. */
function withoutReferences(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if ('_bsontype' in value) return plainValue(value)
  for (const [key, member] of Object.entries(value)) {
    const plain = withoutReferences(member)
    if (plain !== member) Reflect.set(value, key, plain)
  }
  return value
}

/** What a reference of the driver was made of. */
function membersOf(value: object): unknown {
  return 'toJSON' in value && typeof value.toJSON === 'function' ? value.toJSON() : String(value)
}

/** A value of which nothing is known, such as a result of a pipeline, without types of BSON. */
export function plainValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (Array.isArray(value)) return value.map(plainValue)
  if (!('_bsontype' in value))
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plainValue(member)]))
  if (isBinary(value)) return 'sub_type' in value && value.sub_type === 4 ? uuid.read(value) : bytes.read(value)
  switch (value._bsontype) {
    case 'Decimal128':
      return plainDecimal(String(value))
    case 'Long':
      return BigInt(String(value))
    case 'DBRef':
      return plainValue(membersOf(value))
    default:
      return String(value)
  }
}
