import { readFileSync } from 'node:fs'
import type { Opened } from '../proof.ts'
import { connect } from './connection.ts'
import { type PostgresFacts, specOf } from './facts.ts'
import { makeOwnDatabase } from './own-database.ts'
import { type OwnRoles, watchRoles } from './own-roles.ts'
import { openSession, type Session } from './session.ts'

/**
 * Makes a database beside the one that the URL names, with the schema in it, and fills it. Whatever fails, what was made
 * is removed again.
 *
 * @param schema the file with the SQL of the whole schema
 */
export async function openPostgres(url: string, facts: PostgresFacts, schema: URL): Promise<Opened<Session>> {
  const database = await makeOwnDatabase(url)
  let roles: OwnRoles | undefined
  const remove = async (): Promise<readonly string[]> => {
    try {
      await database.drop()
      return (await roles?.remove()) ?? []
    } finally {
      await database.server.end()
    }
  }
  try {
    roles = await watchRoles(database.server, specOf(facts))
    const version = await applied(database.url, readFileSync(schema, 'utf8'), roles)
    const { session, close } = await openSession(database.url, facts)
    return {
      session,
      server: `${version}, in the database ${database.name}`,
      close: async () => {
        await close()
        return remove()
      },
    }
  } catch (error) {
    await remove()
    throw error
  }
}

/** Runs the schema's SQL, and tells which server it is. */
async function applied(url: string, sql: string, roles: OwnRoles): Promise<string> {
  const db = await connect(url, 'stowage conformance')
  try {
    await db.query(sql)
    await roles.mark(db)
    await roles.takeOn(db)
    const { rows } = await db.query('SHOW server_version')
    return `PostgreSQL ${rows[0]?.server_version}`
  } finally {
    await db.end()
  }
}
