import type { PostgresClient } from './client.ts'
import { recordFailure, recordStart, recordSuccess } from './history.ts'

/** A folder of Prisma Migrate. */
export interface Migration {
  /** Of the folder: `0001_init`. Migrations are applied in the order of their names. */
  readonly name: string
  /** All of `migration.sql`. */
  readonly sql: string
}

/** A migration that the server refused. */
export class MigrationFailedError extends Error {
  override readonly name: string = 'MigrationFailedError'
  readonly migration: string
  /** Whether nothing of it is left in the database. */
  readonly undone: boolean

  constructor(migration: string, undone: boolean, cause: unknown) {
    super(messageOf(cause), { cause })
    this.migration = migration
    this.undone = undone
  }
}

/**
 * A setting of the session that holds the attempt's id. Like all that a transaction does it is taken back with it; so where it still stands after a
 * failure, a part of the migration was committed by the migration itself.
 */
const mark = 'stowage.migration'

/**
 * Applies one migration and records it. The whole text goes to the server at once, which makes one transaction of it, as
 * Prisma does it.
 * @throws MigrationFailedError
 */
export async function runMigration(client: PostgresClient, { name, sql }: Migration): Promise<void> {
  const id = await recordStart(client, name, sql)
  try {
    await client.query(isForAlone(sql) ? sql : `SELECT set_config('${mark}', '${id}', false);\n${sql}`)
  } catch (error) {
    const undone = await recordAttempt(client, id, sql, error)
    throw new MigrationFailedError(name, undone, error)
  }
  await recordSuccess(client, id)
}

/**
 * Whether a text holds what PostgreSQL refuses in a transaction, so that it has to be sent as it is; and what it does
 * stays where it fails later on. An index that is made `CONCURRENTLY` is left invalid then.
 */
function isForAlone(sql: string): boolean {
  return /^\s*(?:(?:CREATE|DROP|REINDEX|ALTER|REFRESH)\b[^;]*\bCONCURRENTLY\b|VACUUM\b|REINDEX\b|CLUSTER\b|(?:CREATE|DROP|ALTER)\s+(?:DATABASE|TABLESPACE|SYSTEM|SUBSCRIPTION)\b)/im.test(
    sql,
  )
}

/** @returns whether nothing of it is left; false too where the connection is gone, for then nobody can say */
async function recordAttempt(client: PostgresClient, id: string, sql: string, error: unknown): Promise<boolean> {
  try {
    const undone = (await isUndone(client, id)) && !isForAlone(sql)
    await recordFailure(client, id, messageOf(error), undone)
    return undone
  } catch {
    return false
  }
}

async function isUndone(client: PostgresClient, id: string): Promise<boolean> {
  // A migration may have begun a transaction of its own and failed within.
  await client.query('ROLLBACK')
  const { rows } = await client.query(`SELECT current_setting('${mark}', true) AS mark`)
  const [row] = rows
  return typeof row === 'object' && row !== null && 'mark' in row && row.mark !== id
}

/** What the server said, with all that it added. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const more = (['detail', 'hint', 'where'] as const).flatMap((key) => {
    const value: unknown = Reflect.get(error, key)
    return typeof value === 'string' && value !== '' ? [`${key}: ${value}`] : []
  })
  return [error.message, ...more].join('\n')
}
