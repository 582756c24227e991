import { isDeepStrictEqual } from 'node:util'
import { describeDatabase } from '../../catalog/postgres/describe/index.ts'
import { databaseOf } from '../../catalog/postgres/index.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { tableName } from '../../live/postgres/compare/table.ts'
import type { PostgresDescription } from '../../live/postgres/description.ts'
import type { Model } from '../../model/model.ts'
import { readMigrations } from './folder.ts'

/**
 * The finding that the spec has moved on from the newest migration. Nothing where there is no migration, for then the
 * project has not begun to keep any.
 * @throws UserError where the lock file cannot be read
 */
export function migrationsBehind(projectFolder: string, model: Model): readonly Diagnostic[] {
  const { lock } = readMigrations(projectFolder, model)
  const database = databaseOf(model)
  if (lock === undefined || database === undefined) return []
  const changed = changesSince(lock.lock.postgres, describeDatabase(database))
  if (changed.length === 0) return []
  return [
    {
      code: 'migrations/behind',
      severity: 'error',
      message: `the newest migration \`${lock.migration}\` does not make what the spec says: ${listed(changed)}`,
      help: wayOn,
    },
  ]
}

/** What a person can do as long as Stowage plans first migrations only. */
export const wayOn: string =
  'write the next migration by hand beside it (a folder with a migration.sql), or, where it was never applied to a ' +
  'database that is kept, remove its folder and run `stowage migrate new` again'

/** What differs between two descriptions, in a word or two each: `table posts (new)`. */
export function changesSince(before: PostgresDescription, after: PostgresDescription): readonly string[] {
  return [
    ...changes('role', before.roles, after.roles, ({ name }) => name),
    ...changes('schema', before.schemas, after.schemas, ({ name }) => name),
    ...changes('table', before.tables, after.tables, tableName),
    ...changes('view', before.views, after.views, tableName),
    ...changes('function', before.functions, after.functions, tableName),
  ]
}

function changes<Thing>(
  word: string,
  before: readonly Thing[],
  after: readonly Thing[],
  name: (thing: Thing) => string,
): readonly string[] {
  const old = new Map(before.map((thing) => [name(thing), thing]))
  const now = new Set(after.map(name))
  return [
    ...after.flatMap((thing) => {
      const former = old.get(name(thing))
      if (former === undefined) return [`${word} ${name(thing)} (new)`]
      return isDeepStrictEqual(former, thing) ? [] : [`${word} ${name(thing)} (changed)`]
    }),
    ...before.filter((thing) => !now.has(name(thing))).map((thing) => `${word} ${name(thing)} (gone)`),
  ]
}

const longestList = 5

function listed(changed: readonly string[]): string {
  const more = changed.length - longestList
  return changed.slice(0, longestList).join(', ') + (more > 0 ? ` and ${more.toLocaleString('en-US')} more` : '')
}
