import pg from 'pg'
import type { ForeignSchema, ForeignTable } from '../../generator/foreign/tree.ts'
import { query } from '../support/postgres-server.ts'

/** What a database holds, one line a thing, sorted; the same words for what was read and for what the server says. */
export type Inventory = readonly string[]

/** What our reader says is there. Keys of partitions follow from their parents and are left out on both sides. */
export function inventoryOf({ tables, enums }: ForeignSchema): Inventory {
  const lines = tables.flatMap((table) => [
    `${kindOf(table)} ${table.qualified}`,
    ...columnsOf(table),
    ...keysOf(table),
  ])
  const types = enums.map(({ qualified, values }) => `enum ${qualified}: ${values.map(({ text }) => text).join(', ')}`)
  return [...lines, ...types].sort()
}

function kindOf({ kind }: ForeignTable): string {
  return kind === 'view' ? 'view' : 'table'
}

function columnsOf({ kind, qualified, columns }: ForeignTable): Inventory {
  if (kind === 'view') return []
  return columns.map(({ name, type, nullable }) => {
    const told = type === 'timestamp' || type === 'uuid' || type === 'ulid' ? ` ${type}` : ''
    return `column ${qualified}.${name.text}${told}${nullable ? '' : ' required'}`
  })
}

function keysOf({ kind, qualified, constraints, indexes }: ForeignTable): Inventory {
  if (kind === 'partition') return []
  return [
    ...constraints.map(({ kind: of, name, columns, target }) => {
      const over = of === 'check' || of === 'exclusion' ? '' : ` (${columns.join(', ')})`
      const to = target === undefined ? '' : ` -> ${target.table} (${target.columns.join(', ')})`
      return `${of} ${name?.text} on ${qualified}${over}${to}`
    }),
    ...indexes.map(({ name, unique }) => `${unique ? 'unique index' : 'index'} ${name?.text} on ${qualified}`),
  ]
}

const own = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'"
const qualified =
  "CASE n.nspname WHEN 'public' THEN quote_ident(c.relname) ELSE quote_ident(n.nspname) || '.' || quote_ident(c.relname) END"
const names = (numbers: string, of: string): string =>
  `(SELECT string_agg(a.attname, ', ' ORDER BY u.at) FROM unnest(${numbers}) WITH ORDINALITY u (num, at)
    JOIN pg_attribute a ON a.attrelid = ${of} AND a.attnum = u.num)`

/** What PostgreSQL's catalogs say is there. */
const inventory = `
SELECT CASE WHEN c.relkind IN ('v', 'm') THEN 'view ' ELSE 'table ' END || ${qualified} AS line
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND ${own}
UNION ALL
SELECT 'column ' || ${qualified} || '.' || a.attname
  || CASE WHEN t.typname IN ('timestamp', 'timestamptz') THEN ' timestamp' WHEN t.typname = 'uuid' THEN ' uuid'
     WHEN t.typname = 'bpchar' AND a.atttypmod = 30 THEN ' ulid' ELSE '' END
  || CASE WHEN a.attnotnull THEN ' required' ELSE '' END
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_type t ON t.oid = a.atttypid
WHERE c.relkind IN ('r', 'p', 'f') AND a.attnum > 0 AND NOT a.attisdropped AND ${own}
UNION ALL
SELECT CASE k.contype WHEN 'p' THEN 'primary key ' WHEN 'u' THEN 'unique ' WHEN 'c' THEN 'check ' WHEN 'x' THEN 'exclusion '
     ELSE 'foreign key ' END || k.conname || ' on ' || ${qualified}
  || CASE WHEN k.contype IN ('p', 'f') THEN ' (' || ${names('k.conkey', 'k.conrelid')} || ')'
     WHEN k.contype = 'u' THEN ' (' || (SELECT ${names('i.indkey::int2[]', 'i.indrelid')} FROM pg_index i WHERE i.indexrelid = k.conindid) || ')'
     ELSE '' END
  || CASE WHEN k.contype = 'f' THEN (SELECT ' -> ' || ${qualified} FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.oid = k.confrelid) || ' (' || ${names('k.confkey', 'k.confrelid')} || ')' ELSE '' END
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE k.contype IN ('p', 'u', 'c', 'f', 'x') AND k.conislocal AND NOT c.relispartition AND ${own}
UNION ALL
SELECT CASE WHEN i.indisunique THEN 'unique index ' ELSE 'index ' END || x.relname || ' on ' || ${qualified}
FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE ${own} AND NOT c.relispartition
  AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
UNION ALL
SELECT 'enum ' || ${qualified} || ': ' || (SELECT string_agg(enumlabel, ', ' ORDER BY enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid)
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
CROSS JOIN LATERAL (SELECT t.typname AS relname) c
WHERE t.typtype = 'e' AND ${own}`

export async function inventoryIn(url: string): Promise<Inventory> {
  const rows = await query(url, inventory)
  return rows.map(({ line }) => String(line)).sort()
}

/** Empties a database that only tests use. */
export async function emptied(url: string): Promise<void> {
  const rows = await query(url, `SELECT quote_ident(nspname) AS name FROM pg_namespace n WHERE ${own}`)
  const schemas = rows.map(({ name }) => `DROP SCHEMA ${String(name)} CASCADE;`)
  await query(url, `${schemas.join(' ')} CREATE SCHEMA public;`)
}

/** Runs statements one by one and gives back those that PostgreSQL accepted. */
export async function accepted(url: string, statements: readonly string[]): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const run: string[] = []
  try {
    for (const text of statements) {
      try {
        await client.query(text)
        run.push(text)
      } catch (error) {
        if (!(error instanceof pg.DatabaseError)) throw error
      }
    }
  } finally {
    await client.end()
  }
  return run
}
