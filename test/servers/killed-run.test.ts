import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isListening, until } from '../support/servers/port.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'
import { alone, runWithin } from './run-within.ts'

interface Held {
  readonly worker: number
  readonly servers: readonly { readonly url?: string; readonly endpoint?: string }[]
}

describe('a run that is killed', { tags: ['full'] }, () => {
  test('leaves no server, no process and no folder behind', { timeout: 120_000 }, async () => {
    using outside = new TemporaryFolder()
    const temporary = join(outside.path, 'tmp')
    const held = join(outside.path, 'held.json')
    mkdirSync(temporary)
    const log = openSync(join(outside.path, 'log'), 'a')
    // PostgreSQL runs as another user where root runs the tests.
    chmodSync(outside.path, 0o755)
    const run = spawn(process.execPath, runWithin('hanging'), {
      stdio: ['ignore', log, log],
      env: alone({ TMPDIR: temporary, HELD: held, POSTGRES_URL: '', MONGO_URL: '', S3_ENDPOINT: '' }),
    })
    const ended = once(run, 'exit')
    await until(
      async () => existsSync(held) && outside.read('held.json').endsWith('}'),
      () => (run.exitCode === null ? undefined : `the run ended by itself:\n${outside.read('log')}`),
    )
    const { worker, servers } = JSON.parse(outside.read('held.json')) as Held
    const ports = servers.map(({ url, endpoint }) => Number(new URL(String(url ?? endpoint)).port))
    expect(await Promise.all(ports.map(isListening))).toEqual([true, true, true, true])
    expect(readdirSync(temporary).length).toBeGreaterThanOrEqual(4)

    run.kill('SIGKILL')
    await ended
    await until(
      async () => readdirSync(temporary).length === 0,
      () => undefined,
    )
    expect(await Promise.all(ports.map(isListening))).toEqual([false, false, false, false])
    await until(
      async () => !isAlive(worker),
      () => undefined,
    )
  })
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
