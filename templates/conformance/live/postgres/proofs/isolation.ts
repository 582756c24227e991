import type { Claim } from '../../proof.ts'
import { attempt, demandRefusal, demandRows, states, trial } from '../attempt.ts'
import type { Table } from '../facts.ts'
import { asApp, asOwner, asSystem } from '../roles.ts'
import type { Values } from '../rows/row.ts'
import {
  columnOf,
  deleteOf,
  insertOf,
  mergeInsertOf,
  mergeOf,
  nameOf,
  seenOf,
  touchOf,
  updateOf,
  upsertOf,
} from '../rows/statements.ts'
import type { Session, Stage } from '../session.ts'
import { identifier } from '../sql.ts'
import { demandSeen, harmlessField, unchanged } from './looking.ts'
import { claimsOf, generalClaims, type Subject, type Try } from './subject.ts'

const guarantee = 'tenant isolation'

/** A tenant sees and writes its own rows, by whatever statement. */
export function proofsOfIsolation(subject: Subject): readonly Claim<Session>[] {
  const { spec } = subject
  if (spec.roles === undefined) return []
  if (!spec.isolates) {
    const reason = 'the spec leaves it to the application (enforce: application)'
    return generalClaims(guarantee, [{ name: 'the database keeps tenants apart', reason }])
  }
  return spec.tables.flatMap((table) => {
    if (table.tenancy !== 'required' && table.tenancy !== 'shared') return []
    return claimsOf(subject, table, guarantee, [
      ...reads(table),
      ...writes(table),
      ...withoutTenant(table),
      forOwner(table),
    ])
  })
}

/** Who owns a table is bound by its policies only where they are forced, and there is none for the owner. */
export function forOwner(table: Table): Try {
  return {
    name: 'the owner of the table sees no row either',
    prove: (session) =>
      session.transaction(async ({ db, home, away }) => {
        const rows = [
          await session.maker.some(db, home, table.entity),
          await session.maker.some(db, away, table.entity),
        ]
        await asOwner(db, session.spec)
        await demandSeen(db, seenOf(table, rows), table, [], 'SELECT')
      }),
  }
}

/** The row of the tenant that speaks, and that of another. */
interface Pair extends Stage {
  readonly own: Values
  readonly foreign: Values
}

function asHome(name: string, table: Table, work: (pair: Pair, session: Session) => Promise<void>): Try {
  return {
    name,
    prove: (session) =>
      session.transaction(async (stage) => {
        const own = await session.maker.some(stage.db, stage.home, table.entity)
        const foreign = await session.maker.some(stage.db, stage.away, table.entity)
        await asApp(stage.db, session.spec, stage.home.tenant)
        await work({ ...stage, own, foreign }, session)
      }),
  }
}

function reads(table: Table): readonly Try[] {
  const { view } = table
  const tenant = columnOf(table, table.tenant?.name ?? '')
  return [
    asHome('SELECT shows its own row and none of another', table, async ({ db, own, foreign }) => {
      await demandSeen(db, seenOf(table, [own, foreign]), table, [own], 'SELECT')
    }),
    asHome('COPY copies no row of another', table, async ({ db, home }, { spec }) => {
      // Of a partitioned table COPY takes a query alone.
      const source = table.partitionBy === undefined ? nameOf(table) : `(SELECT * FROM ${nameOf(table)})`
      const copied = demandRows(await attempt(db, [`COPY ${source} TO STDOUT`]), undefined, 'COPY')
      await asSystem(db, spec)
      const allowed = `SELECT FROM ${nameOf(table)} WHERE ${tenant} = $1 OR ${tenant} IS NULL`
      const { rowCount } = await db.query(allowed, [home.tenant])
      if (copied.rowCount !== rowCount)
        throw new Error(`COPY gave ${copied.rowCount} rows, and ${rowCount} are its own`)
    }),
    ...(view === undefined
      ? []
      : [
          asHome('the view of live rows shows none of another', table, async ({ db, own, foreign }) => {
            const query = seenOf(table, [own, foreign], `public.${identifier(view)}`)
            await demandSeen(db, query, table, [own], 'the view')
          }),
        ]),
  ]
}

