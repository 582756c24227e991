import type { Connection } from './connection.ts'
import type { Spec } from './facts.ts'
import { identifier } from './sql.ts'

// Roles belong to a whole server. The spec's are made where they are missing, and those that were made here are removed
// where nothing else has come to use them.

/** A setting of the role's own that says who made it: the next one to clear up goes by it. Anybody may make this one. */
const maker = 'made by conformance tests'
const mark = `application_name=${maker}`

/** The key of the lock that whoever tests on a server shares: the last one clears up. */
const lock = 7_382_514_906

export interface OwnRoles {
  /** Lets the connected user act as each of the roles, for as long as the tests run. */
  takeOn(db: Connection): Promise<void>
  /** Marks those that were not there before; to be called when the schema is there. */
  mark(db: Connection): Promise<void>
  /** Removes what is marked and in nobody's use. Returns what stays, in words. */
  remove(): Promise<readonly string[]>
}

/**
 * @param server a connection to a database of the server that stays open for the whole run and is the same database for
 *   all runs, since locks are a database's own
 */
export async function watchRoles(server: Connection, spec: Spec): Promise<OwnRoles> {
  const names = spec.roles === undefined ? [] : Object.values(spec.roles)
  await server.query('SELECT pg_advisory_lock_shared($1)', [lock])
  const before = await existing(server, names)
  const taken: string[] = []
  return {
    takeOn: async (db) => {
      const { rows } = await db.query(
        "SELECT rolname AS name FROM pg_roles WHERE rolname = ANY ($1) AND NOT pg_has_role(rolname, 'SET')",
        [names],
      )
      for (const { name } of rows) {
        await db.query(`GRANT ${identifier(String(name))} TO CURRENT_USER WITH SET TRUE, INHERIT FALSE`)
        taken.push(String(name))
      }
    },
    mark: async (db) => {
      for (const { name } of await existing(db, names)) {
        const isNew = !before.some((role) => role.name === name)
        if (isNew) await db.query(`ALTER ROLE ${identifier(name)} SET application_name = '${maker}'`)
      }
    },
    remove: async () => {
      for (const name of taken) await server.query(`REVOKE ${identifier(name)} FROM CURRENT_USER`)
      await server.query('SELECT pg_advisory_unlock_shared($1)', [lock])
      const { rows } = await server.query('SELECT pg_try_advisory_lock($1) AS alone', [lock])
      if (rows[0]?.alone !== true) return []
      const stays: string[] = []
      const made = (await existing(server, names)).filter(
        ({ name, settings }) => settings.includes(mark) || !before.some((role) => role.name === name),
      )
      for (const { name } of made) {
        const reason = await removeOne(server, name, names)
        if (reason !== undefined) stays.push(`role ${name}: ${reason}`)
      }
      await server.query('SELECT pg_advisory_unlock($1)', [lock])
      return stays
    },
  }
}

async function existing(
  db: Connection,
  names: readonly string[],
): Promise<readonly { readonly name: string; readonly settings: readonly unknown[] }[]> {
  const { rows } = await db.query(
    'SELECT rolname AS name, rolconfig AS settings FROM pg_roles WHERE rolname = ANY ($1) ORDER BY rolname',
    [names],
  )
  return rows.map(({ name, settings }) => ({ name: String(name), settings: Array.isArray(settings) ? settings : [] }))
}

/** Removes a role; where it may not be, says why. */
async function removeOne(db: Connection, name: string, ours: readonly string[]): Promise<string | undefined> {
  const { rows } = await db.query(
    `SELECT member.rolname AS name FROM pg_auth_members link
     JOIN pg_roles role ON role.oid = link.roleid JOIN pg_roles member ON member.oid = link.member
     WHERE role.rolname = $1 AND NOT member.rolname = ANY ($2) AND member.rolname <> current_user`,
    [name, ours],
  )
  if (rows.length > 0) return `${rows.map((row) => row.name).join(', ')} took it`
  try {
    await db.query(`DROP ROLE IF EXISTS ${identifier(name)}`)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
