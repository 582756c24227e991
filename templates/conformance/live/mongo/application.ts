import { randomBytes } from 'node:crypto'
import mongoose, { type mongo } from 'mongoose'
import { NotProvable } from '../proof.ts'
import { attempt, codes } from './attempt.ts'
import { markCollection } from './own-database.ts'

/** A login that has the role of the application and no other. */
export interface Application {
  readonly db: mongo.Db
  close(): Promise<void>
}

/**
 * What a server says where this login may not make logins, or where they are made elsewhere: Unauthorized, RoleNotFound,
 * CommandNotFound, CommandNotSupported, AtlasError.
 */
export const loginsAreElsewhere: ReadonlySet<number> = new Set([codes.unauthorized, 31, 59, 115, 8000])

/**
 * Logs in to a database of these tests' own making as the application would.
 *
 * @param url by which the database's maker came in
 * @throws NotProvable where the server knows no such login, or takes no notice of what it may do
 */
export async function logInAsApplication(url: string, db: mongo.Db, role: string): Promise<Application> {
  const { databaseName } = db
  const login = { username: 'conformance', password: randomBytes(18).toString('hex') }
  const made = await attempt(() =>
    db.command({ createUser: login.username, pwd: login.password, roles: [{ role, db: databaseName }] }),
  )
  if ('refusal' in made) {
    if (!loginsAreElsewhere.has(made.refusal.code)) throw new Error(`no login can be made: ${made.refusal.message}`)
    throw new NotProvable(`no login with the role of the application can be made: ${made.refusal.message}`)
  }
  const client = new mongoose.mongo.MongoClient(url, { auth: login, authSource: databaseName })
  try {
    const own = client.db(databaseName)
    // Nobody has given it this.
    const stray = await attempt(() => own.collection(markCollection).insertOne({}))
    if ('done' in stray) throw new NotProvable('this server lets every login do everything')
    return { db: own, close: () => client.close() }
  } catch (error) {
    await client.close()
    throw error
  }
}
