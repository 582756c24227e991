import { type Connection, connect } from './connection.ts'
import { type PostgresFacts, type Spec, specOf } from './facts.ts'
import { demandOwn } from './own-database.ts'
import { asSystem } from './roles.ts'
import { type Maker, makerOf } from './rows/maker.ts'
import { emptyWorld, fork, type World } from './rows/row.ts'

/** What a proof works on. */
export interface Session {
  readonly spec: Spec
  readonly maker: Maker
  /** Runs in a transaction that is undone in the end: nothing that a proof does is there for the next. */
  transaction<T>(work: (stage: Stage) => Promise<T>): Promise<T>
  /** Runs in a transaction that is committed, to prepare what several connections are to see. */
  committed<T>(work: (stage: Stage) => Promise<T>): Promise<T>
  /** Runs without a transaction, for what makes one of its own and only reads. */
  reading<T>(work: (db: Connection) => Promise<T>): Promise<T>
  /** Connections of their own, for a race; they are kept and handed out again. */
  connections(count: number): Promise<readonly Connection[]>
}

/** A transaction, and the rows that are there already. */
export interface Stage {
  readonly db: Connection
  /** Two tenants with a row of each entity. */
  readonly home: World
  readonly away: World
  /** Rows that belong to no tenant, where there are such. */
  readonly shared: World
}

/** The worlds as they were first made, and why some rows in them could not be. */
export interface Prepared {
  readonly home: World
  readonly away: World
  readonly shared: World
}

/** A database with rows in it, ready to be tried. */
export interface OpenSession {
  readonly session: Session
  readonly prepared: Prepared
  close(): Promise<void>
}

/**
 * Connects to a database of these tests' own making and, unless that was done before, fills it with two tenants.
 *
 * @param url of the database
 * @param prepared where the database is a copy of one that was filled
 * @throws Error where the database is not of these tests' making
 */
export async function openSession(url: string, facts: PostgresFacts, prepared?: Prepared): Promise<OpenSession> {
  const spec = specOf(facts)
  const maker = makerOf(spec)
  const name = 'stowage conformance'
  const db = await connect(url, name)
  const racers: Connection[] = []
  const close = async (): Promise<void> => {
    await Promise.all([db, ...racers].map((connection) => connection.end().catch(() => undefined)))
  }
  try {
    await demandOwn(db)
    const worlds = prepared ?? (await prepare(db, spec, maker))
    const stage = (): Stage => ({
      db,
      home: fork(worlds.home),
      away: fork(worlds.away),
      shared: fork(worlds.shared),
    })
    const within = async <T>(work: (stage: Stage) => Promise<T>, end: 'COMMIT' | 'ROLLBACK'): Promise<T> => {
      await db.query('BEGIN')
      try {
        const result = await work(stage())
        await db.query(end)
        return result
      } catch (error) {
        await db.query('ROLLBACK').catch(() => undefined)
        throw error
      }
    }
    const session: Session = {
      spec,
      maker,
      transaction: (work) => within(work, 'ROLLBACK'),
      committed: (work) => within(work, 'COMMIT'),
      reading: (work) => work(db),
      connections: async (count) => {
        const missing = Math.max(0, count - racers.length)
        racers.push(...(await Promise.all(Array.from({ length: missing }, () => connect(url, name)))))
        return racers.slice(0, count)
      },
    }
    return { session, prepared: worlds, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Fills the database with a row of each entity for each of two tenants, and one for all of them where there may be one. */
async function prepare(db: Connection, spec: Spec, maker: Maker): Promise<Prepared> {
  await db.query('BEGIN')
  await asSystem(db, spec)
  const home = await maker.newWorld(db)
  const away = await maker.newWorld(db)
  const shared = emptyWorld(spec.facts.tenancy.entity === undefined ? undefined : null)
  const { ranks, obstacles } = maker.order
  for (const { entity } of spec.tables.toSorted((a, b) => (ranks.get(a.entity) ?? 0) - (ranks.get(b.entity) ?? 0))) {
    for (const world of [home, away]) {
      if (!obstacles.tenant.has(entity)) await tolerantly(db, () => maker.some(db, world, entity))
    }
    if (!obstacles.shared.has(entity)) await tolerantly(db, () => maker.some(db, shared, entity))
  }
  await db.query('COMMIT')
  return { home, away, shared }
}

/** A row that cannot be made makes the proofs of its entity fail, which try again and say why; not those of all others. */
async function tolerantly(db: Connection, make: () => Promise<unknown>): Promise<void> {
  await db.query('SAVEPOINT row')
  try {
    await make()
  } catch {
    await db.query('ROLLBACK TO SAVEPOINT row')
  }
}
