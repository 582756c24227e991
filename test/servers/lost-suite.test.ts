import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { query, startPostgres } from '../support/postgres-server.ts'
import { until } from '../support/servers/port.ts'

const program = `
  import { startPostgres } from './test/support/postgres-server.ts'
  console.log((await startPostgres()).url)
  setInterval(() => undefined, 1000)
`

test('what a suite held is given back when its process is killed', async () => {
  const mine = await startPostgres()
  const suite = spawn(process.execPath, ['--input-type=module-typescript', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { value: url } = await createInterface({ input: suite.stdout })[Symbol.asyncIterator]().next()
  const database = new URL(String(url)).pathname.slice(1)
  expect(new URL(String(url)).host).toBe(new URL(mine.url).host)
  const found = (): ReturnType<typeof query> =>
    query(mine.url, `SELECT 1 FROM pg_database WHERE datname = '${database}'`)
  expect(await found()).toHaveLength(1)
  suite.kill('SIGKILL')
  await once(suite, 'exit')
  await until(
    async () => (await found()).length === 0,
    () => undefined,
  )
  await mine.stop()
})
