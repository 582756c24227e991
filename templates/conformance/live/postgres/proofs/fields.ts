import type { FieldFact } from '../../../expected/facts.ts'
import type { Claim } from '../../proof.ts'
import { typeOf } from '../../values/types.ts'
import { attempt, demandRefusal, demandRows, states } from '../attempt.ts'
import type { Connection } from '../connection.ts'
import type { Spec, Table } from '../facts.ts'
import { asSystem } from '../roles.ts'
import type { Maker } from '../rows/maker.ts'
import type { Values, World } from '../rows/row.ts'
import { insertOf, updateOf, upsertOf } from '../rows/statements.ts'
import type { Value } from '../rows/value.ts'
import type { Session } from '../session.ts'
import { dropKeys } from './apart.ts'
import { fieldsOf, isFixed } from './looking.ts'
import { claimsOf, type Subject, type Try } from './subject.ts'

/** What never changes, and what changes with each change by itself. */
export function proofsOfFields(subject: Subject): readonly Claim<Session>[] {
  return subject.spec.tables.flatMap((table) => {
    if (table.appendOnly === true) return []
    const fixed = table.fields.filter((field) => isFixed(table, field) && hasAnother(subject.spec, field))
    return [
      ...claimsOf(
        subject,
        table,
        'immutable columns',
        fixed.map((field) => neverChanges(table, field)),
      ),
      ...claimsOf(
        subject,
        table,
        'kept columns',
        table.fields.flatMap((field) => (field.onUpdate === undefined ? [] : [isKept(table, field, field.onUpdate)])),
      ),
    ]
  })
}

/** An enum of one value cannot change in the first place. */
function hasAnother(spec: Spec, field: FieldFact): boolean {
  const type = typeOf(spec, field)
  return type.kind !== 'enum' || type.values.length > 1
}

function neverChanges(table: Table, field: FieldFact): Try {
  return {
    name: `${field.name} never changes`,
    prove: (session) =>
      session.transaction(async ({ db, home, away }) => {
        const { maker, spec } = session
        const row = await maker.make(db, await maker.roomFor(db, home, table.entity), table.entity)
        const other = field.role === 'tenant' ? await maker.roomFor(db, away, table.entity) : home
        const value = await another(db, spec, maker, other, table, field, row)
        // A row's references would refuse another tenant, or other ids, before anybody else does.
        await dropKeys(db, spec, table, () => true)
        await asSystem(db, spec)
        const wanted = { code: states.restricted, constraint: 'immutable', column: field.at }
        demandRefusal(await attempt(db, updateOf(table, { [field.name]: value }, row)), wanted, 'UPDATE')
        if (table.primaryKey.includes(field.name)) return
        const upsert = upsertOf(table, { ...row, [field.name]: value }, [field.name])
        demandRefusal(await attempt(db, upsert), wanted, 'an upsert')
      }),
  }
}

/** A value that the field does not have in this row. */
async function another(
  db: Connection,
  spec: Spec,
  maker: Maker,
  world: World,
  table: Table,
  field: FieldFact,
  row: Values,
): Promise<Value> {
  if (field.role === 'tenant') return world.tenant
  const { [field.name]: now } = await fieldsOf(db, spec, table, [field.name], row)
  for (;;) {
    const value = await maker.other(db, world, table, field)
    if (String(value) !== String(now)) return value
  }
}

function isKept(table: Table, field: FieldFact, kept: 'now' | 'increment'): Try {
  return {
    name: kept === 'now' ? `${field.name} is the time of the last change` : `${field.name} counts the changes`,
    prove: (session) =>
      session.transaction(async ({ db, home }) => {
        const { maker, spec } = session
        const world = await maker.roomFor(db, home, table.entity)
        const claimed = kept === 'now' ? '2001-02-03T04:05:06Z' : '77'
        const row = await maker.prepare(db, world, table.entity, { [field.name]: claimed })
        demandRows(await attempt(db, insertOf(table, row)), 1, 'INSERT')
        const read = async (): Promise<unknown> => (await fieldsOf(db, spec, table, [field.name], row))[field.name]
        const made = await read()
        await db.query(...updateOf(table, { [field.name]: claimed }, row))
        const changed = await read()
        if (kept === 'increment' && Number(changed) !== Number(made ?? 0) + 1) {
          throw new Error(`after a change ${field.name} is ${changed}, and it was ${made}`)
        }
        if (kept === 'increment' && made === claimed)
          throw new Error(`a new row keeps the ${field.name} that it came with`)
        if (kept === 'now') {
          await demandRecent(db, made, `after INSERT ${field.name}`)
          await demandRecent(db, changed, `after UPDATE ${field.name}`)
        }
      }),
  }
}

async function demandRecent(db: Connection, moment: unknown, what: string): Promise<void> {
  if (moment === null) return
  const { rows } = await db.query(`SELECT abs(extract(epoch FROM now() - $1::timestamptz)) < 60 AS recent`, [moment])
  if (rows[0]?.recent !== true) throw new Error(`${what} is ${moment}, which is not now`)
}
