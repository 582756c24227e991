import type { Claim } from '../../proof.ts'
import { attempt, demandRefusal, demandRows, trial } from '../attempt.ts'
import type { Table } from '../facts.ts'
import { asSystem } from '../roles.ts'
import { insertOf } from '../rows/statements.ts'
import { someValue } from '../rows/value.ts'
import { type WrongValue, wrongValues } from '../rows/wrong-value.ts'
import type { Session } from '../session.ts'
import { withoutTriggers } from './apart.ts'
import { claimsOf, type Subject, type Try } from './subject.ts'

const guarantee = 'values'

/** A column holds what the spec lets it hold, and nothing else. */
export function proofsOfValues(subject: Subject): readonly Claim<Session>[] {
  const { spec } = subject
  return spec.tables.flatMap((table) => [
    ...claimsOf(subject, table, guarantee, [everyValue(table)]),
    ...claimsOf(
      subject,
      table,
      guarantee,
      table.fields.flatMap((field) => {
        const wrong = wrongValues(spec, field)
        return wrong.length === 0 ? [] : [refusing(table, field.name, wrong)]
      }),
    ),
  ])
}

/** Without this, a table that refuses everything would pass all others. */
function everyValue(table: Table): Try {
  return {
    name: 'a row with a value in every field is let in',
    prove: (session) =>
      session.transaction(async ({ db, home }) => {
        const { maker, spec } = session
        const world = await maker.roomFor(db, home, table.entity)
        const given = table.fields.flatMap((field) => {
          const isOpen = field.optional === true && field.role !== 'tenant' && field.role !== 'soft_delete'
          const isReference = table.foreignKeyOf.has(field.name)
          const value = isOpen && !isReference ? someValue(spec, field, maker.next()) : undefined
          return value === undefined ? [] : [[field.name, value] as const]
        })
        const row = await maker.prepare(db, world, table.entity, Object.fromEntries(given))
        demandRows(await attempt(db, insertOf(table, row)), 1, 'INSERT')
      }),
  }
}

function refusing(table: Table, name: string, wrong: readonly WrongValue[]): Try {
  return {
    name: `${name} refuses ${wrong.map(({ what }) => what).join('; ')}`,
    prove: (session) =>
      session.transaction(async ({ db, home }) => {
        const { maker, spec } = session
        const world = await maker.roomFor(db, home, table.entity)
        const row = await maker.prepare(db, world, table.entity)
        await withoutTriggers(db, spec, table)
        await asSystem(db, spec)
        demandRows(await trial(db, insertOf(table, row)), 1, 'INSERT of what is right')
        for (const { what, value, code, constraint } of wrong) {
          const outcome = await attempt(db, insertOf(table, { ...row, [name]: value }))
          demandRefusal(outcome, { code, ...(constraint === undefined ? {} : { constraint }) }, `${name} with ${what}`)
        }
      }),
  }
}
