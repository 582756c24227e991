import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { startEmbeddedPostgres } from './postgres-server-embedded.ts'

/** A database of its own for a suite, with the rights of a superuser. */
export interface PostgresServer {
  /** `postgresql://user@host:port/database` */
  readonly url: string
  /** Removes the database and, where it was started for this, the server. Safe to call twice. */
  stop(): Promise<void>
}

/**
 * An empty database on the server that `POSTGRES_URL` names, or else on one that is started from the binaries which
 * come with npm. Says on stderr which it is.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env.POSTGRES_URL
  if (given === undefined || given === '') {
    const server = await startEmbeddedPostgres()
    return announced(server, `embedded, ${await versionOf(server.url)}`)
  }
  const database = `stowage_test_${randomUUID().replaceAll('-', '')}`
  await query(given, `CREATE DATABASE "${database}" TEMPLATE template0 ENCODING 'UTF8'`)
  const url = new URL(given)
  url.pathname = `/${database}`
  const stop = once(() => query(given, `DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`))
  return announced({ url: url.href, stop }, `POSTGRES_URL, ${await versionOf(url.href)}`)
}

function announced(server: PostgresServer, kind: string): PostgresServer {
  process.stderr.write(`PostgreSQL: ${kind}\n`)
  return server
}

function once(run: () => Promise<unknown>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= run().then(() => undefined)
    return done
  }
}

async function versionOf(url: string): Promise<string> {
  const [row] = await query(url, 'SHOW server_version')
  return String(row?.server_version)
}

/** Runs one text of SQL, of any number of statements, on a connection of its own. */
export async function query(url: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows ?? []
  } finally {
    await client.end()
  }
}
