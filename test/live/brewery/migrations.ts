import pg from 'pg'
import { describeDatabase } from '../../../generator/catalog/postgres/describe/index.ts'
import { databaseOf } from '../../../generator/catalog/postgres/index.ts'
import { applyMigrations } from '../../../generator/live/postgres/migrate.ts'
import type { Migration } from '../../../generator/live/postgres/run-migration.ts'
import type { ApplyOptions, ApplyReport } from '../../../generator/live/report.ts'
import { printDatabase } from '../../../generator/print/sql/print.ts'
import { soundModel } from '../../support/analyze-folder.ts'
import { query, startPostgres } from '../../support/postgres-server.ts'

const database = databaseOf(soundModel('test/live/brewery'))
if (database === undefined) throw new Error('the brewery keeps nothing in PostgreSQL')
const made = describeDatabase(database)

/** All of the schema. */
export const first: Migration = { name: '0001_init', sql: printDatabase(database) }
/** Beside the spec's own tables, so that nothing differs afterwards. */
export const second: Migration = {
  name: '0002_notes',
  sql: 'CREATE TABLE notes (id integer);\nINSERT INTO notes VALUES (1);\n',
}
export const third: Migration = { name: '0003_more', sql: 'CREATE TABLE more_notes (id integer);\n' }
export const failing: Migration = { name: '0002_broken', sql: 'CREATE TABLE kept (id integer);\nSELECT 1 / 0;\n' }
/** Whoever commits in the middle of a migration keeps half of it. */
export const halfKept: Migration = {
  name: '0002_half',
  sql: 'CREATE TABLE half (id integer);\nCOMMIT;\nSELECT 1 / 0;\n',
}

/** A database, and what one does to it here. */
export interface Place {
  readonly url: string
  apply(migrations: readonly Migration[], options?: ApplyOptions): Promise<ApplyReport>
  run(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>
}

/** An empty database, gone afterwards. */
export async function withPlace(work: (place: Place) => Promise<void>): Promise<void> {
  const server = await startPostgres()
  try {
    await work(placeAt(server.url))
  } finally {
    await server.stop()
  }
}

export function placeAt(url: string): Place {
  return {
    url,
    run: (sql) => query(url, sql),
    async apply(migrations, options) {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      try {
        return await applyMigrations(client, { migrations, made }, options)
      } finally {
        await client.end()
      }
    },
  }
}

/** A report in a line each, without what it says of partitions. */
export function told({ steps, differences }: ApplyReport): readonly string[] {
  return [
    ...steps.map(({ action, place }) => `${action} ${place}`).filter((text) => !text.includes('partition')),
    ...differences.map(({ place, fact }) => `${place}: ${fact}`),
  ]
}

/** What Prisma's table holds, but for ids and times. */
export const history: string = `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished, rolled_back_at IS NOT NULL AS undone,
  applied_steps_count AS steps, logs FROM _prisma_migrations ORDER BY started_at`
