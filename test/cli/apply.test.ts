import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importClient } from '../../generator/cli/stores/client-package.ts'
import { StoreRefusal, withoutSecrets } from '../../generator/cli/stores/refusal.ts'
import { write } from '../output/trees.ts'
import { type PostgresServer, query, startPostgres } from '../support/postgres-server.ts'
import { breweryProject, nowhere, secret, threeStores } from './brewery.ts'
import { type Ran, runCli } from './run-cli.ts'

describe('on a server', () => {
  let server: PostgresServer
  const folder = breweryProject()
  const run = (...argv: readonly string[]): Promise<Ran> =>
    runCli(folder, argv, { env: { BREWERY_POSTGRES_URL: server.url } })

  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.stop())

  test('a project goes from nothing to a database without a difference, and names what somebody changes there', async () => {
    const early = await run('apply')
    expect(early.code).toBe(2)
    expect(early.err).toContain('there is no migration to apply yet\nmake the first one: stowage migrate new init\n')

    await run('migrate', 'new', 'init')
    const rehearsal = await run('apply', '--dry-run')
    expect(rehearsal.code).toBe(0)
    expect(rehearsal.out).toMatch(/^PostgreSQL: \w+ at 127\.0\.0\.1:\d+\n {2}create {2}migration 0001_init\n$/)
    expect(rehearsal.err).toBe('PostgreSQL: 1 would be created\n')

    expect(await run('apply')).toMatchObject({ code: 0, err: expect.stringContaining('PostgreSQL: 1 created') })
    const { host, pathname } = new URL(server.url)
    const target = `${pathname.slice(1)} at ${host}`
    expect(await run('apply')).toMatchObject({
      code: 0,
      out: '',
      err: `PostgreSQL (${target}): 2 as it should be, nothing differs\n`,
    })
    expect(await run('verify')).toMatchObject({ code: 0, out: '', err: `PostgreSQL (${target}): nothing differs\n` })

    await query(server.url, 'DROP POLICY own_rows ON batches; CREATE TABLE guests (id integer)')
    const drifted = await run('verify', '--store', 'postgres')
    expect(drifted.code).toBe(1)
    expect(drifted.out).toMatch(
      / {2}differs policy own_rows of batches: missing\n {12}wanted FOR ALL TO brewery_app USING/,
    )
    expect(drifted.err).toBe(
      'note: PostgreSQL: tables beside those of the spec, not looked at: guests\nPostgreSQL: 1 difference\n',
    )

    const applied = await run('apply', '--replace')
    expect(applied.code).toBe(1)
    expect(applied.err).toContain(
      '--replace changes nothing in PostgreSQL: what somebody changed by hand is taken back by hand',
    )

    const json = await run('verify', '--format', 'json')
    expect(json.code).toBe(1)
    expect(JSON.parse(json.out)).toEqual({
      version: 1,
      stores: [
        {
          store: 'postgres',
          target: expect.stringMatching(/ at 127\.0\.0\.1:\d+$/),
          steps: [],
          differences: [
            {
              place: 'policy own_rows of batches',
              fact: 'missing',
              wanted: expect.stringContaining('FOR ALL TO brewery_app'),
              found: null,
              help: null,
            },
          ],
          notes: ['tables beside those of the spec, not looked at: guests'],
          failure: null,
        },
      ],
    })
  })
})

test('a migration that the server refuses, or in which the connection breaks, is told with what to do', async () => {
  const server = await startPostgres()
  try {
    const folder = breweryProject()
    const env = { BREWERY_POSTGRES_URL: server.url }
    await runCli(folder, ['migrate', 'new', 'init'])
    const second = 'generated/provider-db/prisma/migrations/0002_by_hand/migration.sql'
    write(folder, second, 'CREATE TABLE guests (id integer);\nSELECT 1 / 0;\n')
    expect(await runCli(folder, ['apply'], { env })).toMatchObject({
      code: 3,
      err: expect.stringContaining(
        'migration 0002_by_hand was refused: division by zero\nnothing of it was kept: mend what the server names and apply again\n',
      ),
    })
    write(folder, second, 'SELECT pg_terminate_backend(pg_backend_pid());\n')
    const cutOff = await runCli(folder, ['apply'], { env })
    expect(cutOff).toMatchObject({ code: 3, err: expect.stringContaining('a part of it may have been kept') })
    // Written by hand, and not locked yet.
    expect(cutOff.err).toContain('note: PostgreSQL: nothing says what 0002_by_hand makes')
    expect(cutOff.err).toContain('`stowage migrate lock`')
    const after = await runCli(folder, ['apply'], { env })
    expect(after.code).toBe(1)
    expect(after.out).toMatch(
      / {2}differs migration 0002_by_hand: state\n {12}wanted applied\n {12}found {2}begun at .* it was cut off\n/,
    )
    expect(after.out).toContain('prisma migrate resolve --rolled-back 0002_by_hand')
  } finally {
    await server.stop()
  }
})

