import type { Difference } from '../report.ts'
import { checksumOf, type MigrationRecord, matchesChecksum } from './history.ts'
import type { Migration } from './run-migration.ts'

/** What is left to do, and what stands in the way. */
export interface MigrationPlan {
  readonly applied: readonly Migration[]
  /** In the order in which they are to be applied. */
  readonly pending: readonly Migration[]
  /** Where there is any, nothing is applied: history has to be mended by a person first. */
  readonly obstacles: readonly Difference[]
}

/** Compares the folders with what the database has recorded. */
export function planMigrations(migrations: readonly Migration[], history: readonly MigrationRecord[]): MigrationPlan {
  const standing = history.filter(({ rolledBackOn }) => rolledBackOn === undefined)
  const finished = new Map(
    standing.filter(({ finishedOn }) => finishedOn !== undefined).map((record) => [record.name, record]),
  )
  const failed = standing.filter(({ name, finishedOn }) => finishedOn === undefined && !finished.has(name))
  const ordered = migrations.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const applied = ordered.filter(({ name }) => finished.has(name))
  const known = new Set(ordered.map(({ name }) => name))
  return {
    applied,
    pending: ordered.filter(({ name }) => !finished.has(name)),
    obstacles: [
      ...failed.map(unfinished),
      ...applied.flatMap((migration) => edited(migration, finished.get(migration.name))),
      ...[...finished.values()].filter(({ name }) => !known.has(name)).map(absent),
    ],
  }
}

function unfinished({ name, startedOn, logs }: MigrationRecord): Difference {
  const why = logs === undefined || logs === '' ? 'it was cut off' : logs
  return {
    store: 'postgres',
    place: `migration ${name}`,
    fact: 'state',
    wanted: 'applied',
    found: `begun at ${startedOn} and not finished: ${why}`,
    help:
      'look what of it is in the database; then say that it is to be tried again, ' +
      `\`prisma migrate resolve --rolled-back ${name}\`, or that all of it is there, \`prisma migrate resolve --applied ${name}\``,
  }
}

function edited({ name, sql }: Migration, record: MigrationRecord | undefined): readonly Difference[] {
  if (record === undefined || matchesChecksum(sql, record.checksum)) return []
  return [
    {
      store: 'postgres',
      place: `migration ${name}`,
      fact: 'checksum of migration.sql',
      wanted: checksumOf(sql),
      found: record.checksum,
      help: 'the file was changed after it was applied: put back what was applied, and make the change a migration of its own',
    },
  ]
}

function absent({ name, checksum }: MigrationRecord): Difference {
  return {
    store: 'postgres',
    place: `migration ${name}`,
    fact: 'not among the files',
    found: `applied, checksum ${checksum}`,
    help: 'the database is ahead of these files, or of another line of development: bring its migration into the project',
  }
}
