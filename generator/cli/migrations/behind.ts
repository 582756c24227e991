import { isDeepStrictEqual } from 'node:util'
import { inGroups } from '../../base/plural.ts'
import { describeDatabase } from '../../catalog/postgres/describe/index.ts'
import { databaseOf } from '../../catalog/postgres/index.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { tableName } from '../../live/postgres/compare/table.ts'
import type { PostgresDescription } from '../../live/postgres/description.ts'
import type { Model } from '../../model/model.ts'
import { readMigrations } from './folder.ts'

/**
 * The finding that the spec has moved on from the newest migration, or that nobody has said yet what that one makes.
 * Nothing where there is no migration, for then the project has not begun to keep any.
 * @throws UserError where the lock file cannot be read
 */
export function migrationsBehind(projectFolder: string, model: Model): readonly Diagnostic[] {
  const { migrations, lock } = readMigrations(projectFolder, model)
  const database = databaseOf(model)
  const newest = migrations.at(-1)?.name
  if (newest === undefined || database === undefined) return []
  if (lock === undefined) return [finding(`nothing says what the newest migration \`${newest}\` makes`, wayToLock)]
  const changed = changesSince(lock.postgres, describeDatabase(database))
  if (changed.length === 0) return []
  return [finding(`${movedOn} from the newest migration \`${newest}\`: ${listed(changed)}`, wayOn)]
}

function finding(message: string, help: string): Diagnostic {
  return { code: 'migrations/behind', severity: 'error', message, help }
}

/** A lock is older than the spec, or than the Stowage that reads it: which of the two, nobody can tell from the lock. */
export const movedOn = 'the spec, or the SQL that this version of Stowage makes of it, has moved on'

/** What a person can do as long as Stowage plans first migrations only. */
export const wayOn: string =
  'write the next migration by hand beside it (a folder with a migration.sql), or, where it was never applied to a ' +
  'database that is kept, remove its folder and run `stowage migrate new` again'

/** What is to be done once a migration was written by hand. */
export const wayToLock: string =
  'it has no model.lock.json: apply it to a copy, and once `stowage verify --store postgres` finds no difference there, ' +
  'write the file by `stowage migrate lock`'

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
  return changed.slice(0, longestList).join(', ') + (more > 0 ? ` and ${inGroups(more)} more` : '')
}
