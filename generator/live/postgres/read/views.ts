import { type PostgresClient, rowsOf } from '../client.ts'
import type { ViewDescription } from '../description.ts'
import { type GrantRow, groupGrants } from './grants.ts'
import { grantsOf, isOurs } from './sql.ts'

interface ViewRow extends Omit<ViewDescription, 'grants'> {
  readonly grants?: readonly GrantRow[]
}

const viewsSql = `
  SELECT n.nspname AS "schema", c.relname AS "name", owner.rolname AS "owner",
    obj_description(c.oid, 'pg_class') AS "comment", pg_get_viewdef(c.oid) AS "definition",
    coalesce((SELECT json_agg(o ORDER BY o COLLATE "C") FROM unnest(c.reloptions) AS o), '[]') AS "options",
    ${grantsOf('c.relacl', 'r', 'c.relowner')} AS "grants"
  FROM pg_class AS c
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  JOIN pg_roles AS owner ON owner.oid = c.relowner
  WHERE ${isOurs} AND c.relkind = 'v'
  ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"`

export async function readViews(client: PostgresClient): Promise<readonly ViewDescription[]> {
  const rows = await rowsOf<ViewRow>(client, viewsSql)
  return rows.map((view) => ({ ...view, grants: groupGrants(view.grants) }))
}
