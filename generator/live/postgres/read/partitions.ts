import { type PostgresClient, rowsOf } from '../client.ts'
import type { GrantDescription, TriggerDescription } from '../description.ts'
import { type GrantRow, groupGrants } from './grants.ts'
import { grantsOf, isOurs } from './sql.ts'

/** One month of a table, or the rest. Partitions come and go, so they are no part of a description. */
export interface PartitionState {
  /** The partitioned table: `public.llm_calls`. */
  readonly of: string
  readonly name: string
  readonly owner: string
  /** Whether it takes what no other takes. */
  readonly rest: boolean
  /** Whether it holds anything; looked at for the rest alone. */
  readonly hasRows: boolean
  readonly rowSecurity: { readonly enabled: boolean; readonly forced: boolean }
  readonly triggers: readonly Pick<TriggerDescription, 'name' | 'enabled'>[]
  readonly grants: readonly GrantDescription[]
}

interface PartitionRow extends Omit<PartitionState, 'rowSecurity' | 'grants' | 'hasRows'> {
  readonly enabled: boolean
  readonly forced: boolean
  /** Whether the session sees all of its rows. */
  readonly seen: boolean
  /** Whether it takes room on the disk, which is next to holding rows: those that were removed count until a VACUUM. */
  readonly sized: boolean
  /** Quoted, for a query. */
  readonly quoted: string
  readonly grants?: readonly GrantRow[]
}

const partitionsSql = `
  SELECT n.nspname || '.' || parent.relname AS "of", own.nspname || '.' || c.relname AS "name", owner.rolname AS "owner",
    pg_get_expr(c.relpartbound, c.oid) = 'DEFAULT' AS "rest",
    c.relrowsecurity AS "enabled", c.relforcerowsecurity AS "forced",
    (session.rolsuper OR session.rolbypassrls) AND has_table_privilege(c.oid, 'SELECT')
      AND has_schema_privilege(own.oid, 'USAGE') AS "seen",
    coalesce(pg_relation_size(c.oid), 0) > 0 AS "sized",
    format('%I.%I', own.nspname, c.relname) AS "quoted",
    coalesce((
      SELECT json_agg(json_build_object('name', t.tgname, 'enabled',
        CASE t.tgenabled WHEN 'O' THEN 'origin' WHEN 'A' THEN 'always' WHEN 'R' THEN 'replica' ELSE 'disabled' END))
      FROM pg_trigger AS t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal
    ), '[]') AS "triggers",
    ${grantsOf('c.relacl', 'r', 'c.relowner')} AS "grants"
  FROM pg_class AS c
  JOIN pg_namespace AS own ON own.oid = c.relnamespace
  JOIN pg_roles AS owner ON owner.oid = c.relowner
  JOIN pg_inherits AS i ON i.inhrelid = c.oid
  JOIN pg_class AS parent ON parent.oid = i.inhparent
  JOIN pg_namespace AS n ON n.oid = parent.relnamespace
  JOIN pg_roles AS session ON session.rolname = current_user
  WHERE ${isOurs} AND c.relispartition AND c.relkind IN ('r', 'p')
  ORDER BY 1, 2`

export async function readPartitions(client: PostgresClient): Promise<readonly PartitionState[]> {
  const rows = await rowsOf<PartitionRow>(client, partitionsSql)
  const filled = await filledOf(client, rows)
  return rows.map(({ enabled, forced, seen, sized, quoted, grants, ...own }) => ({
    ...own,
    hasRows: own.rest && (seen ? filled.has(quoted) : sized),
    rowSecurity: { enabled, forced },
    grants: groupGrants(grants),
  }))
}

/** Those of the partitions for the rest that hold rows, as far as the session sees them. */
async function filledOf(client: PostgresClient, rows: readonly PartitionRow[]): Promise<ReadonlySet<string>> {
  const looks = rows
    .filter(({ rest, seen }) => rest && seen)
    .map(({ quoted }) => `SELECT ${textLiteral(quoted)} AS "quoted" WHERE EXISTS (SELECT FROM ONLY ${quoted})`)
  if (looks.length === 0) return new Set()
  const found = await rowsOf<{ readonly quoted: string }>(client, looks.join(' UNION ALL '))
  return new Set(found.map(({ quoted }) => quoted))
}

function textLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
