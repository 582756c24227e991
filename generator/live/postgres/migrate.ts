import type { ApplyOptions, ApplyReport, Difference, Step } from '../report.ts'
import type { PostgresClient } from './client.ts'
import { compareDatabase } from './compare/compare.ts'
import { tableName } from './compare/table.ts'
import type { PostgresDescription } from './description.ts'
import { ensurePartitions } from './ensure-partitions.ts'
import { makeHistory, readHistory, recordAsDone } from './history.ts'
import { withMigrationLock } from './migration-lock.ts'
import { planMigrations } from './plan-migrations.ts'
import { readDatabase } from './read/read.ts'
import { type Migration, runMigration } from './run-migration.ts'
import { verifyPostgres } from './verify.ts'

export interface MigrationSet {
  readonly migrations: readonly Migration[]
  /** The database that all of them together make: what the newest `model.lock.json` holds. */
  readonly made: PostgresDescription
  /** The database that is to be, where the spec is ahead of the migrations. */
  readonly wanted?: PostgresDescription
}

/**
 * Applies what is missing, in order, and records it where `prisma migrate deploy` looks; then makes the partitions to
 * come, and compares. What exists and differs is reported and never changed: that is what migrations are for.
 *
 * A database that is already what the migrations make, and has no record of them, gets the record alone.
 * @throws MigrationFailedError where the server refuses a migration; those before it stay applied
 * @throws MigrationsBusyError
 */
export async function applyMigrations(
  client: PostgresClient,
  set: MigrationSet,
  { dryRun = false }: ApplyOptions = {},
): Promise<ApplyReport> {
  if (dryRun) return await applyUnlocked(client, set, true)
  return await withMigrationLock(client, () => applyUnlocked(client, set, false))
}

async function applyUnlocked(client: PostgresClient, set: MigrationSet, dryRun: boolean): Promise<ApplyReport> {
  const history = await readHistory(client)
  if (history === undefined || history.length === 0) {
    const start = await beginHistory(client, set, history === undefined, dryRun)
    if (start !== undefined) return start
  }
  const { applied, pending, obstacles } = planMigrations(set.migrations, history ?? [])
  const steps: Step[] = applied.map(({ name }) => step('keep', `migration ${name}`))
  if (obstacles.length > 0) return { steps, differences: obstacles }
  for (const migration of pending) {
    if (!dryRun) await runMigration(client, migration)
    steps.push(step('create', `migration ${migration.name}`))
  }
  if (dryRun && pending.length > 0) return { steps, differences: [] }
  return await concluded(client, set, steps, dryRun)
}

/**
 * Of a database that has no record of migrations yet: what there is to say and do before the first of them.
 * @returns nothing where the migrations may be applied
 */
async function beginHistory(
  client: PostgresClient,
  set: MigrationSet,
  isMissing: boolean,
  dryRun: boolean,
): Promise<ApplyReport | undefined> {
  const found = await readDatabase(client, set.made)
  const ours = new Set(set.made.tables.map(tableName))
  const there = found.description.tables.map(tableName).filter((name) => ours.has(name))
  const differences = there.length === 0 ? [] : compareDatabase(set.made, found)
  if (differences.length > 0) return { steps: [], differences: [unrecorded(there), ...differences] }
  if (isMissing && !dryRun) await makeHistory(client)
  if (there.length === 0) return undefined
  const steps: Step[] = []
  for (const { name, sql } of set.migrations) {
    if (!dryRun) await recordAsDone(client, name, sql)
    steps.push(step('create', `record of migration ${name}`, 'the database is already what it makes'))
  }
  return await concluded(client, set, steps, dryRun)
}

function unrecorded(tables: readonly string[]): Difference {
  const some = tables.slice(0, 5).join(', ')
  return {
    store: 'postgres',
    place: 'database',
    fact: 'record of migrations',
    wanted: 'public._prisma_migrations',
    found: `none, and yet there are tables of the spec that differ from it: ${some}${tables.length > 5 ? ', ...' : ''}`,
    help:
      'nothing was changed; apply to an empty database, or bring this one to what the spec says (below is what differs): ' +
      'then the next apply records it as applied',
  }
}

async function concluded(
  client: PostgresClient,
  { made, wanted = made }: MigrationSet,
  steps: readonly Step[],
  dryRun: boolean,
): Promise<ApplyReport> {
  const partitions = dryRun ? [] : await ensurePartitions(client)
  return { steps: [...steps, ...partitions], differences: await verifyPostgres(client, wanted) }
}

function step(action: Step['action'], place: string, detail?: string): Step {
  return { store: 'postgres', action, place, ...(detail === undefined ? {} : { detail }) }
}
