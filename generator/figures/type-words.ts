import { assertNever } from '../base/internal-error.ts'
import type { Field } from '../model/field.ts'
import type { FieldType, ScalarName } from '../model/type.ts'
import { type PostgresScalar, postgresType } from '../stores/postgres-type.ts'

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
    case 'enum':
      return type.enum
    case 'value':
      return type.valueType
    default:
      return storedWord(type)
  }
}

/** PostgreSQL's type in one short word, with its length or precision. */
function storedWord(type: FieldType): string {
  const { scalar, size } = postgresType({ type, list: false })
  // A time says how fine it is in the schema; beside a drawing it would be noise.
  return scalar === 'timestamp with time zone' || size.length === 0
    ? shortWords[scalar]
    : `${shortWords[scalar]}(${size.join(',')})`
}

const shortWords: Readonly<Record<PostgresScalar, string>> = {
  text: 'text',
  'character varying': 'varchar',
  character: 'char',
  integer: 'integer',
  bigint: 'bigint',
  numeric: 'numeric',
  'double precision': 'double',
  boolean: 'boolean',
  'timestamp with time zone': 'timestamptz',
  date: 'date',
  uuid: 'uuid',
  jsonb: 'jsonb',
  bytea: 'bytea',
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
  return postgresType(field).array ? `${storedWord(field.type)}[]` : storedWord(field.type)
}

/** What BSON calls the type of a field: an enum is a string, a value type an object. */
export function storedDocumentType(field: Field): string {
  const { kind } = field.type
  const word = kind === 'enum' ? 'string' : kind === 'value' ? 'object' : documentWord(field.type)
  return field.list ? `${word}[]` : word
}
