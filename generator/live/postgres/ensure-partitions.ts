import type { Step } from '../report.ts'
import { type PostgresClient, rowsOf } from './client.ts'

interface Maker {
  readonly callable: boolean
  /** Quoted. */
  readonly owner: string
}

/**
 * Makes the partitions of the months to come where the database has a function that does so.
 * @returns what was made, or that nothing was missing; empty where there is no such function
 */
export async function ensurePartitions(client: PostgresClient): Promise<readonly Step[]> {
  const [maker] = await rowsOf<Maker>(
    client,
    `SELECT has_schema_privilege(n.oid, 'USAGE') AND has_function_privilege(p.oid, 'EXECUTE') AS "callable",
       quote_ident(owner.rolname) AS "owner"
     FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace JOIN pg_roles AS owner ON owner.oid = p.proowner
     WHERE n.nspname = 'stowage' AND p.proname = 'ensure_partitions'`,
  )
  if (maker === undefined) return []
  const before = new Set(await partitionsOf(client))
  await call(client, maker)
  const made = (await partitionsOf(client)).filter((name) => !before.has(name))
  if (made.length === 0) return [{ store: 'postgres', action: 'keep', place: 'partitions of the months to come' }]
  return made.map((name) => ({ store: 'postgres', action: 'create', place: `partition ${name}` }))
}

/** As its owner, where the session's own role may not call it: who has made the database may take on that role. */
async function call(client: PostgresClient, { callable, owner }: Maker): Promise<void> {
  const run = 'SELECT stowage.ensure_partitions()'
  if (callable) await client.query(run)
  // One text is one transaction: where it fails, the role is the session's own again.
  else await client.query(`SET LOCAL ROLE ${owner}; ${run}`)
}

async function partitionsOf(client: PostgresClient): Promise<readonly string[]> {
  const rows = await rowsOf<{ readonly name: string }>(
    client,
    `SELECT n.nspname || '.' || c.relname AS "name" FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
     WHERE c.relispartition AND c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'stowage') ORDER BY 1`,
  )
  return rows.map(({ name }) => name)
}
