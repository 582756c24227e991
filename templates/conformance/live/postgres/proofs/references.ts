import type { ForeignKeyFact } from '../../../expected/facts.ts'
import type { Claim } from '../../proof.ts'
import { newUuid } from '../../values/ids.ts'
import { attempt, demandRefusal, states } from '../attempt.ts'
import type { Spec, Table } from '../facts.ts'
import { asSystem } from '../roles.ts'
import { idOf } from '../rows/row.ts'
import { insertOf, updateOf } from '../rows/statements.ts'
import type { Session } from '../session.ts'
import { dropKeys, withoutTriggers } from './apart.ts'
import { isFixed } from './looking.ts'
import { claimsOf, type Subject, type Try } from './subject.ts'

/** What is referred to is there, and is the same tenant's. */
export function proofsOfReferences(subject: Subject): readonly Claim<Session>[] {
  const { spec, order } = subject
  return spec.tables.flatMap((table) => [
    ...claimsOf(
      subject,
      table,
      'references',
      table.foreignKeys.map((key) => toNothing(table, key)),
    ),
    ...claimsOf(
      subject,
      table,
      'references within a tenant',
      spec.roles === undefined
        ? []
        : table.foreignKeys.flatMap((key) => {
            const obstacle = order.obstacles.tenant.get(key.entity)
            return foreign(spec, table, key).map((one) =>
              obstacle === undefined
                ? one
                : { name: one.name, reason: `no row of ${key.entity} can be made: ${obstacle}` },
            )
          }),
    ),
    ...claimsOf(subject, table, 'references within a tenant', fromShared(spec, table), 'shared'),
  ])
}

/** The foreign key alone must refuse, so the triggers that look at references are out of its way. */
function toNothing(table: Table, key: ForeignKeyFact): Try {
  return {
    name: `${key.field} leads to nothing that is not there`,
    prove: (session) =>
      session.transaction(async ({ db, home }) => {
        const { maker, spec } = session
        const isTenant = key.field === table.tenant?.name
        const world = await maker.roomFor(db, home, table.entity)
        const row = { ...(await maker.prepare(db, world, table.entity)), [key.field]: newUuid() }
        await withoutTriggers(db, spec, table)
        // Every other reference of the row leads to the tenant's rows too, and would be refused as well.
        if (isTenant) await dropKeys(db, spec, table, (other) => other !== key.name)
        await asSystem(db, spec)
        demandRefusal(await attempt(db, insertOf(table, row)), refusedBy(key), 'INSERT')
      }),
  }
}

function refusedBy(key: ForeignKeyFact): { readonly code: string; readonly constraint: string } {
  return { code: states.foreignKey, constraint: key.name }
}

/** A row that belongs to another tenant is nothing that one may refer to. */
function foreign(spec: Spec, table: Table, key: ForeignKeyFact): readonly Try[] {
  if (key.field === table.tenant?.name || table.tenancy === 'none') return []
  const target = spec.table(key.entity)
  if (target.tenant === undefined) return []
  const field = table.byField.get(key.field)
  const insert: Try = {
    name: `a new row's ${key.field} leads to no row of another tenant`,
    prove: (session) =>
      session.transaction(async ({ db, home, away }) => {
        const theirs = idOf(target, await session.maker.some(db, away, target.entity))
        const { maker } = session
        const isSelf = table.tenancy === 'self'
        const world = isSelf ? await maker.newWorld(db) : await maker.roomFor(db, home, table.entity)
        const row = await maker.prepare(db, world, table.entity, { [key.field]: theirs })
        // What the foreign key compares by itself must not hang on a trigger.
        if (key.tenant === true) await withoutTriggers(db, session.spec, table)
        await asSystem(db, session.spec)
        demandRefusal(await attempt(db, insertOf(table, row)), refusedBy(key), 'INSERT')
      }),
  }
  if (table.appendOnly === true || field === undefined || isFixed(table, field)) return [insert]
  const update: Try = {
    name: `an UPDATE of ${key.field} leads to no row of another tenant`,
    prove: (session) =>
      session.transaction(async ({ db, home, away }) => {
        const theirs = idOf(target, await session.maker.some(db, away, target.entity))
        const row = await session.maker.some(db, home, table.entity)
        if (key.tenant === true) await withoutTriggers(db, session.spec, table)
        await asSystem(db, session.spec)
        demandRefusal(await attempt(db, updateOf(table, { [key.field]: theirs }, row)), refusedBy(key), 'UPDATE')
      }),
  }
  return [insert, update]
}

/** What all tenants share refers to nothing of one of them. */
function fromShared(spec: Spec, table: Table): readonly Try[] {
  if (table.tenancy !== 'shared' || spec.roles === undefined) return []
  return table.foreignKeys.flatMap((key): readonly Try[] => {
    const target = spec.table(key.entity)
    if (target.tenant === undefined || key.field === table.tenant?.name) return []
    return [
      {
        name: `${key.field} of what is shared leads to no row of a tenant`,
        prove: (session) =>
          session.transaction(async ({ db, home, shared }) => {
            const theirs = idOf(target, await session.maker.some(db, home, target.entity))
            const row = await session.maker.prepare(db, shared, table.entity, { [key.field]: theirs })
            const outcome = await attempt(db, insertOf(table, row))
            const check = table.byField.get(key.field)?.check
            if (key.tenant === true) {
              demandRefusal(
                outcome,
                { code: states.check, ...(check === undefined ? {} : { constraint: check }) },
                'INSERT',
              )
            } else demandRefusal(outcome, refusedBy(key), 'INSERT')
          }),
      },
    ]
  })
}
