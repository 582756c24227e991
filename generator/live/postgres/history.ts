import { createHash, randomUUID } from 'node:crypto'
import { type PostgresClient, rowsOf } from './client.ts'

/**
 * The table in which Prisma Migrate keeps what was applied, as Prisma's own engine makes it. Stowage reads and writes the
 * same, so that either of the two can go on where the other left off.
 */
const makeTable = `
  CREATE TABLE public._prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
  )`

/** One attempt to apply a migration. Times are in UTC, as ISO 8601 writes them. */
export interface MigrationRecord {
  readonly name: string
  readonly checksum: string
  readonly startedOn: string
  /** Absent where it failed or was cut off. */
  readonly finishedOn?: string
  /** Where somebody has taken it back; then it counts as never applied. */
  readonly rolledBackOn?: string
  readonly logs?: string
}

/** The records in the order in which they were begun; undefined where there is no such table. */
export async function readHistory(client: PostgresClient): Promise<readonly MigrationRecord[] | undefined> {
  const [found] = await rowsOf<{ readonly there: boolean }>(
    client,
    `SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS "there"`,
  )
  if (found?.there !== true) return undefined
  const time = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`
  return await rowsOf<MigrationRecord>(
    client,
    `SELECT migration_name AS "name", checksum, ${time('started_at')} AS "startedOn",
       ${time('finished_at')} AS "finishedOn", ${time('rolled_back_at')} AS "rolledBackOn", logs
     FROM public._prisma_migrations ORDER BY started_at`,
  )
}

export async function makeHistory(client: PostgresClient): Promise<void> {
  await client.query(makeTable)
}

/** @returns the record's id */
export async function recordStart(client: PostgresClient, name: string, sql: string): Promise<string> {
  const id = randomUUID()
  await client.query(
    'INSERT INTO public._prisma_migrations (id, checksum, started_at, migration_name) VALUES ($1, $2, now(), $3)',
    [id, checksumOf(sql), name],
  )
  return id
}

export async function recordSuccess(client: PostgresClient, id: string): Promise<void> {
  await client.query(
    'UPDATE public._prisma_migrations SET applied_steps_count = applied_steps_count + 1, finished_at = now() WHERE id = $1',
    [id],
  )
}

/** @param undone whether nothing of it is left: then it may be tried again without more ado */
export async function recordFailure(client: PostgresClient, id: string, logs: string, undone: boolean): Promise<void> {
  await client.query(
    `UPDATE public._prisma_migrations SET logs = $2, rolled_back_at = ${undone ? 'now()' : 'NULL'} WHERE id = $1`,
    [id, logs],
  )
}

/** Records a migration whose work was done in some other way, as `prisma migrate resolve --applied` does. */
export async function recordAsDone(client: PostgresClient, name: string, sql: string): Promise<void> {
  await client.query(
    `INSERT INTO public._prisma_migrations (id, checksum, started_at, finished_at, migration_name, applied_steps_count)
     VALUES ($1, $2, now(), now(), $3, 0)`,
    [randomUUID(), checksumOf(sql), name],
  )
}

/** SHA-256 in hexadecimal digits. */
export function checksumOf(sql: string): string {
  return createHash('sha256').update(sql, 'utf8').digest('hex')
}

/** Whether a text is what was applied, whatever a checkout has made of its line ends. */
export function matchesChecksum(sql: string, checksum: string): boolean {
  const unix = sql.replaceAll('\r\n', '\n')
  return [sql, unix, unix.replaceAll('\n', '\r\n')].some((text) => checksumOf(text) === checksum)
}
