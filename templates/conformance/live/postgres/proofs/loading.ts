import type { FieldFact } from '../../../expected/facts.ts'
import type { Claim } from '../../proof.ts'
import { attempt, demandRefusal, demandRows, states } from '../attempt.ts'
import type { Spec, Table } from '../facts.ts'
import { asLoader } from '../roles.ts'
import { idOf, type Values, type World } from '../rows/row.ts'
import { deleteOf, insertOf, nameOf, touchOf } from '../rows/statements.ts'
import type { Session } from '../session.ts'
import { fieldsOf, harmlessField } from './looking.ts'
import { claimsOf, type Subject, type Try } from './subject.ts'

/** What was before the database is added as it was, one tenant's at a time, and nothing else is done by who adds it. */
export function proofsOfLoading(subject: Subject): readonly Claim<Session>[] {
  const { spec } = subject
  if (spec.roles?.loader === undefined) return []
  return spec.tables.flatMap((table) => {
    if (table.tenancy === 'none') return claimsOf(subject, table, 'loading', [addsNothing(table), onlyAdds(table)], 'shared')
    return claimsOf(subject, table, 'loading', [
      addsAsItWas(spec, table),
      onlyAdds(table),
      ...(spec.isolates ? [forItsTenant(table)] : []),
    ])
  })
}

/** What a field of a loaded row held, where the database would write it itself or refuse it in a new row. */
function formerly(spec: Spec, table: Table, { name, type, onUpdate }: FieldFact): string | undefined {
  if (onUpdate === 'now') return '2001-02-03T04:05:06.000Z'
  if (onUpdate === 'increment') return '77'
  if (name !== table.lifecycle?.field) return undefined
  const { start } = table.lifecycle
  return spec.facts.enums[type]?.find((state) => state !== start)
}

/** Whose row it is: of a tenant's own, itself. */
function tenantOf(table: Table, world: World, row: Values): string | null {
  return table.tenancy === 'self' ? String(idOf(table, row)) : (world.tenant ?? null)
}

function addsAsItWas(spec: Spec, table: Table): Try {
  return {
    name: 'a row is loaded in the state and with the times and counts it had',
    prove: (session) =>
      session.transaction(async ({ db, home }) => {
        const { maker } = session
        const former = table.fields.flatMap((field) => {
          const value = formerly(spec, table, field)
          return value === undefined ? [] : [[field.name, value] as const]
        })
        const world = await maker.roomFor(db, home, table.entity)
        const row = await maker.prepare(db, world, table.entity, Object.fromEntries(former))
        await asLoader(db, spec, tenantOf(table, world, row))
        demandRows(await attempt(db, insertOf(table, row)), 1, 'INSERT')
        if (former.length === 0) return
        const fields = former.map(([name]) => name)
        const found = await fieldsOf(db, spec, table, fields, row)
        for (const [name, value] of former) {
          if (!isSame(found[name], value)) throw new Error(`${name} was ${value} and became ${String(found[name])}`)
        }
      }),
  }
}

/** Times are the same moment, however they are written. */
function isSame(found: unknown, given: string): boolean {
  if (String(found) === given) return true
  return given.includes('T') && new Date(String(found)).getTime() === new Date(given).getTime()
}

function onlyAdds(table: Table): Try {
  return {
    name: 'whoever loads rows changes and removes none',
    prove: (session) =>
      session.transaction(async ({ db, home }) => {
        const { maker, spec } = session
        const row = await maker.some(db, home, table.entity)
        await asLoader(db, spec, tenantOf(table, home, row))
        const update = await attempt(db, touchOf(table, harmlessField(table), row))
        demandRefusal(update, { code: states.forbidden }, 'UPDATE')
        demandRefusal(await attempt(db, deleteOf(table, row)), { code: states.forbidden }, 'DELETE')
        const truncated = await attempt(db, [`TRUNCATE ${nameOf(table)}`])
        demandRefusal(truncated, { code: states.forbidden }, 'TRUNCATE')
      }),
  }
}

function forItsTenant(table: Table): Try {
  return {
    name: 'whoever loads rows adds none for another tenant',
    prove: (session) =>
      session.transaction(async ({ db, home, away }) => {
        const { maker, spec } = session
        const world = await maker.roomFor(db, away, table.entity)
        const row = await maker.prepare(db, world, table.entity)
        for (const tenant of [home.tenant ?? null, null]) {
          await asLoader(db, spec, tenant)
          demandRefusal(await attempt(db, insertOf(table, row)), { code: states.forbidden }, 'INSERT')
        }
      }),
  }
}

/** What belongs to no tenant is the same for all of them. */
function addsNothing(table: Table): Try {
  return {
    name: 'whoever loads rows of a tenant adds none that belong to all',
    prove: (session) =>
      session.transaction(async ({ db, home, shared }) => {
        const { maker, spec } = session
        const row = await maker.prepare(db, shared, table.entity)
        await asLoader(db, spec, home.tenant ?? null)
        demandRefusal(await attempt(db, insertOf(table, row)), { code: states.forbidden }, 'INSERT')
      }),
  }
}
