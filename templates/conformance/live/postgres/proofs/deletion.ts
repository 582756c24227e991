import type { ForeignKeyFact } from '../../../expected/facts.ts'
import type { Claim } from '../../proof.ts'
import { attempt, demandRefusal, demandRows, states } from '../attempt.ts'
import type { Table } from '../facts.ts'
import { asSystem } from '../roles.ts'
import { idOf } from '../rows/row.ts'
import { deleteOf, seenOf, updateOf } from '../rows/statements.ts'
import type { Session } from '../session.ts'
import { dropKeys, withoutTriggers } from './apart.ts'
import { demandSeen, fieldsOf } from './looking.ts'
import { claimsOf, type Subject, type Try } from './subject.ts'

/** What becomes of a row when what it refers to is removed for good. */
export function proofsOfDeletion(subject: Subject): readonly Claim<Session>[] {
  return subject.spec.tables.flatMap((table) =>
    claimsOf(
      subject,
      table,
      'what a deletion does',
      table.foreignKeys.map((key) => deletionOf(subject, table, key)),
    ),
  )
}

const words: Readonly<Record<ForeignKeyFact['onDelete'], string>> = {
  restrict: 'is refused',
  cascade: 'takes the row with it',
  set_null: 'empties the reference alone',
}

function deletionOf({ spec, order }: Subject, table: Table, key: ForeignKeyFact): Try {
  const name = `deleting what ${key.field} leads to ${words[key.onDelete]}`
  const target = spec.table(key.entity)
  if (target.appendOnly === true) return { name, reason: `rows of ${target.entity} cannot be deleted at all` }
  const obstacle = order.obstacles.tenant.get(target.entity)
  if (obstacle !== undefined) return { name, reason: `no row of ${target.entity} can be made: ${obstacle}` }
  const isTenant = key.field === table.tenant?.name
  return {
    name,
    prove: (session) =>
      session.transaction(async (stage) => {
        const { db } = stage
        const { maker } = session
        const isSelf = table.tenancy === 'self'
        const world =
          isTenant || isSelf
            ? await maker.newWorld(db)
            : await maker.roomFor(db, stage.home, table.entity, target.entity)
        // A row of its own, which nothing else refers to.
        const parent = isTenant
          ? await maker.some(db, world, target.entity)
          : await maker.make(db, world, target.entity)
        const reference = isTenant ? {} : { [key.field]: idOf(target, parent) }
        const row = isSelf
          ? await maker.some(db, world, table.entity)
          : await maker.make(db, world, table.entity, reference)
        if (isSelf) {
          // A tenant is there before those who belong to it, so it comes to refer to them later.
          await withoutTriggers(db, spec, table)
          await asSystem(db, spec)
          await db.query(...updateOf(table, reference, row))
        }
        if (isTenant) {
          for (const entity of world.made.keys()) {
            const others = spec.table(entity).foreignKeys.filter((other) => other.entity === target.entity)
            await dropKeys(
              db,
              spec,
              spec.table(entity),
              (name) => name !== key.name && others.some((one) => one.name === name),
            )
          }
        }
        await asSystem(db, spec)
        const outcome = await attempt(db, deleteOf(target, parent))
        if (key.onDelete === 'restrict') {
          demandRefusal(outcome, { code: [states.foreignKey, states.restricted], constraint: key.name }, 'DELETE')
          return
        }
        demandRows(outcome, 1, 'DELETE')
        if (key.onDelete === 'cascade') {
          await demandSeen(db, seenOf(table, [row]), table, [], 'the row afterwards')
          return
        }
        const fields = [key.field, ...(table.tenant === undefined ? [] : [table.tenant.name])]
        const now = await fieldsOf(db, spec, table, fields, row)
        if (now[key.field] !== null) throw new Error(`${key.field} still leads to the row that was deleted`)
        if (table.tenant !== undefined && now[table.tenant.name] !== row[table.tenant.name]) {
          throw new Error('the row lost its tenant')
        }
      }),
  }
}
