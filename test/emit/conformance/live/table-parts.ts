import type { Connection } from '../../../../templates/conformance/live/postgres/connection.ts'
import type { Table } from '../../../../templates/conformance/live/postgres/facts.ts'
import { nameOf } from '../../../../templates/conformance/live/postgres/rows/statements.ts'

/** What the catalog of a sound database says of one table. */
export interface Parts {
  readonly triggers: readonly string[]
  readonly policies: readonly string[]
  readonly checks: readonly string[]
  readonly foreignKeys: readonly { readonly name: string; readonly definition: string }[]
  readonly uniques: readonly { readonly name: string; readonly constraint: boolean; readonly definition: string }[]
  readonly indexes: readonly string[]
  readonly required: readonly string[]
  readonly partitions: readonly string[]
}

export async function partsOf(db: Connection, table: Table): Promise<Parts> {
  const names = async (sql: string): Promise<readonly string[]> =>
    (await db.query(sql, [nameOf(table)])).rows.map(({ name }) => String(name))
  const constraints = await db.query(
    `SELECT conname AS name, contype AS kind, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE conrelid = $1::regclass AND conparentid = 0 ORDER BY conname`,
    [nameOf(table)],
  )
  const indexes = await db.query(
    `SELECT relname AS name, indisunique AS is_unique, pg_get_indexdef(indexrelid) AS definition,
       EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('u', 'p')) AS is_constraint
     FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
     WHERE indrelid = $1::regclass AND NOT indisprimary ORDER BY relname`,
    [nameOf(table)],
  )
  const ofKind = (kind: string): readonly { readonly name: string; readonly definition: string }[] =>
    constraints.rows
      .filter((row) => row.kind === kind)
      .map(({ name, definition }) => ({ name: String(name), definition: String(definition) }))
  return {
    triggers: await names(
      'SELECT tgname AS name FROM pg_trigger WHERE tgrelid = $1::regclass AND NOT tgisinternal ORDER BY tgname',
    ),
    policies: await names('SELECT polname AS name FROM pg_policy WHERE polrelid = $1::regclass ORDER BY polname'),
    checks: ofKind('c').map(({ name }) => name),
    foreignKeys: ofKind('f'),
    uniques: indexes.rows
      .filter((row) => row.is_unique === true)
      .map((row) => ({
        name: String(row.name),
        constraint: row.is_constraint === true,
        definition: String(row.definition),
      })),
    indexes: indexes.rows.filter((row) => row.is_unique !== true).map(({ name }) => String(name)),
    required: await names(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnotnull AND attnum > 0
       AND NOT attnum = ANY ((SELECT conkey FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'p')::smallint[]) ORDER BY attnum`,
    ),
    partitions: await names(
      'SELECT relid::regclass::text AS name FROM pg_partition_tree($1::regclass) WHERE isleaf AND level > 0 ORDER BY 1',
    ),
  }
}
