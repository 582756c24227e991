import { type PostgresClient, rowsOf } from '../client.ts'
import type { RoleDescription, SchemaDescription } from '../description.ts'
import { type GrantRow, groupGrants } from './grants.ts'
import { grantsOf, isOurs } from './sql.ts'

/** The roles of these names that there are. A cluster has others, which are none of our business. */
export function readRoles(client: PostgresClient, names: readonly string[]): Promise<readonly RoleDescription[]> {
  return rowsOf<RoleDescription>(
    client,
    `SELECT r.rolname AS "name", r.rolsuper AS "superuser", r.rolbypassrls AS "bypassRowSecurity",
       r.rolcreaterole AS "createRole", r.rolcreatedb AS "createDatabase", r.rolreplication AS "replication",
       coalesce((
         SELECT json_agg(DISTINCT above.rolname) FROM pg_auth_members AS m JOIN pg_roles AS above ON above.oid = m.roleid
         WHERE m.member = r.oid
       ), '[]') AS "memberOf"
     FROM pg_roles AS r WHERE r.rolname = ANY ($1::text[])
     ORDER BY r.rolname COLLATE "C"`,
    [names],
  )
}

interface SchemaRow {
  readonly name: string
  readonly grants?: readonly GrantRow[]
}

export async function readSchemas(client: PostgresClient): Promise<readonly SchemaDescription[]> {
  const rows = await rowsOf<SchemaRow>(
    client,
    `SELECT n.nspname AS "name", ${grantsOf('n.nspacl', 'n', 'n.nspowner')} AS "grants"
     FROM pg_namespace AS n WHERE ${isOurs} ORDER BY n.nspname COLLATE "C"`,
  )
  return rows.map(({ name, grants }) => ({ name, grants: groupGrants(grants) }))
}
