import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeDatabase } from '../../generator/catalog/postgres/describe/index.ts'
import { databaseOf } from '../../generator/catalog/postgres/index.ts'
import { verifyPostgres } from '../../generator/live/postgres/verify.ts'
import type { Difference } from '../../generator/live/report.ts'
import { printDatabase } from '../../generator/print/sql/print.ts'
import { soundModel } from '../support/analyze-folder.ts'
import { type PostgresServer, query, startPostgres } from '../support/postgres-server.ts'
import type { Mutation } from './brewery/mutation.ts'
import { mutations } from './brewery/mutations.ts'

const database = databaseOf(soundModel('test/live/brewery'))
if (database === undefined) throw new Error('the brewery keeps nothing in PostgreSQL')
const wanted = describeDatabase(database)
const sql = printDatabase(database)

/** A server of its own: roles, which belong to all databases of a server, are changed too. */
let server: PostgresServer
let copies = 0

beforeAll(async () => {
  server = await startPostgres({ cluster: 'own' })
  await query(server.url, 'CREATE DATABASE brewery')
  await query(at('brewery'), sql)
})

afterAll(() => server.stop())

function at(name: string): string {
  const url = new URL(server.url)
  url.pathname = `/${name}`
  return url.href
}

/** What is otherwise in a copy of the brewery after some SQL. */
async function differencesAfter(change: string, role?: string): Promise<readonly Difference[]> {
  copies += 1
  const name = `brewery_${copies}`
  await query(server.url, `CREATE DATABASE ${name} TEMPLATE brewery`)
  try {
    if (change !== '') await query(at(name), change)
    const client = new pg.Client({ connectionString: at(name) })
    await client.connect()
    try {
      if (role !== undefined) await client.query(`SET ROLE ${role}`)
      return await verifyPostgres(client, wanted)
    } finally {
      await client.end()
    }
  } finally {
    await query(server.url, `DROP DATABASE ${name} WITH (FORCE)`)
  }
}

function named(differences: readonly Difference[]): readonly string[] {
  return differences.map(({ place, fact }) => `${place}: ${fact}`.replace(/_\d{4}_\d\d/g, '_M')).sort()
}

describe('a database that is as the spec says', () => {
  test('has no differences', async () => {
    expect(await differencesAfter('')).toEqual([])
  })

  test.each(['brewery_app', 'brewery_system', 'brewery_backup', 'brewery_owner'])('nor for %s', async (role) => {
    expect(await differencesAfter('', role)).toEqual([])
  })

  test('may hold tables, views and functions of others', async () => {
    const others = `
      CREATE TABLE notes (id integer, brewery_id uuid REFERENCES breweries (id));
      CREATE VIEW noted AS SELECT id FROM notes;
      CREATE VIEW seen_through WITH (security_invoker = true) AS SELECT id FROM batches;
      CREATE FUNCTION add(integer, integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 + $2';
      CREATE SCHEMA elsewhere; CREATE TABLE elsewhere.batches (id integer)`
    expect(await differencesAfter(others)).toEqual([])
  })

  test('may have partitions of any months, and be read with any settings', async () => {
    const change = `
      SELECT stowage.ensure_partitions(30); DROP TABLE stowage.readings_${monthsAhead(2)};
      ALTER DATABASE brewery_${copies + 1} SET DateStyle = 'German';
      ALTER DATABASE brewery_${copies + 1} SET TimeZone = 'Asia/Tokyo';
      ALTER DATABASE brewery_${copies + 1} SET standard_conforming_strings = off;
      ALTER DATABASE brewery_${copies + 1} SET quote_all_identifiers = on;
      ALTER DATABASE brewery_${copies + 1} SET search_path = stowage, public`
    expect(await differencesAfter(change)).toEqual([])
  })

  test('is left as it is', async () => {
    const client = new pg.Client({ connectionString: at('brewery') })
    await client.connect()
    try {
      const count =
        "SELECT (SELECT count(*) FROM pg_class) AS classes, current_setting('search_path') AS path, current_user AS name"
      const before = await client.query(count)
      await verifyPostgres(client, wanted)
      expect((await client.query(count)).rows).toEqual(before.rows)
      expect((await client.query('SELECT txid_current_if_assigned() AS id')).rows).toEqual([{ id: null }])
    } finally {
      await client.end()
    }
  })
})

/** `2026_11` */
function monthsAhead(months: number): string {
  const now = new Date()
  const then = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months))
  return then.toISOString().slice(0, 7).replace('-', '_')
}

describe('a change is named, and nothing else', { tags: ['full'] }, () => {
  test('there are many', () => {
    expect(Object.keys(mutations).length).toBeGreaterThan(70)
  })

  test.each(Object.entries<Mutation>(mutations))('%s', async (_, mutation) => {
    try {
      expect(named(await differencesAfter(mutation.sql))).toEqual([...mutation.named].sort())
    } finally {
      if (mutation.undo !== undefined) await query(server.url, mutation.undo)
    }
  })
})
