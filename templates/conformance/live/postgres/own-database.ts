import { randomBytes } from 'node:crypto'
import { type Connection, connect, withoutPassword } from './connection.ts'
import { identifier } from './sql.ts'

/** A database that these tests made. */
export interface OwnDatabase {
  readonly name: string
  readonly url: string
  /** A connection to the database beside it, for as long as the tests run. */
  readonly server: Connection
  drop(): Promise<void>
}

const infix = '_conformance_'
const mark = 'Made by conformance tests; to be dropped.'

/** Whether a database is one that such tests made: only in these are rows written. */
export function isOwn(name: string): boolean {
  return /_conformance_[0-9a-f]{12}$/.test(name)
}

/** @throws Error unless the connection leads to a database that these tests made */
export async function demandOwn(db: Connection): Promise<void> {
  const { rows } = await db.query('SELECT current_database() AS name')
  const name = String(rows[0]?.name)
  if (!isOwn(name)) throw new Error(`these tests write only in a database of their own making, and ${name} is none`)
}

/**
 * Makes an empty database beside the one that the URL names. That one is never written to. What former runs left
 * behind when they were killed is dropped first.
 *
 * @param url of a user who may make databases
 */
export async function makeOwnDatabase(url: string): Promise<OwnDatabase> {
  const base = new URL(url).pathname.slice(1) || 'postgres'
  const name = `${base.slice(0, 63 - infix.length - 12)}${infix}${randomBytes(6).toString('hex')}`
  // Its name shows who is at work: a database whose maker is gone is left over.
  const maker = await connect(url, name)
  try {
    await dropLeftOver(maker)
    await maker.query(`CREATE DATABASE ${identifier(name)} TEMPLATE template0 ENCODING 'UTF8'`)
    await maker.query(`COMMENT ON DATABASE ${identifier(name)} IS '${mark}'`)
  } catch (error) {
    await maker.end()
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`no database could be made at ${withoutPassword(url)}: ${reason}`)
  }
  const own = new URL(url)
  own.pathname = `/${name}`
  return {
    name,
    url: own.href,
    server: maker,
    drop: async () => {
      await maker.query(`DROP DATABASE IF EXISTS ${identifier(name)} WITH (FORCE)`)
    },
  }
}

async function dropLeftOver(maker: Connection): Promise<void> {
  const { rows } = await maker.query(
    `SELECT datname AS name FROM pg_database
     WHERE shobj_description(oid, 'pg_database') = $1
       AND pg_has_role(datdba, 'USAGE')
       AND NOT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = datname OR pg_stat_activity.datname = pg_database.datname)`,
    [mark],
  )
  for (const { name } of rows) {
    if (isOwn(String(name))) await maker.query(`DROP DATABASE IF EXISTS ${identifier(String(name))}`)
  }
}
