import pg from 'pg'
import { sqlEmitter } from '../../../generator/emit/sql/index.ts'
import type { Model } from '../../../generator/model/model.ts'

/** The text of `schema.sql`; empty where nothing is kept in PostgreSQL. */
export function sqlOf(model: Model): string {
  return [...sqlEmitter.emit(model)].map(({ text }) => text)[0] ?? ''
}

/** Runs a text as one query of any number of statements, which is one transaction, and answers the server's warnings. */
export async function load(url: string, sql: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url })
  const notices: string[] = []
  client.on('notice', ({ severity, message }) => notices.push(`${severity ?? ''}: ${message ?? ''}`))
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
  return notices
}
