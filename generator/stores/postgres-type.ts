import { assertNever } from '../base/internal-error.ts'
import type { Field } from '../model/field.ts'
import type { FieldType, RefType, ScalarName } from '../model/type.ts'

/** PostgreSQL's types, as its catalog names them (`format_type`), without length or precision. */
export type PostgresScalar =
  | 'text'
  | 'character varying'
  | 'character'
  | 'integer'
  | 'bigint'
  | 'numeric'
  | 'double precision'
  | 'boolean'
  | 'timestamp with time zone'
  | 'date'
  | 'uuid'
  | 'jsonb'
  | 'bytea'

/** How PostgreSQL keeps what a field holds. */
export interface PostgresType {
  readonly scalar: PostgresScalar
  /** What stands in brackets: length, precision and scale, digits of a second. */
  readonly size: readonly number[]
  /** Whether the column is an array. A list of sub-documents is one jsonb document, as one of them is. */
  readonly array: boolean
}

/** The type of a field's column: the one table of them, for the SQL, the Prisma schema and the diagrams. */
export function postgresType({ type, list }: Pick<Field, 'type' | 'list'>): PostgresType {
  return { ...single(type), array: list && type.kind !== 'value' }
}

type SingleType = Omit<PostgresType, 'array'>

function single(type: FieldType): SingleType {
  switch (type.kind) {
    case 'scalar':
      if (type.scalar === 'string' && type.length !== undefined)
        return { scalar: 'character varying', size: [type.length] }
      if (type.scalar === 'decimal' && type.precision !== undefined)
        return { scalar: 'numeric', size: [type.precision, type.scale ?? 0] }
      return scalars[type.scalar]
    case 'enum':
    case 'key':
      return text
    case 'value':
      return { scalar: 'jsonb', size: [] }
    case 'ref':
      return ids[type.holds]
    case 'part':
      return ids.object_id
    default:
      return assertNever(type)
  }
}

const text: SingleType = { scalar: 'text', size: [] }

const ids: Readonly<Record<RefType['holds'], SingleType>> = {
  id: { scalar: 'uuid', size: [] },
  ref_id: { scalar: 'character', size: [26] },
  object_id: { scalar: 'character', size: [24] },
}

const scalars: Readonly<Record<ScalarName, SingleType>> = {
  string: text,
  text,
  int: { scalar: 'integer', size: [] },
  bigint: { scalar: 'bigint', size: [] },
  decimal: { scalar: 'numeric', size: [] },
  float: { scalar: 'double precision', size: [] },
  boolean: { scalar: 'boolean', size: [] },
  // Milliseconds, which is what JavaScript's dates hold: a value comes back as it went in.
  timestamp: { scalar: 'timestamp with time zone', size: [3] },
  date: { scalar: 'date', size: [] },
  uuid: ids.id,
  ulid: ids.ref_id,
  object_id: ids.object_id,
  json: { scalar: 'jsonb', size: [] },
  bytes: { scalar: 'bytea', size: [] },
  email: text,
  url: text,
  external_id: text,
}
