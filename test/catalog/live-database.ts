import pg from 'pg'
import type { PostgresDescription } from '../../generator/live/postgres/description.ts'
import { type LiveDatabase, readDatabase } from '../../generator/live/postgres/read/read.ts'
import { startPostgres } from '../support/postgres-server.ts'

/** Makes a database by a text of SQL and hands on a connection to it, with the rights of a superuser; gone afterwards. */
async function withDatabase<Result>(sql: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const server = await startPostgres()
  try {
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    try {
      if (sql !== '') await client.query(sql)
      return await work(client)
    } finally {
      await client.end()
    }
  } finally {
    await server.stop()
  }
}

/** The same, and reads what the catalogs then say. */
export function readAfter(sql: string, wanted: PostgresDescription): Promise<LiveDatabase> {
  return withDatabase(sql, (client) => readDatabase(client, wanted))
}