function writes(table: Table): readonly Try[] {
  const field = harmlessField(table)
  const tenant = table.tenant?.name ?? ''
  return [
    {
      name: 'its own rows can be added, read, changed and removed',
      prove: (session) =>
        session.transaction(async ({ db }) => {
          const world = await session.maker.newWorld(db)
          const row = await session.maker.prepare(db, world, table.entity)
          await asApp(db, session.spec, world.tenant)
          demandRows(await attempt(db, insertOf(table, row)), 1, 'INSERT')
          await demandSeen(db, seenOf(table, [row]), table, [row], 'SELECT')
          if (table.appendOnly === true) return
          demandRows(await attempt(db, touchOf(table, field, row)), 1, 'UPDATE')
          demandRows(await attempt(db, deleteOf(table, row)), 1, 'DELETE')
        }),
    },
    asHome('INSERT adds no row for another', table, async (pair, session) => {
      const row = await foreignRow(pair, session, table)
      demandRefusal(await attempt(pair.db, insertOf(table, row)), { code: states.forbidden }, 'INSERT')
    }),
    asHome('MERGE adds no row for another', table, async (pair, session) => {
      const row = await foreignRow(pair, session, table)
      demandRefusal(await attempt(pair.db, mergeInsertOf(table, row)), { code: states.forbidden }, 'MERGE')
    }),
    asHome('COPY FROM is no way round the policies', table, async ({ db }) => {
      const outcome = await attempt(db, [`COPY ${nameOf(table)} FROM STDIN`])
      demandRefusal(outcome, { code: [states.notSupported, states.forbidden] }, 'COPY FROM')
    }),
    asHome('UPDATE reaches no row of another', table, async ({ db, foreign }) => {
      nothing(table, await attempt(db, touchOf(table, field, foreign)), 'UPDATE')
    }),
    asHome('UPDATE gives no row away', table, async ({ db, own, away }) => {
      const outcome = await attempt(db, updateOf(table, { [tenant]: away.tenant }, own))
      // In a partitioned table the trigger that keeps the tenant comes first.
      demandRefusal(outcome, { code: [states.forbidden, states.restricted] }, 'UPDATE of the tenant')
    }),
    asHome('MERGE changes no row of another', table, async ({ db, foreign, home }) => {
      nothing(table, await trial(db, mergeOf(table, 'delete', foreign)), 'MERGE that deletes')
      nothing(table, await trial(db, mergeOf(table, { [tenant]: home.tenant }, foreign)), 'MERGE that updates')
    }),
    asHome('an upsert does not change a row of another', table, async (pair, session) => {
      const { db, own, foreign, home } = pair
      const keys = Object.fromEntries(table.primaryKey.map((key) => [key, foreign[key]]))
      await asSystem(db, session.spec)
      const row = await session.maker.prepare(db, home, table.entity, keys)
      await asApp(db, session.spec, home.tenant)
      demandRefusal(await attempt(db, upsertOf(table, row, [field])), { code: states.forbidden }, 'the upsert')
      await demandSeen(db, seenOf(table, [own, foreign]), table, [own], 'SELECT afterwards')
    }),
    asHome('DELETE removes no row of another', table, async (pair, session) => {
      nothing(table, await attempt(pair.db, deleteOf(table, pair.foreign)), 'DELETE')
      await unchanged(pair.db, session.spec, table, pair.foreign)
    }),
  ]
}

function withoutTenant(table: Table): readonly Try[] {
  const field = columnOf(table, harmlessField(table))
  const seen = `SELECT FROM ${nameOf(table)}${table.tenancy === 'shared' ? ` WHERE ${columnOf(table, table.tenant?.name ?? '')} IS NOT NULL` : ''}`
  return [
    asHome('without a tenant nothing is seen and nothing is written', table, async ({ db, own, home }, session) => {
      await asSystem(db, session.spec)
      const row = await session.maker.prepare(db, home, table.entity)
      await asApp(db, session.spec, null)
      for (const state of ['an empty tenant', 'no tenant']) {
        if (state === 'no tenant') await db.query('RESET app.tenant_id')
        demandRows(await attempt(db, [seen]), 0, `SELECT with ${state}`)
        nothing(table, await attempt(db, [`UPDATE ${nameOf(table)} SET ${field} = ${field}`]), `UPDATE with ${state}`)
        nothing(table, await attempt(db, [`DELETE FROM ${nameOf(table)}`]), `DELETE with ${state}`)
        demandRefusal(await attempt(db, insertOf(table, row)), { code: states.forbidden }, `INSERT with ${state}`)
      }
      await unchanged(db, session.spec, table, own)
    }),
  ]
}

/** No row is reached; where rows are only ever added, the statement itself is refused. */
function nothing(table: Table, outcome: Awaited<ReturnType<typeof attempt>>, what: string): void {
  if (table.appendOnly === true) demandRefusal(outcome, { code: states.forbidden }, what)
  else demandRows(outcome, 0, what)
}

/** A row that the other tenant could add. Acts as the home tenant afterwards. */
async function foreignRow({ db, home, away }: Pair, { maker, spec }: Session, table: Table): Promise<Values> {
  await asSystem(db, spec)
  const row = await maker.prepare(db, away, table.entity)
  await asApp(db, spec, home.tenant)
  return row
}
