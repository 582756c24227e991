import { InternalError } from '../../base/internal-error.ts'
import { describeDatabase } from '../../catalog/postgres/describe/index.ts'
import { databaseOf } from '../../catalog/postgres/index.ts'
import { compareDatabase } from '../../live/postgres/compare/compare.ts'
import { strangersIn } from '../../live/postgres/compare/strangers.ts'
import { applyMigrations } from '../../live/postgres/migrate.ts'
import { readDatabase } from '../../live/postgres/read/read.ts'
import type { ApplyOptions, ApplyReport, Difference } from '../../live/report.ts'
import { inPostgres } from '../../model/lookup.ts'
import { changesSince, wayOn } from '../migrations/behind.ts'
import { readMigrations } from '../migrations/folder.ts'
import { UserError } from '../user-error.ts'
import { demandVariable } from './client-package.ts'
import { connectPostgres, type PostgresSession } from './postgres-session.ts'
import type { Store, StoreSurroundings } from './store.ts'

export const postgresStore: Store = {
  name: 'postgres',
  title: 'PostgreSQL',
  isDeclaredIn: (model) => model.project.stores.postgres !== undefined && inPostgres(model).length > 0,
  async connect(surroundings) {
    const { model, env, folder } = surroundings
    const variable = model.project.stores.postgres?.url
    const database = databaseOf(model)
    if (variable === undefined || database === undefined) throw new InternalError('the spec has no PostgreSQL')
    const session = await connectPostgres(folder, variable, demandVariable(env, 'PostgreSQL', variable))
    const wanted = describeDatabase(database)
    return {
      target: session.target,
      apply: (options) => apply(session, surroundings, wanted, options),
      verify: () => session.run(() => verify(session, surroundings, wanted)),
      close: () => session.close(),
    }
  },
}

type Wanted = ReturnType<typeof describeDatabase>

async function apply(
  session: PostgresSession,
  { model, folder, note, progress }: StoreSurroundings,
  wanted: Wanted,
  options: ApplyOptions,
): Promise<ApplyReport> {
  const { migrations, lock } = readMigrations(folder, model)
  if (migrations.length === 0) {
    throw new UserError('there is no migration to apply yet', 'make the first one: stowage migrate new init')
  }
  const made = lock?.lock.postgres ?? wanted
  if (changesSince(made, wanted).length > 0) note(`the spec has moved on from ${lock?.migration ?? ''}: ${wayOn}`)
  if (options.replace === true) note('--replace changes nothing here: what differs is changed by a migration')
  progress('applying migrations')
  return await session.run(() => applyMigrations(session.client, { migrations, made, wanted }, options))
}

async function verify(
  { client }: PostgresSession,
  { note, progress }: StoreSurroundings,
  wanted: Wanted,
): Promise<readonly Difference[]> {
  progress('reading the catalogs')
  const found = await readDatabase(client, wanted)
  const others = strangersIn(wanted, found.description)
  if (others.length > 0) note(`tables beside those of the spec, not looked at: ${others.join(', ')}`)
  return compareDatabase(wanted, found)
}
