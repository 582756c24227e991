import type { LifecycleFact } from '../../../expected/facts.ts'
import type { Claim } from '../../proof.ts'
import { attempt, demandRefusal, demandRows, states } from '../attempt.ts'
import type { Connection } from '../connection.ts'
import type { Spec, Table } from '../facts.ts'
import { asApp, asSystem } from '../roles.ts'
import type { Values } from '../rows/row.ts'
import { pathTo } from '../rows/states.ts'
import { touchOf, updateOf } from '../rows/statements.ts'
import type { Session } from '../session.ts'
import { harmlessField } from './looking.ts'
import { claimsOf, type Subject, type Try } from './subject.ts'

/** Every move of a life cycle is told, once and in its own transaction, and by the database alone. */
export function proofsOfOutbox(subject: Subject): readonly Claim<Session>[] {
  return subject.spec.tables.flatMap((table) => {
    const { lifecycle } = table
    if (lifecycle === undefined || table.appendOnly === true) return []
    return claimsOf(subject, table, 'outbox', [isTold(table, lifecycle), ...isClosed(subject.spec, table, lifecycle)])
  })
}

/** The first move that a row can make. */
function firstMove(lifecycle: LifecycleFact): readonly [from: string, to: string] | undefined {
  for (const [from, [to]] of Object.entries(lifecycle.allow)) {
    if (to !== undefined && pathTo(lifecycle, from) !== undefined) return [from, to]
  }
  return undefined
}

function isTold(table: Table, lifecycle: LifecycleFact): Try {
  const name = 'a move is told once, and what is none is not'
  const move = firstMove(lifecycle)
  if (move === undefined) return { name, reason: 'no row ever moves' }
  const [from, to] = move
  return {
    name,
    prove: (session) =>
      session.transaction(async ({ db, home }) => {
        const { maker, spec } = session
        const world = await maker.roomFor(db, home, table.entity)
        const row = await maker.make(db, world, table.entity, {}, from)
        const before = await lastOf(db, spec)
        demandRows(await attempt(db, touchOf(table, harmlessField(table), row)), 1, 'UPDATE of something else')
        demandRows(await attempt(db, updateOf(table, { [lifecycle.field]: to }, row)), 1, `${from} -> ${to}`)
        await asSystem(db, spec)
        const { rows } = await db.query(
          `SELECT payload ->> 'from' || ' -> ' || (payload ->> 'to') AS move, payload ->> 'ref_id' AS record
           FROM stowage.outbox WHERE position > $1 AND payload ->> 'table' = $2`,
          [before, table.table],
        )
        const told = rows.map((one) => `${String(one.move)} of ${String(one.record)}`).join(', ')
        const wanted = `${from} -> ${to} of ${publicIdOf(table, row)}`
        if (told !== wanted) throw new Error(`the outbox tells of ${told === '' ? 'nothing' : told}, not of ${wanted}`)
      }),
  }
}

async function lastOf(db: Connection, spec: Spec): Promise<unknown> {
  await asSystem(db, spec)
  const { rows } = await db.query('SELECT coalesce(max(position), 0) AS last FROM stowage.outbox')
  return rows[0]?.last
}

function publicIdOf({ publicId }: Table, row: Values): string {
  return String(publicId === undefined ? null : row[publicId.name])
}

/** What an application may write there it could make up, and what it may read is of others. */
function isClosed({ roles }: Spec, table: Table, lifecycle: LifecycleFact): readonly Try[] {
  const move = firstMove(lifecycle)
  if (roles === undefined || move === undefined) return []
  const [from, to] = move
  const made = `INSERT INTO stowage.outbox (topic, dedupe_key, payload) VALUES ('lifecycle.move', 'made up', '{}')`
  return [
    {
      name: 'the application neither reads nor writes what is told',
      prove: (session) =>
        session.transaction(async ({ db, home }) => {
          const world = await session.maker.roomFor(db, home, table.entity)
          const row = await session.maker.make(db, world, table.entity, {}, from)
          await db.query(...updateOf(table, { [lifecycle.field]: to }, row))
          await asApp(db, session.spec, world.tenant)
          const texts = ['SELECT FROM stowage.outbox', made, 'DELETE FROM stowage.outbox']
          for (const text of texts) demandRefusal(await attempt(db, [text]), { code: states.forbidden }, text)
        }),
    },
  ]
}
