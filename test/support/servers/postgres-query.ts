import pg from 'pg'

/** Runs one text of SQL, of any number of statements, on a connection of its own. */
export async function query(url: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString: url })
  // Between two steps a lost connection is an event; the next step rejects with it.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows ?? []
  } finally {
    await client.end()
  }
}
