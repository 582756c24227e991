import type { PostgresClient } from './client.ts'

/** The number that Prisma Migrate locks: who applies migrations by it or by Stowage waits for the other. */
const number = 72_707_369

/** Another run holds the lock and does not end. */
export class MigrationsBusyError extends Error {
  override readonly name: string = 'MigrationsBusyError'
}

/**
 * Runs something while nobody else applies migrations to this database.
 * @throws MigrationsBusyError where somebody else does and has not ended after ten seconds
 */
export async function withMigrationLock<Result>(client: PostgresClient, run: () => Promise<Result>): Promise<Result> {
  await client.query("SET lock_timeout = '10s'")
  try {
    await client.query(`SELECT pg_advisory_lock(${number})`)
  } catch (error) {
    if (codeOf(error) !== '55P03') throw error
    throw new MigrationsBusyError('another run applies migrations to this database and has not ended after 10 seconds')
  } finally {
    await client.query('RESET lock_timeout').catch(() => undefined)
  }
  try {
    return await run()
  } finally {
    // A connection that is gone has let go of it by itself.
    await client.query(`SELECT pg_advisory_unlock(${number})`).catch(() => undefined)
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
}