describe('where it cannot go on', () => {
  test.each(['apply', 'verify'])('%s says which variable is missing', async (command) => {
    expect(await runCli(breweryProject(), [command])).toEqual({
      code: 2,
      out: '',
      err: 'error: PostgreSQL: the environment variable BREWERY_POSTGRES_URL is not set: it says where PostgreSQL is\n',
    })
  })

  test.each(['apply', 'verify'])('%s names a server that is not there, without the password', async (command) => {
    const { code, out, err } = await runCli(breweryProject(), [command], { env: { BREWERY_POSTGRES_URL: nowhere } })
    expect({ code, out }).toEqual({ code: 3, out: '' })
    expect(err).toContain(
      'error: PostgreSQL: cannot connect to brewery at 127.0.0.1:1: connect ECONNREFUSED 127.0.0.1:1',
    )
    expect(err).not.toMatch(secret)
  })

  test('a URL that is none is told without repeating it', async () => {
    for (const url of ['postgresql://me:s3cr@t@[', 's3cr', 'postgresql://me:s3cret@host:notaport/x']) {
      const { code, out, err } = await runCli(breweryProject(), ['verify'], { env: { BREWERY_POSTGRES_URL: url } })
      expect(code).toBeGreaterThanOrEqual(2)
      expect(out + err).not.toMatch(secret)
    }
  })

  test('a text that says no kind of server is no URL, though the client would take it for a host', async () => {
    for (const url of ['localhost:5432', 'db.example.com/shop', 's3cr']) {
      expect(await runCli(breweryProject(), ['verify'], { env: { BREWERY_POSTGRES_URL: url } })).toEqual({
        code: 2,
        out: '',
        err: 'error: PostgreSQL: BREWERY_POSTGRES_URL is not a URL of PostgreSQL\nit looks like postgresql://user:password@host:5432/shop\n',
      })
    }
  })

  test('one store that is not there hides nothing of the others', { tags: ['full'] }, async () => {
    const env = {
      POSTGRES_URL: nowhere,
      MONGO_URL: 'mongodb://me:s3cret@127.0.0.1:1/shop?serverSelectionTimeoutMS=200',
    }
    const { code, out } = await runCli(threeStores(), ['verify', '--format', 'json'], { env })
    expect(code).toBe(3)
    const { stores } = JSON.parse(out)
    expect(
      stores.map(({ store, failure }: { store: string; failure: { kind: string } }) => [store, failure.kind]),
    ).toEqual([
      ['postgres', 'refused'],
      ['mongo', 'refused'],
      ['s3', 'setup'],
    ])
    expect(out).not.toMatch(secret)
  })

  test('a store that the spec does not use is an error', async () => {
    const { code, err } = await runCli(breweryProject(), ['apply', '--store', 'mongo'])
    expect({ code, err }).toEqual({ code: 2, err: 'error: the spec keeps nothing in MongoDB\n' })
    expect((await runCli(breweryProject(), ['apply', '--store', 'oracle'])).code).toBe(2)
  })

  test('a client package that is missing is named, and how to get it', async () => {
    await expect(importClient(breweryProject(), 'no-such-client')).rejects.toMatchObject({
      message: 'the package no-such-client is not installed',
      hint: 'npm install --save-dev no-such-client',
    })
  })
})

describe('secrets', () => {
  const url = 'postgresql://user:p%40ss%2Fw%3Ard@host:5432/db?sslpassword=other'

  test.each([
    `cannot reach ${url}`,
    'password p@ss/w:rd was refused',
    'password p%40ss%2Fw%3Ard was refused',
    'it is other',
    'postgresql://somebody:else@host/db',
  ])('are taken out of %j', (text) => {
    const { message, hint } = new StoreRefusal(text, [url], text)
    for (const shown of [message, hint ?? '']) expect(shown).not.toMatch(/p@ss|p%40ss|else|other/)
    expect(message).toContain('***')
  })

  test('leave the rest of a text alone', () => {
    expect(withoutSecrets('database "db" does not exist at host:5432', [url])).toBe(
      'database "db" does not exist at host:5432',
    )
    expect(withoutSecrets('a text', ['postgresql://user@host/db', ''])).toBe('a text')
  })
})
