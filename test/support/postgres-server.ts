import { lease } from './servers/keeper-client.ts'

export { query } from './servers/postgres-query.ts'

/** A database of its own for a suite, with the rights of a superuser. */
export interface PostgresServer {
  /** `postgresql://user@host:port/database` */
  readonly url: string
  /** As the server says: `16.14`. */
  readonly version: string
  /** Removes the database. Safe to call twice; the end of the test's process does the same. */
  stop(): Promise<void>
}

/**
 * An empty database on the server of this run: the one that `POSTGRES_URL` names, else one that is started from the binaries
 * which come with npm. Roles belong to the whole server and so to all suites; one that needs its own asks for a cluster.
 */
export async function startPostgres(options: { readonly cluster?: 'shared' | 'own' } = {}): Promise<PostgresServer> {
  return await lease(options.cluster === 'own' ? { want: 'postgres-cluster' } : { want: 'postgres' })
}
