import { databaseOf } from '../../catalog/postgres/index.ts'
import { visible } from '../../diagnostic/visible-text.ts'
import type { Database } from '../../print/sql/tree.ts'
import { renderText } from '../../report/text.ts'
import { compile, verdictOn } from '../compile.ts'
import { clean, type ExitCode } from '../exit-code.ts'
import { type MigrationsFolder, readMigrations } from '../migrations/folder.ts'
import { lockNewestMigration } from '../migrations/lock-migration.ts'
import { writeFirstMigration } from '../migrations/new-migration.ts'
import type { Session } from '../session.ts'
import { Stages } from '../stages.ts'
import { UserError } from '../user-error.ts'

/** `stowage migrate new <name>` */
export function migrateNewCommand(session: Session, name: string): Promise<ExitCode> {
  const next = 'stowage apply --store postgres, or prisma migrate deploy; commit the folder with the spec'
  return writeMigration(session, (folder, database) => writeFirstMigration(folder, name, database), next)
}

/** `stowage migrate lock` */
export function migrateLockCommand(session: Session): Promise<ExitCode> {
  return writeMigration(session, lockNewestMigration, 'commit it with the migration and the spec')
}

/** @param write returns the files that it wrote, none where nothing is to do. @param next what a person does then */
async function writeMigration(
  session: Session,
  write: (folder: MigrationsFolder, database: Database) => readonly string[],
  next: string,
): Promise<ExitCode> {
  const { io, folder, err } = session
  const stages = new Stages(io)
  const compilation = await compile(session, stages)
  const { model } = compilation
  io.stderr.write(renderText(compilation, err))
  if (model === undefined) return verdictOn(compilation)
  const database = databaseOf(model)
  if (database === undefined) throw new UserError('the spec keeps nothing in PostgreSQL')
  const migrations = readMigrations(folder, model)
  const written = stages.run('write', () => write(migrations, database))
  stages.clear()
  if (written.length === 0) {
    const newest = migrations.migrations.at(-1)?.name ?? ''
    io.stderr.write(`nothing to do: ${visible(newest)} makes what the spec says\n`)
    return clean
  }
  io.stderr.write(written.map((path) => `  ${err.green('create ')} ${visible(path)}\n`).join(''))
  io.stderr.write(`next: ${next}\n`)
  return clean
}
