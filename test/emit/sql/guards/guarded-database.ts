import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { databaseOf } from '../../../../generator/catalog/postgres/index.ts'
import type { Model } from '../../../../generator/model/model.ts'
import { printDatabase } from '../../../../generator/print/sql/print.ts'
import { startPostgres } from '../../../support/postgres-server.ts'

/** What a statement came to: its rows, or the fields of the error by which it was refused. */
export type Outcome =
  | { readonly refused: false; readonly rows: readonly Readonly<Record<string, unknown>>[]; readonly count: number }
  | {
      readonly refused: true
      readonly code: string
      readonly message: string
      readonly detail?: string
      readonly table?: string
      readonly column?: string
      readonly constraint?: string
    }

export interface Circumstances {
  /** The role that runs it; the superuser who made the database where there is none. */
  readonly as?: string
  /** What `app.tenant_id` is set to. */
  readonly tenant?: string
  /** Run before it in the same transaction, as the superuser: a mechanism taken away, say. */
  readonly after?: readonly string[]
  /** Whether a session does it that has not called a function yet, so that none is remembered as it was. */
  readonly fresh?: boolean
}

export interface GuardedDatabase {
  readonly url: string
  /** Runs statements as the superuser, for good. */
  run(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>
  /** Runs one statement in a transaction that is then rolled back: nothing that is tried is left behind. */
  attempt(sql: string, circumstances?: Circumstances): Promise<Outcome>
  /** A connection of its own, for what takes more than one. Closed with the database. */
  connect(): Promise<pg.Client>
  stop(): Promise<void>
}

/** A database made from a model by the SQL that is generated for it. */
export async function guardedDatabase(model: Model): Promise<GuardedDatabase> {
  const database = databaseOf(model)
  if (database === undefined) throw new Error('the spec keeps nothing in PostgreSQL')
  const server = await startPostgres()
  const clients: pg.Client[] = []
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: server.url })
    client.on('error', () => undefined)
    clients.push(client)
    await client.connect()
    return client
  }
  const main = await connect()
  await main.query(`BEGIN;\n${printDatabase(database)}\nCOMMIT`)
  return {
    url: server.url,
    run: async (sql) => (await main.query(sql)).rows ?? [],
    attempt: async (sql, circumstances = {}) =>
      attempt(circumstances.fresh === true ? await connect() : main, sql, circumstances),
    connect,
    stop: async () => {
      await Promise.all(clients.map((client) => client.end().catch(() => undefined)))
      await server.stop()
    },
  }
}

async function attempt(client: pg.Client, sql: string, { as, tenant, after = [] }: Circumstances): Promise<Outcome> {
  await client.query('BEGIN')
  try {
    for (const statement of after) await client.query(statement)
    if (as !== undefined) await client.query(`SET LOCAL ROLE ${as}`)
    if (tenant !== undefined) await client.query(`SELECT set_config('app.tenant_id', '${tenant}', true)`)
    return await outcomeOf(client, sql)
  } finally {
    await client.query('ROLLBACK')
  }
}

/** Runs one statement and says what it came to. Whatever is no answer of the server is thrown. */
export async function outcomeOf(client: pg.Client, sql: string): Promise<Outcome> {
  try {
    const { rows, rowCount } = await client.query(sql)
    return { refused: false, rows, count: rowCount ?? 0 }
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code === undefined) throw error
    const { code, message, detail, table, column, constraint } = error
    return {
      refused: true,
      code,
      message,
      ...(detail === undefined ? {} : { detail }),
      ...(table === undefined ? {} : { table }),
      ...(column === undefined ? {} : { column }),
      ...(constraint === undefined ? {} : { constraint }),
    }
  }
}

/**
 * Starts a statement and comes back when it is done or waits for a lock that another session holds; gives the promise of
 * its outcome.
 */
export async function startedOn(
  client: pg.Client,
  sql: string,
  watcher: GuardedDatabase,
): Promise<() => Promise<Outcome>> {
  const [row] = (await client.query('SELECT pg_backend_pid() AS pid')).rows
  let done = false
  const outcome = outcomeOf(client, sql).finally(() => {
    done = true
  })
  const waits = `SELECT FROM pg_stat_activity WHERE pid = ${Number(row.pid)} AND wait_event_type = 'Lock'`
  while (!done && (await watcher.run(waits)).length === 0) await sleep(5)
  return () => outcome
}

/** The number-th UUID of a test. */
export function uuid(number: number): string {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
}

/** The number-th ULID of a test. */
export function ulid(number: number): string {
  return `01${String(number).padStart(24, '0')}`
}

type Values = Readonly<Record<string, string | number | null>>

/** An INSERT of one row whose ids are made from a number. */
export function insert(table: string, number: number, values: Values, into = ''): string {
  const all: Values = { id: uuid(number), ref_id: ulid(number), ...values }
  const literals = Object.values(all).map((value) =>
    value === null ? 'NULL' : typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`,
  )
  return `INSERT INTO ${table} (${Object.keys(all).join(', ')}) VALUES (${literals.join(', ')})${into}`
}
