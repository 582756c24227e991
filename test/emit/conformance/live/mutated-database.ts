import { randomBytes } from 'node:crypto'
import { type Connection, connect } from '../../../../templates/conformance/live/postgres/connection.ts'
import { fork } from '../../../../templates/conformance/live/postgres/rows/row.ts'
import { type OpenSession, openSession, type Session } from '../../../../templates/conformance/live/postgres/session.ts'
import { identifier } from '../../../../templates/conformance/live/postgres/sql.ts'
import { type Claim, NotProvable } from '../../../../templates/conformance/live/proof.ts'
import { startPostgres } from '../../../support/postgres-server.ts'
import type { LiveSuite } from './live-suite.ts'
import type { Mechanism } from './mechanisms.ts'

/** What the proofs said of a database from which a mechanism was taken away. */
export interface Verdict {
  readonly proved: number
  /** `guarantee: name: what was wrong`. */
  readonly failed: readonly string[]
  /** What could not be tried, with the reason. */
  readonly left: readonly string[]
}

type Choice = (claim: Claim<Session>) => boolean

/** A database with everything in place, from which one thing at a time is taken away. */
export interface SoundDatabase {
  inspect<T>(look: (db: Connection) => Promise<T>): Promise<T>
  /**
   * Tries the proofs of an entity without a mechanism, in a transaction that is undone: all of them, or those alone that
   * should notice.
   */
  without(mechanism: Mechanism, which: 'all' | 'named'): Promise<Verdict>
  /** Tries proofs with everything in place. */
  asItIs(isMeant: Choice): Promise<Verdict>
  /** Tries proofs on a copy of the database, so that several connections see what was taken away. */
  copyWithout(removal: string, isMeant: Choice): Promise<Verdict>
  stop(): Promise<void>
}

const newName = (): string => `mutations_conformance_${randomBytes(6).toString('hex')}`

export async function soundDatabase(suite: LiveSuite): Promise<SoundDatabase> {
  const server = await startPostgres()
  const admin = await connect(server.url, 'mutations')
  const urlOf = (name: string): string => Object.assign(new URL(server.url), { pathname: `/${name}` }).href
  const base = newName()
  await admin.query(`CREATE DATABASE ${identifier(base)} TEMPLATE template0`)
  const first = await connect(urlOf(base), 'mutations')
  await first.query(suite.sql)
  await first.end()
  const filled = await openSession(urlOf(base), suite.facts)
  await filled.close()

  /** Runs on a connection of its own: only while nobody is connected can a database be copied. */
  const connected = async <T>(work: (db: Connection) => Promise<T>): Promise<T> => {
    const db = await connect(urlOf(base), 'mutations')
    try {
      return await work(db)
    } finally {
      await db.end()
    }
  }

  const onCopy = async (isMeant: Choice, removal?: string): Promise<Verdict> => {
    const name = newName()
    await admin.query(`CREATE DATABASE ${identifier(name)} TEMPLATE ${identifier(base)}`)
    const { session, close } = await openSession(urlOf(name), suite.facts, filled.prepared)
    try {
      if (removal !== undefined) await session.reading((db) => db.query(removal))
      return await judge(session, suite.claims.filter(isMeant))
    } finally {
      await close()
      await admin.query(`DROP DATABASE ${identifier(name)} WITH (FORCE)`)
    }
  }

  return {
    inspect: connected,
    without: (mechanism, which) =>
      connected(async (db) => {
        await db.query('BEGIN')
        await db.query(mechanism.removal)
        const own = suite.claims.filter(isAbout(mechanism))
        const named = own.filter(({ guarantee }) => mechanism.guarantees.includes(guarantee))
        return await judge(nested(db, filled), which === 'all' ? own : named)
      }),
    asItIs: (isMeant) => onCopy(isMeant),
    copyWithout: (removal, isMeant) => onCopy(isMeant, removal),
    stop: async () => {
      await admin.query(`DROP DATABASE IF EXISTS ${identifier(base)} WITH (FORCE)`)
      await admin.end()
      await server.stop()
    },
  }
}

function isAbout({ entities, isGeneral }: Mechanism): Choice {
  return ({ entity }) => (entity === undefined ? isGeneral === true : entities.includes(entity))
}

/** A session within a transaction that has taken something away; what takes several connections cannot be tried in it. */
function nested(db: Connection, { session, prepared }: OpenSession): Session {
  const impossible = async (): Promise<never> => {
    throw new NotProvable('others do not see what was taken away')
  }
  return {
    spec: session.spec,
    maker: session.maker,
    transaction: async (work) => {
      await db.query('SAVEPOINT proof')
      try {
        return await work({
          db,
          home: fork(prepared.home),
          away: fork(prepared.away),
          shared: fork(prepared.shared),
        })
      } finally {
        await db.query('ROLLBACK TO SAVEPOINT proof')
      }
    },
    reading: (work) => work(asReader(db)),
    committed: impossible,
    connections: impossible,
  }
}

/** What reads the catalog begins a transaction of its own, and here must see what this one has taken away. */
function asReader(db: Connection): Connection {
  return {
    ...db,
    query: (text, values) => {
      if (text.trim() === 'ROLLBACK') return db.query('ROLLBACK TO SAVEPOINT reading')
      return db.query(text.replace(/^\s*BEGIN TRANSACTION[^;]*;/, 'SAVEPOINT reading;'), values)
    },
  }
}

async function judge(session: Session, claims: readonly Claim<Session>[]): Promise<Verdict> {
  const failed: string[] = []
  const left: string[] = []
  let proved = 0
  for (const claim of claims) {
    if ('reason' in claim) {
      left.push(`${claim.guarantee}: ${claim.name}: ${claim.reason}`)
      continue
    }
    try {
      await claim.prove(session)
      proved += 1
    } catch (error) {
      const what = `${claim.guarantee}: ${claim.name}: ${error instanceof Error ? error.message : String(error)}`
      if (error instanceof NotProvable) left.push(what)
      else failed.push(what)
    }
  }
  return { proved, failed, left }
}
