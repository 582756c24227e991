import type { Field } from '../../model/field.ts'
import type { ColumnType } from '../../print/sql/expression.ts'
import { type PostgresType, postgresType } from '../../stores/postgres-type.ts'

/** The type of a column, in the words of PostgreSQL's catalog. */
export interface SqlColumnType {
  /** As `format_type` says it: `character varying(120)`, `numeric(12,2)`, `timestamp(3) with time zone`, `text[]`. */
  readonly declared: string
  /** Without length or precision: what an expression is cast to. */
  readonly base: ColumnType
  /** Compared byte by byte: ids and values of enums, whose order no language decides. */
  readonly collation?: 'C'
}

/** There are few types and many columns: each type is one object, however often it is asked for. */
export function columnTypeOf(field: Pick<Field, 'type' | 'list'>): SqlColumnType {
  const key = keyOf(field)
  const known = types.get(key)
  if (known !== undefined) return known
  const type = postgresType(field)
  const base: ColumnType = type.array ? `${type.scalar}[]` : type.scalar
  const made = { declared: declaredType(type), base, ...(isCompared(field) ? { collation: 'C' as const } : {}) }
  types.set(key, made)
  return made
}

const types = new Map<string, SqlColumnType>()

/** All of a field that decides about its column's type. What refers to a document has the type of a document's id. */
function keyOf({ type, list }: Pick<Field, 'type' | 'list'>): string {
  const ending = list ? '[]' : ''
  switch (type.kind) {
    case 'scalar':
      return type.length === undefined && type.precision === undefined
        ? type.scalar + ending
        : `${type.scalar}(${type.length},${type.precision},${type.scale})${ending}`
    case 'ref':
      return type.holds + ending
    default:
      return type.kind + ending
  }
}

function declaredType({ scalar, size, array }: PostgresType): string {
  const brackets = size.length === 0 ? '' : `(${size.join(',')})`
  const sized = scalar === 'timestamp with time zone' ? `timestamp${brackets} with time zone` : `${scalar}${brackets}`
  return array ? `${sized}[]` : sized
}

/** Whether the column holds one of a closed set of words, or an id of a fixed form that is no UUID. */
function isCompared({ type }: Pick<Field, 'type'>): boolean {
  switch (type.kind) {
    case 'enum':
    case 'part':
      return true
    case 'scalar':
      return type.scalar === 'ulid' || type.scalar === 'object_id'
    case 'ref':
      return type.holds !== 'id'
    default:
      return false
  }
}
