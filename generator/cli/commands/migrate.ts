import { databaseOf } from '../../catalog/postgres/index.ts'
import { renderText } from '../../diagnostic/render-text.ts'
import { visible } from '../../diagnostic/visible-text.ts'
import { compile, verdictOn } from '../compile.ts'
import { clean, type ExitCode } from '../exit-code.ts'
import { readMigrations } from '../migrations/folder.ts'
import { writeFirstMigration } from '../migrations/new-migration.ts'
import type { Session } from '../session.ts'
import { Stages } from '../stages.ts'
import { UserError } from '../user-error.ts'

/** `stowage migrate new <name>` */
export async function migrateNewCommand(session: Session, name: string): Promise<ExitCode> {
  const { io, folder, err } = session
  const stages = new Stages(io)
  const compilation = compile(session, stages)
  const { model, diagnostics, files } = compilation
  io.stderr.write(renderText(diagnostics, files.length, err))
  if (model === undefined) return verdictOn(compilation)
  const database = databaseOf(model)
  if (database === undefined) throw new UserError('the spec keeps nothing in PostgreSQL')
  const written = stages.run('write', () => writeFirstMigration(readMigrations(folder, model), name, database))
  stages.clear()
  io.stderr.write(written.map((path) => `  ${err.green('create ')} ${visible(path)}\n`).join(''))
  io.stderr.write('next: stowage apply --store postgres, or prisma migrate deploy; commit the folder with the spec\n')
  return clean
}
