import { type PostgresClient, rowsOf } from '../client.ts'
import type { ConstraintDescription, IndexDescription, PolicyDescription, TriggerDescription } from '../description.ts'
import { isOurs } from './sql.ts'

interface OfTable {
  readonly table: number
}

/** By the table's number. */
type ByTable<Part> = ReadonlyMap<number, readonly Part[]>

const ofOurTables = `
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  WHERE ${isOurs} AND NOT c.relispartition`

export function readConstraints(client: PostgresClient): Promise<ByTable<ConstraintDescription>> {
  return partsOf(
    client,
    `
    SELECT c.oid AS "table", k.conname AS "name", pg_get_constraintdef(k.oid) AS "definition",
      NOT EXISTS (SELECT FROM pg_trigger AS t WHERE t.tgconstraint = k.oid AND t.tgisinternal AND t.tgenabled = 'D') AS "enforced"
    FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid ${ofOurTables} AND k.contype IN ('p', 'u', 'c', 'f', 'x')
    ORDER BY k.conname COLLATE "C"`,
  )
}

export function readIndexes(client: PostgresClient): Promise<ByTable<IndexDescription>> {
  return partsOf(
    client,
    `
    SELECT c.oid AS "table", i.relname AS "name", pg_get_indexdef(i.oid) AS "definition", x.indisvalid AND x.indisready AS "valid"
    FROM pg_index AS x JOIN pg_class AS i ON i.oid = x.indexrelid JOIN pg_class AS c ON c.oid = x.indrelid ${ofOurTables}
      AND NOT EXISTS (SELECT FROM pg_constraint AS k WHERE k.conindid = i.oid AND k.contype IN ('p', 'u', 'x'))
    ORDER BY i.relname COLLATE "C"`,
  )
}

export function readTriggers(client: PostgresClient): Promise<ByTable<TriggerDescription>> {
  return partsOf(
    client,
    `
    SELECT c.oid AS "table", t.tgname AS "name", pg_get_triggerdef(t.oid) AS "definition",
      CASE t.tgenabled WHEN 'O' THEN 'origin' WHEN 'A' THEN 'always' WHEN 'R' THEN 'replica' ELSE 'disabled' END AS "enabled"
    FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid ${ofOurTables} AND NOT t.tgisinternal AND c.relkind IN ('r', 'p')
    ORDER BY t.tgname COLLATE "C"`,
  )
}

export function readPolicies(client: PostgresClient): Promise<ByTable<PolicyDescription>> {
  return partsOf(
    client,
    `
    SELECT c.oid AS "table", p.polname AS "name",
      CASE p.polcmd WHEN '*' THEN 'all' WHEN 'r' THEN 'select' WHEN 'a' THEN 'insert' WHEN 'w' THEN 'update' ELSE 'delete' END AS "command",
      p.polpermissive AS "permissive",
      (SELECT json_agg(coalesce(r.rolname, 'PUBLIC') ORDER BY coalesce(r.rolname, 'PUBLIC') COLLATE "C")
       FROM unnest(p.polroles) AS o (oid) LEFT JOIN pg_roles AS r ON r.oid = o.oid) AS "roles",
      pg_get_expr(p.polqual, p.polrelid) AS "using", pg_get_expr(p.polwithcheck, p.polrelid) AS "check"
    FROM pg_policy AS p JOIN pg_class AS c ON c.oid = p.polrelid ${ofOurTables}
    ORDER BY p.polname COLLATE "C"`,
  )
}

/** Rules that rewrite a statement, by name; what makes a view a view is none of them. */
export async function readRules(client: PostgresClient): Promise<ByTable<string>> {
  const rows = await rowsOf<{ readonly table: number; readonly name: string }>(
    client,
    `
    SELECT c.oid AS "table", r.rulename AS "name"
    FROM pg_rewrite AS r JOIN pg_class AS c ON c.oid = r.ev_class ${ofOurTables} AND c.relkind IN ('r', 'p')
    ORDER BY r.rulename COLLATE "C"`,
  )
  return mapGroups(rows, ({ name }) => name)
}

/** Runs a query whose columns are called as the keys of a part. */
async function partsOf<Part>(client: PostgresClient, sql: string): Promise<ByTable<Part>> {
  const packed = `SELECT own."table", to_jsonb(own) - 'table' AS "part" FROM (${sql}) AS own`
  const rows = await rowsOf<OfTable & { readonly part: Part }>(client, packed)
  return mapGroups(rows, ({ part }) => part)
}

function mapGroups<Row extends OfTable, Part>(rows: readonly Row[], to: (row: Row) => Part): ByTable<Part> {
  return new Map([...Map.groupBy(rows, ({ table }) => table)].map(([table, own]) => [table, own.map(to)]))
}
