import { describe, expect, test } from 'vitest'
import { type PostgresServer, query, startPostgres } from '../support/postgres-server.ts'
import { until } from '../support/servers/port.ts'
import { keeperWith } from './keeper-with.ts'

const postgres = { want: 'postgres' } as const

async function databasesOf(url: string): Promise<readonly unknown[]> {
  return (await query(url, 'SELECT datname FROM pg_database')).map(({ datname }) => datname)
}

const nameOf = ({ url }: PostgresServer): string => new URL(url).pathname.slice(1)

describe('PostgreSQL', () => {
  test('gives each suite an empty database of its own on one server, and the rights of a superuser', async () => {
    const [first, second] = await Promise.all([startPostgres(), startPostgres()])
    expect(new URL(first.url).host).toBe(new URL(second.url).host)
    expect(nameOf(first)).not.toBe(nameOf(second))
    const [facts] = await query(
      first.url,
      `SELECT current_setting('is_superuser') AS superuser, current_setting('server_version_num')::int / 10000 AS version,
        (SELECT count(*)::int FROM pg_tables WHERE schemaname = 'public') AS tables`,
    )
    expect(facts).toEqual({ superuser: 'on', version: 16, tables: 0 })
    await first.stop()
    await first.stop()
    expect(await databasesOf(second.url)).not.toContain(nameOf(first))
    expect(await databasesOf(second.url)).toContain(nameOf(second))
    await second.stop()
  })

  test('removes a database to which somebody is still connected', async () => {
    const [kept, dropped] = await Promise.all([startPostgres(), startPostgres()])
    const asleep = query(dropped.url, 'SELECT pg_sleep(600)').then(
      () => 'woke up',
      (error: unknown) => String(error),
    )
    const sleepers = `SELECT 1 FROM pg_stat_activity WHERE datname = '${nameOf(dropped)}' AND state = 'active'`
    await until(
      async () => (await query(kept.url, sleepers)).length === 1,
      () => undefined,
    )
    await dropped.stop()
    expect(await asleep).toMatch(/terminat/)
    expect(await databasesOf(kept.url)).not.toContain(nameOf(dropped))
    await kept.stop()
  })

  test('is looked for in POSTGRES_URL first, and nothing stays there', async () => {
    const theirs = await startPostgres()
    const keeper = await keeperWith({ POSTGRES_URL: theirs.url })
    const [given, forgotten] = await Promise.all([
      keeper.lease<PostgresServer>(postgres),
      keeper.lease<PostgresServer>(postgres),
    ])
    expect(await keeper.facts()).toMatchObject([{ store: 'postgres', kind: 'real', origin: 'POSTGRES_URL' }])
    expect(await databasesOf(theirs.url)).toEqual(expect.arrayContaining([nameOf(given), nameOf(forgotten)]))
    await given.stop()
    expect(await databasesOf(theirs.url)).not.toContain(nameOf(given))
    await keeper.stop()
    expect(await databasesOf(theirs.url)).not.toContain(nameOf(forgotten))
    await theirs.stop()
  })

  test('is not looked for elsewhere when POSTGRES_URL does not answer, and no password is told', async () => {
    const keeper = await keeperWith({ POSTGRES_URL: 'postgresql://me:secret@127.0.0.1:1/mine' })
    const refusal = await keeper.lease(postgres).catch((error: unknown) => String(error))
    expect(refusal).toContain('127.0.0.1:1')
    expect(refusal).not.toContain('secret')
    expect(await keeper.facts()).toMatchObject([{ kind: 'none', origin: expect.stringContaining('ECONNREFUSED') }])
  })

  test('gives a suite roles of its own in a cluster of its own', async () => {
    const [shared, own] = await Promise.all([startPostgres(), startPostgres({ cluster: 'own' })])
    expect(new URL(own.url).host).not.toBe(new URL(shared.url).host)
    await query(own.url, 'CREATE ROLE nobody_elses')
    expect(await query(shared.url, `SELECT 1 FROM pg_roles WHERE rolname = 'nobody_elses'`)).toEqual([])
    await own.stop()
    await expect(query(own.url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/)
    await shared.stop()
  })
})
