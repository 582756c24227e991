import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { byCodeUnit } from '../../base/order.ts'
import type { Migration } from '../../live/postgres/run-migration.ts'
import type { Model } from '../../model/model.ts'
import { outputRoot } from '../../output/output-root.ts'
import { UserError } from '../user-error.ts'
import { type Lock, parseLock } from './lock-file.ts'

/** Where Prisma looks for them too, below the output's root. */
export const migrationsBelow = 'provider-db/prisma/migrations'

/** The migrations of a project as they are on disk. */
export interface MigrationsFolder {
  /** Absolute. */
  readonly path: string
  /** As seen from the project's folder, for texts. */
  readonly shown: string
  /** By name, in which order they are applied. */
  readonly migrations: readonly Migration[]
  /** Of the newest migration, which is the last of them; one that was written by hand has none at first. */
  readonly lock?: Lock
}

/**
 * Reads the folder; without migrations where there is none.
 * @throws UserError where the newest lock file cannot be read as one
 */
export function readMigrations(projectFolder: string, model: Model): MigrationsFolder {
  const { root } = model.project.output
  const path = join(outputRoot(projectFolder, root), migrationsBelow)
  const shown = join(root, migrationsBelow)
  const names = existsSync(path)
    ? readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && existsSync(join(path, entry.name, 'migration.sql')))
        .map(({ name }) => name)
        .sort(byCodeUnit)
    : []
  const migrations = names.map((name) => ({ name, sql: readFileSync(join(path, name, 'migration.sql'), 'utf8') }))
  const newest = names.at(-1)
  if (newest === undefined || !existsSync(join(path, newest, lockFile))) return { path, shown, migrations }
  const lock = parseLock(readFileSync(join(path, newest, lockFile), 'utf8'))
  if (lock === undefined) {
    throw new UserError(
      `${join(shown, newest, lockFile)} cannot be read as a lock file of this version`,
      'it belongs into version control and is never edited: bring back the committed one',
    )
  }
  return { path, shown, migrations, lock }
}

/** Beside `migration.sql`: the database that all migrations up to this one make. */
export const lockFile = 'model.lock.json'
