import type { Pool, QueryConfig } from 'pg'
import { Forbidden } from '../errors/errors.ts'

interface Found {
  readonly super: boolean
  readonly bypasses: boolean
  readonly may: boolean
}

/** From version 16 on a member may have been denied to take the role on. */
const text = `select rolsuper as super, rolbypassrls as bypasses,
    pg_has_role(session_user, oid, case when current_setting('server_version_num')::integer >= 160000 then 'SET' else 'MEMBER' end) as may
  from pg_catalog.pg_roles where rolname = $1`

/**
 * Row level security must bind the role that work is done as, and the login must be able to take it on.
 *
 * @param limitMs after so long without an answer the connection is given up
 * @throws Forbidden where it does not or cannot
 */
export async function checkRole(pool: Pool, role: string, limitMs: number): Promise<void> {
  // The types of pg do not know what a single query may be given, too.
  const asked: QueryConfig & { readonly query_timeout: number } = { text, values: [role], query_timeout: limitMs }
  const { rows } = await pool.query<Found>(asked)
  const [found] = rows
  if (found === undefined) {
    throw new Forbidden(`the role ${role} is not there`, { role }, 'Run `stowage apply`, or name the role in the spec.')
  }
  if (found.super || found.bypasses) {
    throw new Forbidden(
      `the role ${role} is a superuser or bypasses row level security: no policy would bind it`,
      { role },
      `A superuser says: ALTER ROLE ${role} NOSUPERUSER NOBYPASSRLS.`,
    )
  }
  if (!found.may) {
    throw new Forbidden(
      `the login may not take on the role ${role}`,
      { role },
      `Whoever made the role says: GRANT ${role} TO the login of the application.`,
    )
  }
}
