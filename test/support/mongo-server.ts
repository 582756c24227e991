import { lease } from './servers/keeper-client.ts'

/** A database of its own for a suite. */
export interface MongoDatabase {
  /** Names the database: `mongodb://host:port/database?replicaSet=rs0`. */
  readonly url: string
  readonly databaseName: string
  /** `double`: the stand-in of this repository, wherever it was found. A green run on it is no run on MongoDB. */
  readonly kind: 'real' | 'double'
  /** As the server says: `7.0.40`. */
  readonly version: string
  /** Removes the database, its users and roles. Safe to call twice; the end of the test's process does the same. */
  stop(): Promise<void>
}

/**
 * A database on the server of this run: the one that `MONGO_URL` names, else a `mongod` of this machine, else one that can be
 * downloaded, else the double. Rejects with what was looked for where `REQUIRE_REAL=1` and there is only the double.
 */
export async function mongoDatabase(): Promise<MongoDatabase> {
  return await lease({ want: 'mongo' })
}
