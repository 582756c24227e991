import { type PostgresClient, rowsOf } from '../client.ts'
import type { ColumnDescription } from '../description.ts'
import { type GrantRow, groupGrants } from './grants.ts'
import { grantsOf, isOurs } from './sql.ts'

interface ColumnRow extends Omit<ColumnDescription, 'grants' | 'counter'> {
  readonly table: number
  readonly counter?: readonly GrantRow[]
  readonly grants?: readonly GrantRow[]
}

const columnsSql = `
  SELECT c.oid AS "table", a.attname AS "name", format_type(a.atttypid, a.atttypmod) AS "type",
    NOT a.attnotnull AS "optional",
    CASE WHEN a.attcollation <> t.typcollation THEN own.collname END AS "collation",
    CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END AS "default",
    col_description(c.oid, a.attnum) AS "comment",
    CASE WHEN a.attidentity = 'a' THEN 'identity' WHEN a.attidentity <> '' THEN 'identity by default' WHEN a.attgenerated <> '' THEN 'generated' END AS "filled",
    ${grantsOf('s.relacl', 's', 's.relowner')} AS "counter",
    CASE WHEN a.attacl IS NOT NULL THEN (
      SELECT json_agg(json_build_object('role', coalesce(grantee.rolname, 'PUBLIC'), 'privilege', lower(privilege.privilege_type)))
      FROM aclexplode(a.attacl) AS privilege
      LEFT JOIN pg_roles AS grantee ON grantee.oid = privilege.grantee
      WHERE privilege.grantee <> c.relowner
    ) END AS "grants"
  FROM pg_attribute AS a
  JOIN pg_class AS c ON c.oid = a.attrelid
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  JOIN pg_type AS t ON t.oid = a.atttypid
  LEFT JOIN pg_collation AS own ON own.oid = a.attcollation
  LEFT JOIN pg_depend AS owning
    ON owning.refclassid = 'pg_class'::regclass AND owning.refobjid = c.oid AND owning.refobjsubid = a.attnum
    AND owning.classid = 'pg_class'::regclass AND owning.deptype = 'i' AND a.attidentity <> ''
  LEFT JOIN pg_class AS s ON s.oid = owning.objid AND s.relkind = 'S'
  LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE ${isOurs} AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
  ORDER BY c.oid, a.attnum`

/** Columns by the table's number. */
export async function readColumns(client: PostgresClient): Promise<ReadonlyMap<number, readonly ColumnDescription[]>> {
  const byTable = Map.groupBy(await rowsOf<ColumnRow>(client, columnsSql), ({ table }) => table)
  return new Map([...byTable].map(([table, rows]) => [table, rows.map(describe)]))
}

function describe({ table: _, grants, counter, ...column }: ColumnRow): ColumnDescription {
  return {
    ...column,
    ...(grants === undefined ? {} : { grants: groupGrants(grants) }),
    ...(counter === undefined ? {} : { counter: groupGrants(counter) }),
  }
}
