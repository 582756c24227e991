import type { Connection, mongo } from 'mongoose'
import type { ApplyOptions, ApplyReport, Difference } from '../report.ts'
import { applyMongo } from './apply.ts'
import type { CollectionDescription, RoleDescription } from './description.ts'
import { verifyMongo } from './verify.ts'

export interface MongoOptions {
  /** Whether the application's role is made and compared, too. Default true. */
  readonly role?: boolean
}

/** Waits until the connection is open. */
async function databaseOf(connection: Connection): Promise<mongo.Db> {
  const { db } = await connection.asPromise()
  if (db === undefined) throw new Error('the connection has no database')
  return db
}

export async function applyToConnection(
  connection: Connection,
  collections: readonly CollectionDescription[],
  applicationRole: RoleDescription,
  { role = true, ...options }: ApplyOptions & MongoOptions = {},
): Promise<ApplyReport> {
  return applyMongo(await databaseOf(connection), collections, {
    ...options,
    ...(role ? { role: applicationRole } : {}),
  })
}

export async function verifyConnection(
  connection: Connection,
  collections: readonly CollectionDescription[],
  applicationRole: RoleDescription,
  { role = true }: MongoOptions = {},
): Promise<readonly Difference[]> {
  return verifyMongo(await databaseOf(connection), collections, role ? applicationRole : undefined)
}
