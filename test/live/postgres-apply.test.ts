import { describe, expect, test } from 'vitest'
import { query, startPostgres } from '../support/postgres-server.ts'
import { prismaDeploy } from '../support/prisma-engine-live.ts'
import { first, placeAt, second, third, told, withPlace } from './brewery/migrations.ts'

describe('an empty database', () => {
  test('gets everything, in order, with its partitions, and is then as described', async () => {
    await withPlace(async ({ apply }) => {
      const report = await apply([third, first, second])
      expect(told(report)).toEqual([
        'create migration 0001_init',
        'create migration 0002_notes',
        'create migration 0003_more',
      ])
      expect(told(await apply([first, second, third]))).toEqual([
        'keep migration 0001_init',
        'keep migration 0002_notes',
        'keep migration 0003_more',
      ])
    })
  })

  test('is left alone by a rehearsal', async () => {
    await withPlace(async ({ apply, run }) => {
      expect(told(await apply([first, second], { dryRun: true }))).toEqual([
        'create migration 0001_init',
        'create migration 0002_notes',
      ])
      expect(await run("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace")).toEqual([])
    })
  })

  test('takes two at once, one after the other', async () => {
    await withPlace(async ({ apply, run }) => {
      const reports = await Promise.all([apply([first]), apply([first])])
      expect(reports.map(told).sort()).toEqual([['create migration 0001_init'], ['keep migration 0001_init']])
      expect(await run('SELECT count(*)::integer AS records FROM _prisma_migrations')).toEqual([{ records: 1 }])
    })
  })

  test('gets a month that is missing, and says so', async () => {
    await withPlace(async ({ apply, run }) => {
      await apply([first])
      const [month] = await run("SELECT to_char(now() AT TIME ZONE 'UTC' + interval '2 months', 'YYYY_MM') AS name")
      const partition = `stowage.readings_${String(month?.name)}`
      await run(`DROP TABLE ${partition}`)
      const { steps } = await apply([first])
      expect(steps).toContainEqual({ store: 'postgres', action: 'create', place: `partition ${partition}` })
      expect((await apply([first])).steps).toContainEqual({
        store: 'postgres',
        action: 'keep',
        place: 'partitions of the months to come',
      })
    })
  })
})

describe('a database that was there before', () => {
  test('and is what the migrations make gets the record alone', async () => {
    await withPlace(async ({ url, apply, run }) => {
      await run(first.sql)
      expect(told(await apply([first], { dryRun: true }))).toEqual(['create record of migration 0001_init'])
      expect(await run("SELECT to_regclass('_prisma_migrations') AS history")).toEqual([{ history: null }])
      expect(told(await apply([first]))).toEqual(['create record of migration 0001_init'])
      expect(await prismaDeploy(url, [first])).toEqual([])
      expect(told(await apply([first, third]))).toEqual(['keep migration 0001_init', 'create migration 0003_more'])
    })
  })

  test('and differs is left as it is, with all that differs', async () => {
    await withPlace(async ({ apply, run }) => {
      await run(first.sql)
      await run('ALTER TABLE malts ADD COLUMN colour text')
      expect(told(await apply([first]))).toEqual([
        'database: record of migrations',
        'column colour of malts: not in the spec',
      ])
      expect(await run("SELECT to_regclass('_prisma_migrations') AS history")).toEqual([{ history: null }])
    })
  })

  test('and is ahead of the files is left as it is', async () => {
    await withPlace(async ({ apply }) => {
      await apply([first, second])
      expect(told(await apply([first, third]))).toEqual([
        'keep migration 0001_init',
        'migration 0002_notes: not among the files',
      ])
    })
  })

  test('and holds tables of others keeps them', async () => {
    await withPlace(async ({ url, apply, run }) => {
      await run('CREATE TABLE guests (id integer); INSERT INTO guests VALUES (7)')
      await expect(prismaDeploy(url, [first])).rejects.toThrow('not empty')
      expect(told(await apply([first]))).toEqual(['create migration 0001_init'])
      expect(await run('SELECT id FROM guests')).toEqual([{ id: 7 }])
      expect(await prismaDeploy(url, [first])).toEqual([])
    })
  })
})

test('somebody who is no superuser, but may make roles and owns the database, makes all of it', async () => {
  const server = await startPostgres({ cluster: 'own' })
  try {
    await query(server.url, "CREATE ROLE maker LOGIN CREATEROLE PASSWORD 'x'")
    await query(server.url, 'CREATE DATABASE made OWNER maker')
    const url = new URL(server.url)
    url.username = 'maker'
    url.password = 'x'
    url.pathname = '/made'
    const { apply, run } = placeAt(url.href)
    const lacking = 'role brewery_backup: bypasses row level security'
    expect(told(await apply([first]))).toEqual(['create migration 0001_init', lacking])
    await run('SET ROLE brewery_owner; DROP TABLE stowage.readings_default')
    const again = await apply([first])
    expect(told(again)).toEqual(['keep migration 0001_init', lacking])
    expect(again.steps).toContainEqual({
      store: 'postgres',
      action: 'create',
      place: 'partition stowage.readings_default',
    })
  } finally {
    await server.stop()
  }
})
