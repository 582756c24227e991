import type { TypeName } from 'libpg-query'
import type { TypeClass } from '../tree.ts'
import { lastText } from './expressions.ts'

/** Characters of a ULID as text. */
const ulidLength = 26

/** PostgreSQL's own words for types, with those that SQL has for the same. */
const classes: ReadonlyMap<string, TypeClass> = new Map<string, TypeClass>([
  ...each('timestamp', ['timestamp', 'timestamptz']),
  ...each('date', ['date']),
  ...each('uuid', ['uuid']),
  ...each('text', ['text', 'varchar', 'bpchar', 'char', 'citext', 'name']),
  ...each('number', ['int2', 'int4', 'int8', 'smallint', 'integer', 'bigint', 'serial', 'bigserial', 'smallserial']),
  ...each('number', ['serial2', 'serial4', 'serial8', 'numeric', 'float4', 'float8', 'money', 'oid']),
  ...each('boolean', ['bool', 'boolean']),
  ...each('json', ['json', 'jsonb']),
  ...each('bytes', ['bytea']),
])

export function typeClassOf(type: TypeName | undefined): TypeClass {
  const word = lastText(type?.names) ?? ''
  if (word === 'bpchar' && lengthOf(type) === ulidLength) return 'ulid'
  return classes.get(word) ?? 'other'
}

function lengthOf(type: TypeName | undefined): number | undefined {
  const size = type?.typmods?.[0]
  if (size === undefined || !('A_Const' in size)) return undefined
  return size.A_Const.ival?.ival
}

function each(as: TypeClass, words: readonly string[]): readonly (readonly [string, TypeClass])[] {
  return words.map((word) => [word, as] as const)
}
