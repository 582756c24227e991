import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type PostgresServer, query, startPostgres } from '../support/postgres-server.ts'
import { breweryProject } from './brewery.ts'
import { type Ran, runCli } from './run-cli.ts'

const empty = 'DROP SCHEMA IF EXISTS public, stowage CASCADE; CREATE SCHEMA public'

let server: PostgresServer
let folder: string

beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

beforeEach(async () => {
  folder = breweryProject()
  await runCli(folder, ['migrate', 'new', 'init'])
  await run('apply')
})
afterEach(async () => {
  await query(server.url, empty)
})

function run(...argv: readonly string[]): Promise<Ran> {
  return runCli(folder, argv, { env: { BREWERY_POSTGRES_URL: server.url } })
}

test('an empty database is told in one line, in JSON with all it lacks, and verify makes nothing', async () => {
  await query(server.url, empty)
  const { code, out, err } = await run('verify')
  expect({ code, err }).toEqual({ code: 1, err: '' })
  expect(out).toMatch(/^PostgreSQL: \w+ at [\d.:]+\n {2}nothing of the spec is there yet: stowage apply\n$/)
  const json = await run('verify', '--format', 'json')
  expect(json.code).toBe(1)
  const [store] = JSON.parse(json.out).stores
  expect(Object.keys(store)).toEqual(['store', 'target', 'steps', 'differences', 'notes', 'failure'])
  for (const place of ['table batches', 'schema stowage']) {
    expect(store.differences).toContainEqual(expect.objectContaining({ place, fact: 'missing', found: null }))
  }
  expect(await query(server.url, "SELECT FROM pg_tables WHERE schemaname IN ('public', 'stowage')")).toEqual([])
})

test('where nothing is there, what is there and wrong is still told', async () => {
  await query(server.url, `${empty}; CREATE SCHEMA stowage; CREATE TABLE stowage.planted (id integer)`)
  const { code, out } = await run('verify')
  expect(code).toBe(1)
  expect(out).toContain('  nothing of the spec is there yet: stowage apply\n')
  expect(out).toContain('  differs table stowage.planted: not in the spec\n')
  expect(out).not.toContain('table batches')
})

test('a table that is there means that something is: all that is missing is listed', async () => {
  await query(server.url, `${empty}; CREATE TABLE malts (id integer)`)
  const { code, out, err } = await run('verify')
  expect(code).toBe(1)
  expect(out).toContain('  differs table batches: missing\n')
  expect(out).not.toContain('nothing of the spec')
  expect(err).toMatch(/^PostgreSQL: \d+ differences\n$/)
})

test('of two long texts the first line that differs is shown', async () => {
  await query(
    server.url,
    `UPDATE pg_proc SET prosrc = replace(prosrc, 'FROM stowage.lifecycle_moves', 'FROM stowage.other_moves')
     WHERE proname = 'check_move_of_state'`,
  )
  const { code, out } = await run('verify')
  expect(code).toBe(1)
  expect(out).toMatch(
    / {2}differs function stowage\.check_move_of_state\(\): body\n {12}wanted line \d+: SELECT FROM stowage\.lifecycle_moves.*\n {12}found {2}line \d+: SELECT FROM stowage\.other_moves/,
  )
})

test('what a server holds cannot write to the terminal', async () => {
  const name = `red${String.fromCodePoint(0x1b)}[31m${String.fromCodePoint(0x202e)}`
  await query(server.url, `CREATE TABLE stowage."${name}" (id integer); CREATE TABLE "${name}" (id integer)`)
  for (const format of ['text', 'json']) {
    const { code, out, err } = await run('verify', '--format', format)
    expect(code).toBe(1)
    expect(out).toContain(format === 'json' ? '\\u001b[31m\\u202e' : 'red<U+001B>[31m<U+202E>')
    expect(err).toContain('tables beside those of the spec, not looked at: red<U+001B>[31m<U+202E>')
    expect(out + err).not.toContain(String.fromCodePoint(0x1b))
  }
})

test('a spec that cannot be read is reported as ever, and no server is asked', async () => {
  const broken = breweryProject()
  const { code, err } = await runCli(broken, ['verify', '--config', 'spec/brewing.yaml'])
  expect(code).toBe(1)
  expect(err).toContain('error[')
})
