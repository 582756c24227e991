import type { Field } from '../../model/field.ts'
import { numeral, type Token } from '../../print/prisma/escape.ts'
import { nativeType } from '../../print/prisma/syntax.ts'
import { type PostgresScalar, postgresType } from '../../stores/postgres-type.ts'

/** A scalar of Prisma and, where PostgreSQL's type is not the one Prisma would choose, that type. */
export interface PrismaType {
  readonly name: 'String' | 'Int' | 'BigInt' | 'Decimal' | 'Float' | 'Boolean' | 'DateTime' | 'Json' | 'Bytes'
  readonly native?: Token
  readonly list: boolean
}

/** What a field's column is to Prisma. A list of sub-documents is one JSON document, as one of them is. */
export function prismaType(field: Field): PrismaType {
  const { scalar, size, array } = postgresType(field)
  const { name, native } = scalars[scalar]
  if (native === undefined || (native === 'Decimal' && size.length === 0)) return { name, list: array }
  return { name, list: array, native: nativeType(native, size.map(numeral)) }
}

/** Prisma's scalar for each type of PostgreSQL, and its attribute where the type is not the scalar's own. */
const scalars: Readonly<Record<PostgresScalar, { readonly name: PrismaType['name']; readonly native?: string }>> = {
  text: { name: 'String' },
  'character varying': { name: 'String', native: 'VarChar' },
  character: { name: 'String', native: 'Char' },
  integer: { name: 'Int' },
  bigint: { name: 'BigInt' },
  numeric: { name: 'Decimal', native: 'Decimal' },
  'double precision': { name: 'Float' },
  boolean: { name: 'Boolean' },
  'timestamp with time zone': { name: 'DateTime', native: 'Timestamptz' },
  date: { name: 'DateTime', native: 'Date' },
  uuid: { name: 'String', native: 'Uuid' },
  jsonb: { name: 'Json' },
  bytea: { name: 'Bytes' },
}
