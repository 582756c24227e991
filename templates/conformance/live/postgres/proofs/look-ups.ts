import type { Claim } from '../../proof.ts'
import { attempt, demandRows } from '../attempt.ts'
import type { Table } from '../facts.ts'
import { asApp, asSystem } from '../roles.ts'
import { idOf } from '../rows/row.ts'
import { updateOf } from '../rows/statements.ts'
import type { Session } from '../session.ts'
import { identifier } from '../sql.ts'
import { claimsOf, type Subject, type Try } from './subject.ts'

/** What is found before a tenant is known: ids of live rows, and nothing else. */
export function proofsOfLookUps(subject: Subject): readonly Claim<Session>[] {
  if (subject.spec.roles === undefined) return []
  return subject.spec.tables.flatMap((table) => claimsOf(subject, table, 'look-ups', lookUpsOf(table)))
}

function lookUpsOf(table: Table): readonly Try[] {
  return table.fields.flatMap((field) => {
    const { finder } = field
    if (finder === undefined) return []
    const call = `SELECT * FROM stowage.${identifier(finder)}($1)`
    return [
      {
        name: `${field.name} finds its record before the tenant is known, and shows two ids`,
        prove: (session: Session) =>
          session.transaction(async ({ db, home }) => {
            const { maker, spec } = session
            const world = await maker.roomFor(db, home, table.entity)
            const value = field.key === undefined ? await maker.other(db, world, table, field) : undefined
            const given = value === undefined ? {} : { [field.name]: value }
            const row = await maker.make(db, world, table.entity, given)
            const wanted = [
              table.tenancy === 'self' ? idOf(table, row) : (row[table.tenant?.name ?? ''] ?? null),
              row[table.publicId?.name ?? ''] ?? null,
            ]
            await asApp(db, spec, null)
            const found = demandRows(await attempt(db, [call, [row[field.name]]]), 1, 'the look-up').rows[0] ?? {}
            if (Object.values(found).join() !== wanted.join()) {
              throw new Error(`the look-up gives ${JSON.stringify(found)} where ${wanted.join(' and ')} are wanted`)
            }
            if (table.softDelete === undefined) return
            await asSystem(db, spec)
            await db.query(...updateOf(table, { [table.softDelete]: new Date().toISOString() }, row))
            await asApp(db, spec, null)
            demandRows(await attempt(db, [call, [row[field.name]]]), 0, 'the look-up of what is deleted')
          }),
      },
    ]
  })
}
