import { type PostgresClient, rowsOf } from '../client.ts'
import type { TableDescription } from '../description.ts'

/** What a table of Stowage's own holds: the moves of life cycles, for one. */
type Rows = readonly (readonly (string | null)[])[]

/**
 * The rows of a table as texts, in the order of its columns, sorted. To be called within a transaction.
 * @param table as it was found, so that the columns are there
 */
export async function readInternalRows(client: PostgresClient, table: TableDescription): Promise<Rows> {
  const { schema, name, columns } = table
  const texts = columns.map((column) => `${identifier(column.name)}::text`).join(', ')
  const from = `${identifier(schema)}.${identifier(name)}`
  const select = `SELECT json_build_array(${texts}) AS "row" FROM ${from}`
  const rows = await asReader(client, table, () => rowsOf<{ readonly row: readonly (string | null)[] }>(client, select))
  return sortedRows(rows.map(({ row }) => row))
}

/** Rows in one order, whatever order they were written or read in. */
export function sortedRows(rows: Rows): Rows {
  return rows
    .map((row) => ({ row, text: JSON.stringify(row) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ row }) => row)
}

/**
 * Reads as the table's owner where the session's own role may not read it but may take on that one: who has made the
 * database without being a superuser is such a role.
 */
async function asReader<Result>(
  client: PostgresClient,
  { schema, name }: TableDescription,
  read: () => Promise<Result>,
): Promise<Result> {
  const [rights] = await rowsOf<{ readonly readable: boolean; readonly owner: string; readonly mayTake: boolean }>(
    client,
    `SELECT has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT') AS "readable",
       quote_ident(owner.rolname) AS "owner", pg_has_role(c.relowner, 'SET') AS "mayTake"
     FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace JOIN pg_roles AS owner ON owner.oid = c.relowner
     WHERE n.nspname = $1 AND c.relname = $2`,
    [schema, name],
  )
  if (rights === undefined || rights.readable || !rights.mayTake) return await read()
  await client.query(`SET LOCAL ROLE ${rights.owner}`)
  try {
    return await read()
  } finally {
    await client.query('SET LOCAL ROLE NONE').catch(() => undefined)
  }
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
