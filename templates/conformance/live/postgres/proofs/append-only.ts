import { type Claim, NotProvable } from '../../proof.ts'
import { attempt, demandRefusal, states } from '../attempt.ts'
import type { Connection } from '../connection.ts'
import type { Spec, Table } from '../facts.ts'
import { asApp, asOwner, asSystem } from '../roles.ts'
import { idOf, type Values } from '../rows/row.ts'
import { deleteOf, mergeOf, nameOf, type Query, touchOf, upsertOf } from '../rows/statements.ts'
import type { Session } from '../session.ts'
import { identifier } from '../sql.ts'
import { ownerSeesAll } from './apart.ts'
import { harmlessField } from './looking.ts'
import { inMonth, monthsAhead, partitionOf } from './months.ts'
import { claimsOf, type Subject, type Try } from './subject.ts'

/** Rows are added and then stay as they are: for the application by its rights, for everybody by triggers. */
export function proofsOfAppendOnly(subject: Subject): readonly Claim<Session>[] {
  const { spec } = subject
  return spec.tables.flatMap((table) => {
    if (table.appendOnly !== true) return []
    return claimsOf(subject, table, 'append only', [
      ...(spec.roles === undefined ? [] : [forApplication(table, 'app'), forApplication(table, 'system')]),
      ...forEverybody(table),
      inReplica(table),
      ...(table.partitionBy === undefined ? [] : onPartitions(table)),
    ])
  })
}

const triggers = { code: states.restricted, constraint: 'append_only' } as const

/** The statements that change or remove the row. */
function changesOf(table: Table, row: Values): readonly (readonly [what: string, statement: Query])[] {
  const field = harmlessField(table)
  return [
    ['UPDATE', touchOf(table, field, row)],
    ['DELETE', deleteOf(table, row)],
    ['MERGE that updates', mergeOf(table, { [table.primary.name]: idOf(table, row) }, row)],
    ['MERGE that deletes', mergeOf(table, 'delete', row)],
    ['an upsert', upsertOf(table, row, [field])],
  ]
}

function forApplication(table: Table, role: 'app' | 'system'): Try {
  const who = role === 'app' ? 'the application' : 'the system role'
  return {
    name: `${who} has no right to change or remove rows`,
    prove: (session) =>
      session.transaction(async ({ db, home }) => {
        const row = await session.maker.some(db, home, table.entity)
        if (role === 'app') await asApp(db, session.spec, home.tenant)
        else await asSystem(db, session.spec)
        const truncate: Query = [`TRUNCATE ${nameOf(table)}`, []]
        for (const [what, statement] of [...changesOf(table, row), ['TRUNCATE', truncate] as const]) {
          demandRefusal(await attempt(db, statement), { code: states.forbidden }, what)
        }
      }),
  }
}

/** The owner has every right, and sees every row here: what refuses is the triggers alone. */
function forEverybody(table: Table): readonly Try[] {
  const names = ['UPDATE', 'DELETE', 'MERGE that updates', 'MERGE that deletes', 'an upsert']
  return [
    ...names.map(
      (name, index): Try => ({
        name: `${name} is refused even to the owner`,
        prove: (session) =>
          session.transaction(async ({ db, home }) => {
            const row = await session.maker.some(db, home, table.entity)
            await ownerSeesAll(db, session.spec, nameOf(table))
            const [what, statement] = changesOf(table, row)[index] ?? []
            if (what !== name || statement === undefined) throw new Error(`${name} is not among the changes`)
            demandRefusal(await attempt(db, statement), triggers, name)
          }),
      }),
    ),
    {
      name: 'TRUNCATE is refused even to the owner',
      prove: (session) =>
        session.transaction(async ({ db }) => {
          await withoutPartitionTriggers(db, session.spec, table)
          demandRefusal(await attempt(db, [`TRUNCATE ${nameOf(table)} CASCADE`]), truncation, 'TRUNCATE')
        }),
    },
  ]
}

const truncation = { code: states.restricted, constraint: ['append_only', 'append_only_truncate'] } as const

function inReplica(table: Table): Try {
  return {
    name: 'it holds in the session of a replica too',
    prove: (session) =>
      session.transaction(async ({ db, home }) => {
        const row = await session.maker.some(db, home, table.entity)
        await asConnected(db)
        const switched = await attempt(db, ['SET LOCAL session_replication_role = replica'])
        if ('refusal' in switched) throw new NotProvable('who connects may not set session_replication_role')
        await ownerSeesAll(db, session.spec, nameOf(table))
        for (const [what, statement] of changesOf(table, row)) {
          demandRefusal(await attempt(db, statement), triggers, `${what} in a replica's session`)
        }
        await withoutPartitionTriggers(db, session.spec, table)
        const truncated = await attempt(db, [`TRUNCATE ${nameOf(table)} CASCADE`])
        demandRefusal(truncated, truncation, `TRUNCATE in a replica's session`)
      }),
  }
}

/** TRUNCATE empties the partitions with their parent, and each would refuse: the parent must refuse by itself. */
async function withoutPartitionTriggers(db: Connection, spec: Spec, table: Table): Promise<void> {
  await asOwner(db, spec)
  for (const partition of table.partitionBy === undefined ? [] : await leavesOf(db, table)) {
    await db.query(`ALTER TABLE ${partition} DISABLE TRIGGER USER`)
  }
}

async function leavesOf(db: Connection, table: Table): Promise<readonly string[]> {
  const { rows } = await db.query(
    'SELECT relid::regclass::text AS name FROM pg_partition_tree($1::regclass) WHERE isleaf AND level > 0',
    [nameOf(table)],
  )
  return rows.map(({ name }) => String(name))
}

async function asConnected(db: Connection): Promise<void> {
  await db.query('RESET ROLE')
}

/** Whoever goes to a partition goes past its parent. */
function onPartitions(table: Table): readonly Try[] {
  // Those that are there from the start, and the one for what no month takes.
  const months = [...Array.from({ length: monthsAhead + 1 }, (_, count) => inMonth(count)), inMonth(600)]
  return [
    {
      name: 'rows are not changed or removed through their partition, whichever it is',
      prove: (session) =>
        session.transaction(async ({ db, home }) => {
          const { maker, spec } = session
          const world = await maker.roomFor(db, home, table.entity)
          const id = identifier(table.primary.at)
          const field = identifier(table.byField.get(harmlessField(table))?.at ?? '')
          for (const month of months) {
            const row = await maker.make(db, world, table.entity, { [table.partitionBy ?? '']: month })
            const partition = await partitionOf(db, table, row)
            await ownerSeesAll(db, spec, partition)
            const values = [idOf(table, row)]
            const update: Query = [`UPDATE ${partition} SET ${field} = ${field} WHERE ${id} = $1`, values]
            const remove: Query = [`DELETE FROM ${partition} WHERE ${id} = $1`, values]
            demandRefusal(await attempt(db, update), triggers, `UPDATE of ${partition}`)
            demandRefusal(await attempt(db, remove), triggers, `DELETE from ${partition}`)
          }
        }),
    },
    {
      name: 'no partition can be emptied',
      prove: (session) =>
        session.transaction(async ({ db }) => {
          await asOwner(db, session.spec)
          for (const partition of await leavesOf(db, table)) {
            demandRefusal(await attempt(db, [`TRUNCATE ${partition}`]), truncation, `TRUNCATE of ${partition}`)
          }
        }),
    },
  ]
}
