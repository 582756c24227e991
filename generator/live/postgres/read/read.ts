import type { PostgresClient } from '../client.ts'
import type { PostgresDescription, TableDescription } from '../description.ts'
import { readFunctions } from './functions.ts'
import { readInternalRows } from './internal-rows.ts'
import { type PartitionState, readPartitions } from './partitions.ts'
import { type Reader, readReaders } from './readers.ts'
import { readRoles, readSchemas } from './roles.ts'
import { readTables } from './tables.ts'
import { readViews } from './views.ts'

/** A database as its catalogs show it. */
export interface LiveDatabase {
  /** All that is in the schemas `public` and `stowage`, whoever made it, and of the roles those that were asked for. */
  readonly description: PostgresDescription
  readonly partitions: readonly PartitionState[]
  readonly readers: readonly Reader[]
}

/** One moment of the catalogs, seen the same way whatever the session, the role or the database have set. */
const begin = `
  BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
  SET LOCAL search_path = '';
  SET LOCAL TimeZone = 'UTC';
  SET LOCAL DateStyle = 'ISO, YMD';
  SET LOCAL standard_conforming_strings = on;
  SET LOCAL bytea_output = 'hex';
  SET LOCAL extra_float_digits = 1;
  SET LOCAL quote_all_identifiers = off;`

/**
 * Reads a database without changing it, in a dozen queries.
 * @param wanted which roles are looked at, and which tables' rows
 */
export async function readDatabase(client: PostgresClient, wanted: PostgresDescription): Promise<LiveDatabase> {
  await client.query(begin)
  try {
    const roles = await readRoles(
      client,
      wanted.roles.map(({ name }) => name),
    )
    const schemas = await readSchemas(client)
    const tables = await withRows(client, await readTables(client), wanted)
    const views = await readViews(client)
    const functions = await readFunctions(client)
    const partitions = await readPartitions(client)
    const readers = await readReaders(client)
    return { description: { roles, schemas, tables, views, functions }, partitions, readers }
  } finally {
    // A connection that is gone has rolled back by itself; what went wrong before is what matters.
    await client.query('ROLLBACK').catch(() => undefined)
  }
}

/** Reads the rows of those tables of which the spec says what they hold. */
async function withRows(
  client: PostgresClient,
  tables: readonly TableDescription[],
  wanted: PostgresDescription,
): Promise<readonly TableDescription[]> {
  const filled = new Set(wanted.tables.filter(({ rows }) => rows !== undefined).map(placeOf))
  const read: TableDescription[] = []
  for (const table of tables) {
    read.push(filled.has(placeOf(table)) ? { ...table, rows: await readInternalRows(client, table) } : table)
  }
  return read
}

function placeOf({ schema, name }: TableDescription): string {
  return `${schema}.${name}`
}
