import pg from 'pg'
import { startPostgres } from '../postgres-server.ts'

/**
 * What PostgreSQL makes of a text of SQL in an empty database: the statements it reads, and what is there afterwards,
 * without the texts in it. A line of a comment that became a statement, or a literal that ended early, changes both.
 */
export async function sqlShape(text: string): Promise<unknown> {
  const server = await startPostgres()
  const client = new pg.Client({ connectionString: server.url })
  try {
    await client.connect()
    // The types of pg know one result; for a text of several statements there is one for each.
    const results: unknown = await client.query(text)
    const statements = Array.isArray(results) ? results.map((result: pg.QueryResult) => result.command) : []
    const { rows } = await client.query<{ readonly found: string }>(catalog)
    return [statements, rows.map(({ found }) => found.replace(/E?'(?:[^']|'')*'/g, "''"))]
  } finally {
    await client.end()
    await server.stop()
  }
}

const ours = `IN ('public'::regnamespace, 'stowage'::regnamespace)`

/** One line for each thing of the two schemas, and for each comment whose it is. */
const catalog = `
SELECT 'relation ' || relkind::text || ' ' || oid::regclass AS found FROM pg_class WHERE relnamespace ${ours}
UNION ALL SELECT 'column ' || attrelid::regclass || '.' || attname || ' ' || format_type(atttypid, atttypmod)
  || coalesce(' ' || pg_get_expr(adbin, adrelid), '')
  FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
  LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
  WHERE relnamespace ${ours} AND attnum > 0
UNION ALL SELECT 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace ${ours}
UNION ALL SELECT 'index ' || pg_get_indexdef(indexrelid) FROM pg_index
  JOIN pg_class ON pg_class.oid = indexrelid WHERE relnamespace ${ours}
UNION ALL SELECT 'trigger ' || tgname || ' of ' || tgrelid::regclass FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT 'policy ' || polname || ' of ' || polrelid::regclass FROM pg_policy
UNION ALL SELECT 'function ' || oid::regprocedure FROM pg_proc WHERE pronamespace ${ours}
UNION ALL SELECT 'comment on ' || objoid::regclass || ' ' || objsubid FROM pg_description
  JOIN pg_class ON pg_class.oid = objoid WHERE classoid = 'pg_class'::regclass AND relnamespace ${ours}
ORDER BY 1
`
