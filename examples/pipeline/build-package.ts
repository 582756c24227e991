import { execFile } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { databaseOf } from '../../generator/catalog/postgres/index.ts'
import { readMigrations } from '../../generator/cli/migrations/folder.ts'
import { writeFirstMigration } from '../../generator/cli/migrations/new-migration.ts'
import { emitters } from '../../generator/emit/index.ts'
import { generate } from '../../generator/generate.ts'
import type { Model } from '../../generator/model/model.ts'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../..')
const require = createRequire(import.meta.url)
const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc')

/**
 * The generated package of a spec, built as `npm run build` in it does: Prisma's client, then JavaScript and types. Kept
 * between runs for as long as neither the spec nor the runtime changes.
 *
 * @returns the folder of the project, in which the package is below the spec's output
 */
export async function buildPackage(model: Model): Promise<string> {
  const files = generate(model, emitters).filter(({ path }) => path.startsWith('provider-db/'))
  const hash = createHash('sha256').update(JSON.stringify(files.map(({ path, text }) => [path, text])))
  const folder = join(root, '.tmp/example', `${model.project.name}-${hash.digest('hex').slice(0, 16)}`)
  await buildRuntime()
  if (existsSync(folder)) return folder
  const making = `${folder}-${randomUUID()}`
  try {
    for (const { path, text } of files) write(join(making, model.project.output.root, path), text)
    const database = databaseOf(model)
    if (database !== undefined) writeFirstMigration(readMigrations(making, model), 'init', database)
    const home = join(making, model.project.output.root, 'provider-db')
    await run(process.execPath, [require.resolve('prisma/build/index.js'), 'generate'], {
      cwd: home,
      env: offline(model),
    })
    await run(process.execPath, [tsc], { cwd: home })
    renameSync(making, folder)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    // Another process was quicker.
    if (!existsSync(folder)) throw error
  }
  return folder
}

/** What the package stands on is compiled too; left alone while it is newer than its sources. */
async function buildRuntime(): Promise<void> {
  const newest = Math.max(
    ...readdirSync(join(root, 'runtime/src'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  )
  const built = statSync(join(root, 'runtime/dist/index.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (built < newest) await run(process.execPath, [tsc, '-p', 'runtime'], { cwd: root })
}

/** Where Node.js and the compiler look for the package when a file in `from` imports it by its name. */
export function linkPackage(model: Model, folder: string, from: string): void {
  const place = join(from, 'node_modules', model.project.output.package)
  mkdirSync(dirname(place), { recursive: true })
  rmSync(place, { recursive: true, force: true })
  symlinkSync(join(folder, model.project.output.root, 'provider-db'), place)
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** Prisma needs neither the database's URL nor an engine for this, and is to call nobody. */
function offline(model: Model): NodeJS.ProcessEnv {
  const env = { ...process.env }
  delete env[model.project.stores.postgres?.url ?? '']
  return { ...env, PRISMA_SCHEMA_ENGINE_BINARY: '/bin/false', CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }
}
