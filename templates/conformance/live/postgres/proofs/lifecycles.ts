import { setTimeout } from 'node:timers/promises'
import type { LifecycleFact } from '../../../expected/facts.ts'
import type { Claim } from '../../proof.ts'
import { type Attempt, attempt, demandRefusal, demandRows, refusalOf, states, trial } from '../attempt.ts'
import type { Connection } from '../connection.ts'
import type { Spec, Table } from '../facts.ts'
import { asSystem } from '../roles.ts'
import type { Values } from '../rows/row.ts'
import { insertOf, mergeInsertOf, mergeOf, type Query, selectOf, updateOf, upsertOf } from '../rows/statements.ts'
import { pathTo } from '../rows/states.ts'
import type { Session } from '../session.ts'
import { claimsOf, type Subject, type Try } from './subject.ts'

const start = { code: states.check, constraint: 'lifecycle_start' } as const
const move = { code: states.check, constraint: 'lifecycle_move' } as const

/** A row begins where its life cycle does, and moves as that says. */
export function proofsOfLifecycles(subject: Subject): readonly Claim<Session>[] {
  const { spec } = subject
  return spec.tables.flatMap((table) => {
    const { lifecycle } = table
    if (lifecycle === undefined) return []
    const all = spec.facts.enums[table.byField.get(lifecycle.field)?.type ?? ''] ?? []
    return claimsOf(subject, table, 'life cycle', [
      beginning(table, lifecycle, all),
      ...all.map((from) => moves(table, lifecycle, from, all)),
      ...roundabout(table, lifecycle, all),
      ...race(table, lifecycle),
    ])
  })
}

function beginning(table: Table, { field, start: first }: LifecycleFact, all: readonly string[]): Try {
  return {
    name: `a new row begins as ${first} and as nothing else`,
    prove: (session) =>
      session.transaction(async ({ db, home }) => {
        const world = await session.maker.roomFor(db, home, table.entity)
        const row = await session.maker.prepare(db, world, table.entity)
        demandRows(await trial(db, insertOf(table, { ...row, [field]: first })), 1, `INSERT as ${first}`)
        for (const state of all.filter((one) => one !== first)) {
          demandRefusal(await attempt(db, insertOf(table, { ...row, [field]: state })), start, `INSERT as ${state}`)
          demandRefusal(await attempt(db, mergeInsertOf(table, { ...row, [field]: state })), start, `MERGE as ${state}`)
        }
      }),
  }
}

/** Every move out of one state, the legal ones and all others. */
function moves(table: Table, lifecycle: LifecycleFact, from: string, all: readonly string[]): Try {
  const legal = lifecycle.allow[from] ?? []
  const name = `${from} leads to ${legal.length === 0 ? 'nothing' : legal.join(', ')}${legal.length === 0 ? '' : ' and to nothing else'}`
  if (pathTo(lifecycle, from) === undefined) return { name, reason: `no way leads to the state ${from}` }
  return {
    name,
    prove: (session) =>
      session.transaction(async ({ db, home }) => {
        const world = await session.maker.roomFor(db, home, table.entity)
        const row = await session.maker.make(db, world, table.entity, {}, from)
        for (const to of all.filter((state) => state !== from)) {
          const outcome = await trial(db, updateOf(table, { [lifecycle.field]: to }, row))
          if (legal.includes(to)) demandRows(outcome, 1, `${from} -> ${to}`)
          else demandRefusal(outcome, move, `${from} -> ${to}`)
        }
      }),
  }
}

/** Ways to change a state other than by UPDATE. */
function roundabout(table: Table, lifecycle: LifecycleFact, all: readonly string[]): readonly Try[] {
  const { field, allow } = lifecycle
  const [from, to] =
    all
      .filter((state) => pathTo(lifecycle, state) !== undefined)
      .flatMap((state) => {
        const illegal = all.find((other) => other !== state && !(allow[state] ?? []).includes(other))
        return illegal === undefined ? [] : [[state, illegal]]
      })[0] ?? []
  if (from === undefined || to === undefined) return []
  const trying = (what: string, statement: (row: Values) => Query): Try => ({
    name: `${what} makes no illegal move`,
    prove: (session) =>
      session.transaction(async ({ db, home }) => {
        const world = await session.maker.roomFor(db, home, table.entity)
        const row = await session.maker.make(db, world, table.entity, {}, from)
        demandRefusal(await attempt(db, statement(row)), move, `${from} -> ${to} by ${what}`)
      }),
  })
  return [
    trying('MERGE', (row) => mergeOf(table, { [field]: to }, row)),
    trying('an upsert', (row) => upsertOf(table, { ...row, [field]: to }, [field])),
  ]
}

/** Two legal moves out of one state, the second of which is not legal after the first. */
interface Fork {
  readonly from: string
  readonly first: string
  readonly second: string
}

function forkOf(lifecycle: LifecycleFact): Fork | undefined {
  const { allow } = lifecycle
  for (const [from, ways] of Object.entries(allow)) {
    if (pathTo(lifecycle, from) === undefined) continue
    for (const first of ways) {
      const second = ways.find((other) => other !== first && !(allow[first] ?? []).includes(other))
      if (second !== undefined) return { from, first, second }
    }
  }
  return undefined
}

function race(table: Table, lifecycle: LifecycleFact): readonly Try[] {
  const fork = forkOf(lifecycle)
  if (fork === undefined) return []
  const { from, first, second } = fork
  return [
    {
      name: `of two who move a row from ${from} at the same time one wins`,
      prove: async (session) => {
        const row = await session.committed(async ({ db }) => {
          const world = await session.maker.newWorld(db)
          return session.maker.make(db, world, table.entity, {}, from)
        })
        const [one, other] = await session.connections(2)
        if (one === undefined || other === undefined) throw new Error('there are no two connections')
        const { spec } = session
        await begin(one, spec)
        await begin(other, spec)
        demandRows(await within(one, updateOf(table, { [lifecycle.field]: first }, row)), 1, `${from} -> ${first}`)
        const { rows: own } = await other.query('SELECT pg_backend_pid() AS pid')
        const waiting = within(other, updateOf(table, { [lifecycle.field]: second }, row))
        await session.reading((db) => untilBlocked(db, own[0]?.pid))
        await one.query('COMMIT')
        demandRefusal(await waiting, move, `${from} -> ${second}, begun before ${first} was committed,`)
        await other.query('ROLLBACK')
        await begin(one, spec)
        const { rows } = await one.query(...selectOf(table, [lifecycle.field], row))
        await one.query('ROLLBACK')
        const now = rows[0]?.[lifecycle.field]
        if (now !== first) throw new Error(`the row is ${String(now)} and must be ${first}`)
      },
    },
  ]
}

/** Waits until a session waits for another: it has met the row as it was, and will meet it again as it is then. */
async function untilBlocked(db: Connection, pid: unknown): Promise<void> {
  const deadline = Date.now() + 10_000
  for (;;) {
    const { rows } = await db.query('SELECT cardinality(pg_blocking_pids($1)) > 0 AS blocked', [pid])
    if (rows[0]?.blocked === true) return
    if (Date.now() > deadline) throw new Error('the second of two who change a row does not wait for the first')
    await setTimeout(2)
  }
}

async function begin(db: Connection, spec: Spec): Promise<void> {
  await db.query('BEGIN')
  await asSystem(db, spec)
}

async function within(db: Connection, statement: Query): Promise<Attempt> {
  try {
    return { result: await db.query(...statement) }
  } catch (error) {
    return { refusal: refusalOf(error) }
  }
}
