import { type PostgresClient, rowsOf } from '../client.ts'
import type { FunctionDescription } from '../description.ts'
import { type GrantRow, groupGrants } from './grants.ts'
import { grantsOf, isOurs } from './sql.ts'

interface FunctionRow extends Omit<FunctionDescription, 'grants'> {
  readonly grants?: readonly GrantRow[]
}

/** Functions and procedures, but for those of an extension. */
const functionsSql = `
  SELECT n.nspname AS "schema", p.proname || '(' || oidvectortypes(p.proargtypes) || ')' AS "name",
    pg_get_function_arguments(p.oid) AS "arguments", coalesce(pg_get_function_result(p.oid), '') AS "returns",
    l.lanname AS "language",
    CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END AS "volatility",
    CASE WHEN p.prosecdef THEN 'definer' ELSE 'invoker' END AS "security",
    coalesce((SELECT json_agg(o ORDER BY o COLLATE "C") FROM unnest(p.proconfig) AS o), '[]') AS "settings",
    owner.rolname AS "owner", coalesce(p.prosrc, '') AS "body", obj_description(p.oid, 'pg_proc') AS "comment",
    ${grantsOf('p.proacl', 'f', 'p.proowner')} AS "grants"
  FROM pg_proc AS p
  JOIN pg_namespace AS n ON n.oid = p.pronamespace
  JOIN pg_language AS l ON l.oid = p.prolang
  JOIN pg_roles AS owner ON owner.oid = p.proowner
  WHERE ${isOurs} AND p.prokind IN ('f', 'p')
    AND NOT EXISTS (
      SELECT FROM pg_depend AS d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
    )
  ORDER BY 1, 2`

export async function readFunctions(client: PostgresClient): Promise<readonly FunctionDescription[]> {
  const rows = await rowsOf<FunctionRow>(client, functionsSql)
  return rows.map((one) => ({ ...one, grants: groupGrants(one.grants) }))
}
