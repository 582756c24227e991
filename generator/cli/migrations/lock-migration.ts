import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeDatabase } from '../../catalog/postgres/describe/index.ts'
import type { Database } from '../../print/sql/tree.ts'
import { UserError } from '../user-error.ts'
import { changesSince, movedOn } from './behind.ts'
import { lockFile, type MigrationsFolder } from './folder.ts'
import { printLock } from './lock-file.ts'

/**
 * Writes beside the newest migration, where it has none, the lock of what the spec says now. Whether the migration makes
 * that is for `stowage verify` to say: no server is asked.
 * @returns the files that were written, as seen from the project's folder; none where the lock says it already
 * @throws UserError where there is no migration, and where the newest has a lock that says something else
 */
export function lockNewestMigration(
  { path, shown, migrations, lock }: MigrationsFolder,
  database: Database,
): readonly string[] {
  const newest = migrations.at(-1)?.name
  if (newest === undefined) {
    throw new UserError('there is no migration to lock yet', 'make the first one: stowage migrate new init')
  }
  const wanted = describeDatabase(database)
  if (lock !== undefined) {
    if (changesSince(lock.postgres, wanted).length === 0) return []
    throw new UserError(
      `${newest} has its ${lockFile} already, and ${movedOn} from it: that folder is history`,
      'write what has changed as the next migration, a folder with a migration.sql, and then lock that one',
    )
  }
  // Written beside and moved at once: half a lock could not be read.
  const draft = join(path, newest, `.${lockFile}.draft`)
  writeFileSync(draft, printLock(wanted))
  renameSync(draft, join(path, newest, lockFile))
  return [join(shown, newest, lockFile)]
}
