import { type PostgresClient, rowsOf } from '../client.ts'
import type { TableDescription } from '../description.ts'
import { readColumns } from './columns.ts'
import { type GrantRow, groupGrants } from './grants.ts'
import { readConstraints, readIndexes, readPolicies, readRules, readTriggers } from './parts.ts'
import { grantsOf, isOurs } from './sql.ts'

interface TableRow
  extends Pick<TableDescription, 'schema' | 'name' | 'owner' | 'comment' | 'persistence' | 'partitionedBy'> {
  readonly table: number
  readonly enabled: boolean
  readonly forced: boolean
  readonly grants?: readonly GrantRow[]
}

/** Tables without their partitions: those are not the spec's, see `readPartitions`. */
const tablesSql = `
  SELECT c.oid AS "table", n.nspname AS "schema", c.relname AS "name", owner.rolname AS "owner",
    obj_description(c.oid, 'pg_class') AS "comment",
    CASE c.relpersistence WHEN 'p' THEN 'permanent' WHEN 'u' THEN 'unlogged' ELSE 'temporary' END AS "persistence",
    CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS "partitionedBy",
    c.relrowsecurity AS "enabled", c.relforcerowsecurity AS "forced",
    ${grantsOf('c.relacl', 'r', 'c.relowner')} AS "grants"
  FROM pg_class AS c
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  JOIN pg_roles AS owner ON owner.oid = c.relowner
  WHERE ${isOurs} AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"`

/** Every table of the two schemas with all that is attached to it, whoever made it. */
export async function readTables(client: PostgresClient): Promise<readonly TableDescription[]> {
  const tables = await rowsOf<TableRow>(client, tablesSql)
  const columns = await readColumns(client)
  const constraints = await readConstraints(client)
  const indexes = await readIndexes(client)
  const triggers = await readTriggers(client)
  const policies = await readPolicies(client)
  const rules = await readRules(client)
  return tables.map(({ table, enabled, forced, grants, ...own }) => ({
    ...own,
    columns: columns.get(table) ?? [],
    constraints: constraints.get(table) ?? [],
    indexes: indexes.get(table) ?? [],
    triggers: triggers.get(table) ?? [],
    rules: rules.get(table) ?? [],
    rowSecurity: { enabled, forced },
    policies: policies.get(table) ?? [],
    grants: groupGrants(grants),
  }))
}
