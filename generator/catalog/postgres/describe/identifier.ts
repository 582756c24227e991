import { keywords } from '../../../print/sql/keywords.ts'

/** Words that came to be keywords after version 16, whose spelling a description follows. */
const later: ReadonlySet<string> = new Set([
  'json_exists',
  'json_query',
  'json_scalar',
  'json_serialize',
  'json_table',
  'json_value',
  'merge_action',
])

/** A name as PostgreSQL 16 writes it: quoted only where it must be (`quote_identifier` in its sources). */
export function identifier(name: string): string {
  const isBare = /^[a-z_][a-z0-9_]*$/.test(name) && (!keywords.has(name) || later.has(name))
  return isBare ? name : `"${name.replaceAll('"', '""')}"`
}

export function identifiers(names: readonly string[]): string {
  return names.map(identifier).join(', ')
}

/** With its schema, as it is written where no schema is searched. */
export function qualified({ schema, name }: { readonly schema: string; readonly name: string }): string {
  return `${identifier(schema)}.${identifier(name)}`
}
