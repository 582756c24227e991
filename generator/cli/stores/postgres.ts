import { InternalError } from '../../base/internal-error.ts'
import { describeDatabase } from '../../catalog/postgres/describe/index.ts'
import { databaseOf } from '../../catalog/postgres/index.ts'
import { compareDatabase } from '../../live/postgres/compare/compare.ts'
import { strangersIn } from '../../live/postgres/compare/strangers.ts'
import { tableName } from '../../live/postgres/compare/table.ts'
import { applyMigrations } from '../../live/postgres/migrate.ts'
import { readDatabase } from '../../live/postgres/read/read.ts'
import type { ApplyOptions, ApplyReport, Difference } from '../../live/report.ts'
import { inPostgres } from '../../model/lookup.ts'
import { changesSince, movedOn, wayOn, wayToLock } from '../migrations/behind.ts'
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
      contents: wanted.tables.map((table) => `table ${tableName(table)}`),
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
  const newest = migrations.at(-1)?.name ?? ''
  const made = lock?.postgres ?? wanted
  if (lock === undefined) note(`nothing says what ${newest} makes: ${wayToLock}`)
  if (changesSince(made, wanted).length > 0) note(`${movedOn} from ${newest}: ${wayOn}`)
  if (options.replace === true) {
    note(
      '--replace changes nothing in PostgreSQL: what somebody changed by hand is taken back by hand, ' +
        'what the spec has changed is made by a migration',
    )
  }
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
