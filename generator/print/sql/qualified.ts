import { quoteIdentifier } from './quote.ts'
import type { Qualified } from './tree.ts'

/**
 * The name of a table, view or function. The file's search path is `public` with PostgreSQL's own schema before it, so
 * that no table can be taken for a type: what is in `public` needs no schema, unless a table of PostgreSQL's own may be
 * called so.
 */
export function printName({ schema, name }: Qualified): string {
  return schema === 'public' && !name.startsWith('pg_') ? quoteIdentifier(name) : printQualified({ schema, name })
}

export function printQualified({ schema, name }: Qualified): string {
  return `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`
}
