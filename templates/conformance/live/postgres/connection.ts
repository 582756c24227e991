/** A row as the driver gives it, by column. */
export type Row = Readonly<Record<string, unknown>>

export interface Result {
  readonly rows: readonly Row[]
  /** How many rows were read, made, changed or removed. */
  readonly rowCount: number
}

/** One session of PostgreSQL. */
export interface Connection {
  /** Without values the text may hold several statements; the last one's result comes back. */
  query(text: string, values?: readonly unknown[]): Promise<Result>
  end(): Promise<void>
}

/**
 * Connects by `pg`, which is loaded only now: where the live tests are skipped nobody needs it.
 *
 * @throws Error without the URL's password
 */
export async function connect(url: string, applicationName: string): Promise<Connection> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, application_name: applicationName })
  // A server that goes away shows in the next query; without a listener it would end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    await client.end().catch(() => undefined)
    throw new Error(`cannot connect to ${withoutPassword(url)}: ${error instanceof Error ? error.message : error}`)
  }
  return {
    query: async (text, values) => {
      const result = await (values === undefined ? client.query(text) : client.query(text, [...values]))
      // Of several statements pg gives a list of results.
      const last = Array.isArray(result) ? result.at(-1) : result
      return { rows: last?.rows ?? [], rowCount: last?.rowCount ?? 0 }
    },
    end: () => client.end(),
  }
}

/** The URL as it may be shown. */
export function withoutPassword(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url)
    return `${protocol}//${host}${pathname}`
  } catch {
    return 'the server'
  }
}
