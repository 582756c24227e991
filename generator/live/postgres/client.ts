/** One connection, as `pg`'s Client offers it. A pool will not do: what is set for a session must hold for the next text. */
export interface PostgresClient {
  query(text: string, values?: unknown[]): Promise<{ readonly rows: readonly unknown[] }>
}

/**
 * The rows of a query as plain data. They travel as one JSON text, so that no client's parsers of types can change them; a key whose
 * value is NULL is left out.
 * @param sql a SELECT; the names of its columns become keys
 */
export async function rowsOf<Row>(
  client: PostgresClient,
  sql: string,
  values: unknown[] = [],
): Promise<readonly Row[]> {
  const { rows } = await client.query(
    `SELECT coalesce(json_strip_nulls(json_agg(row_to_json(found))), '[]')::text AS found FROM (${sql}) AS found`,
    values,
  )
  const [first] = rows
  if (typeof first !== 'object' || first === null || !('found' in first) || typeof first.found !== 'string') return []
  return JSON.parse(first.found)
}
