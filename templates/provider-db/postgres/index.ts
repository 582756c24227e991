import { readdir, readFile } from 'node:fs/promises'
import type { PostgresClient } from '../live/postgres/client.ts'
import type { PostgresDescription } from '../live/postgres/description.ts'
import { applyMigrations } from '../live/postgres/migrate.ts'
import { verifyPostgres } from '../live/postgres/verify.ts'
import type { ApplyOptions, ApplyReport, Difference } from '../live/report.ts'

export type { ApplyOptions, ApplyReport, Difference, PostgresClient }

/** The package holds no migration: none was made before it was built. */
export class NoMigrationsError extends Error {
  override readonly name = 'NoMigrationsError'

  constructor() {
    super('the package has no migrations: make the first one by `stowage migrate new <name>`, and build again')
  }
}

/**
 * Applies the migrations that the package holds and the database has not seen, as `prisma migrate deploy` would, makes the
 * partitions to come, and says what it did and what differs. May be run again, by several processes at once.
 *
 * @param client one connection, as `pg`'s `Client` is; not a pool
 * @throws NoMigrationsError, and what `client` throws where the server cannot be reached or refuses.
 */
export async function applySchema(client: PostgresClient, options?: ApplyOptions): Promise<ApplyReport> {
  const names = await migrationNames()
  const migrations = await Promise.all(names.map(async (name) => ({ name, sql: await read(`${name}/migration.sql`) })))
  return applyMigrations(client, { migrations, made: await described(names) }, options)
}

/**
 * What the database holds otherwise than the newest migration says; empty where it is as it is to be. Changes nothing.
 *
 * @throws NoMigrationsError, and what `client` throws where the server cannot be read.
 */
export async function verifySchema(client: PostgresClient): Promise<readonly Difference[]> {
  return verifyPostgres(client, await described(await migrationNames()))
}

/** Beside `dist` in the package, and beside `src` where it is made. */
const folder = new URL('../../prisma/migrations/', import.meta.url)

async function migrationNames(): Promise<readonly string[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw isMissing(error) ? new NoMigrationsError() : error
  })
  const names = found.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name)
  if (names.length === 0) throw new NoMigrationsError()
  return names.sort()
}

async function readIfThere(path: string): Promise<string | undefined> {
  return read(path).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** The database that all migrations together make: the newest lock file says it. One written by hand may have none. */
async function described(names: readonly string[]): Promise<PostgresDescription> {
  for (const name of names.toReversed()) {
    const text = await readIfThere(`${name}/model.lock.json`)
    if (text === undefined) continue
    const lock: { readonly postgres: PostgresDescription } = JSON.parse(text)
    return lock.postgres
  }
  throw new NoMigrationsError()
}

function read(path: string): Promise<string> {
  return readFile(new URL(path, folder), 'utf8')
}
