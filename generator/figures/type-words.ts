import { assertNever } from '../base/internal-error.ts'
import type { Field } from '../model/field.ts'
import type { FieldType, ScalarName } from '../model/type.ts'

/** A field's type as a person reads it in a diagram of tables: PostgreSQL's word, or the enum's or value type's name. */
export function columnType(field: Field): string {
  return field.list ? `${columnWord(field.type)}[]` : columnWord(field.type)
}

/** The same in a diagram of documents, in BSON's words. */
export function documentType(field: Field): string {
  return field.list ? `${documentWord(field.type)}[]` : documentWord(field.type)
}

function columnWord(type: FieldType): string {
  switch (type.kind) {
    case 'scalar':
      if (type.scalar === 'string') return type.length === undefined ? 'text' : `varchar(${type.length})`
      if (type.scalar === 'decimal') return decimalWord('numeric', type)
      return columnWords[type.scalar]
    case 'enum':
      return type.enum
    case 'value':
      return type.valueType
    case 'ref':
      return idWords[type.holds]
    case 'key':
      return 'text'
    case 'part':
      return idWords.object_id
    default:
      return assertNever(type)
  }
}

const idWords = { id: 'uuid', ref_id: 'char(26)', object_id: 'char(24)' } as const

const columnWords: Readonly<Record<Exclude<ScalarName, 'string' | 'decimal'>, string>> = {
  text: 'text',
  int: 'integer',
  bigint: 'bigint',
  float: 'double',
  boolean: 'boolean',
  timestamp: 'timestamptz',
  date: 'date',
  uuid: 'uuid',
  ulid: 'char(26)',
  object_id: 'char(24)',
  json: 'jsonb',
  bytes: 'bytea',
  email: 'text',
  url: 'text',
  external_id: 'text',
}

function decimalWord(word: string, type: { readonly precision?: number; readonly scale?: number }): string {
  return type.precision === undefined ? word : `${word}(${type.precision},${type.scale ?? 0})`
}

function documentWord(type: FieldType): string {
  switch (type.kind) {
    case 'scalar':
      return type.scalar === 'decimal' ? decimalWord('decimal', type) : documentWords[type.scalar]
    case 'enum':
      return type.enum
    case 'value':
      return type.valueType
    case 'ref':
      return type.holds === 'object_id' ? 'objectId' : type.holds === 'id' ? 'uuid' : 'ulid'
    case 'key':
      return 'string'
    case 'part':
      return 'objectId'
    default:
      return assertNever(type)
  }
}

const documentWords: Readonly<Record<Exclude<ScalarName, 'decimal'>, string>> = {
  string: 'string',
  text: 'string',
  int: 'int',
  bigint: 'long',
  float: 'double',
  boolean: 'bool',
  timestamp: 'date',
  date: 'date',
  uuid: 'uuid',
  ulid: 'ulid',
  object_id: 'objectId',
  json: 'object',
  bytes: 'binData',
  email: 'string',
  url: 'string',
  external_id: 'string',
}

/** What PostgreSQL itself calls the type of a column: an enum is text with a check, a value type is jsonb. */
export function storedColumnType(field: Field): string {
  const { kind } = field.type
  if (kind === 'value') return 'jsonb'
  const word = kind === 'enum' ? 'text' : columnWord(field.type)
  return field.list ? `${word}[]` : word
}

/** What BSON calls the type of a field: an enum is a string, a value type an object. */
export function storedDocumentType(field: Field): string {
  const { kind } = field.type
  const word = kind === 'enum' ? 'string' : kind === 'value' ? 'object' : documentWord(field.type)
  return field.list ? `${word}[]` : word
}
