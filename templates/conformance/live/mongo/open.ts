import mongoose, { type Connection } from 'mongoose'
import type { Opened } from '../proof.ts'
import { type Application, logInAsApplication, loginsAreElsewhere } from './application.ts'
import { attempt } from './attempt.ts'
import { type MongoFacts, specOf } from './facts.ts'
import { dropLeftOver, markAsOwn, newName } from './own-database.ts'
import { type GeneratedPackage, type Session, sessionOf } from './session.ts'

/** As many as write at the same time, and some more. */
const connections = 25

/**
 * Makes a database beside the one that the URL names, and in it what the generated package makes. The one that is named
 * is neither read nor written. Whatever fails, what was made is removed again.
 *
 * @param role the name of the application's
 * @param load gives the generated package
 */
export async function openMongo(
  url: string,
  facts: MongoFacts,
  role: string,
  load: () => Promise<GeneratedPackage>,
): Promise<Opened<Session>> {
  const connection = await connect(url)
  // Another database of the same server: who may enter is decided where the URL says.
  const own = connection.useDb(newName(connection.name))
  const db = databaseOf(own)
  let application: Promise<Application> | undefined
  const close = async (): Promise<readonly string[]> => {
    try {
      await application?.then((opened) => opened.close()).catch(() => undefined)
      const left = await dropLogins(db)
      await db.dropDatabase()
      return left
    } finally {
      await connection.close()
    }
  }
  try {
    await dropLeftOver(connection.getClient())
    await markAsOwn(db)
    const generated = await load()
    await generated.applyCollections(own)
    const server = serverName(await db.admin().buildInfo())
    return {
      session: sessionOf(specOf(facts), db, Object.values(generated.models(own)), async () => {
        application ??= logInAsApplication(url, db, role)
        return (await application).db
      }),
      server: `${server}, in the database ${db.databaseName}`,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Which server answered. A double of MongoDB says so in its list of modules, and what holds on it may not hold on MongoDB. */
export function serverName({ version, modules }: Readonly<Record<string, unknown>>): string {
  const isDouble = Array.isArray(modules) && modules.includes('test-double')
  const name = `MongoDB ${String(version)}`
  return isDouble ? `a double of ${name}, which proves nothing of MongoDB` : name
}

/** A database that is dropped leaves its logins and roles behind. Returns what had to stay, in words. */
async function dropLogins(db: mongoose.mongo.Db): Promise<readonly string[]> {
  const left: string[] = []
  for (const [command, what] of [
    ['dropAllUsersFromDatabase', 'logins'],
    ['dropAllRolesFromDatabase', 'roles'],
  ] as const) {
    const outcome = await attempt(() => db.command({ [command]: 1 }))
    // Who may not drop them could not make them either.
    if ('refusal' in outcome && !loginsAreElsewhere.has(outcome.refusal.code)) {
      left.push(`${what} of ${db.databaseName}: ${outcome.refusal.message}`)
    }
  }
  return left
}

/** @throws Error without the URL's password */
async function connect(url: string): Promise<Connection> {
  const options = { serverSelectionTimeoutMS: 5_000, maxPoolSize: connections, appName: 'stowage conformance' }
  try {
    return await mongoose.createConnection(url, options).asPromise()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`cannot connect to ${hostsOf(url)}: ${reason.replaceAll(url, hostsOf(url))}`)
  }
}

/** What of a URL may be shown. */
function hostsOf(url: string): string {
  const [, hosts = 'the server'] = /^mongodb(?:\+srv)?:\/\/(?:[^@/]*@)?([^/?]+)/.exec(url) ?? []
  return hosts
}

function databaseOf({ db }: Connection): mongoose.mongo.Db {
  if (db === undefined) throw new Error('the connection has no database')
  return db
}
