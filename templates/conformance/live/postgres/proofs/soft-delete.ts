import type { ForeignKeyFact } from '../../../expected/facts.ts'
import type { Claim } from '../../proof.ts'
import { attempt, demandRefusal, demandRows, states, trial } from '../attempt.ts'
import type { Spec, Table } from '../facts.ts'
import { asApp } from '../roles.ts'
import { idOf, type Values } from '../rows/row.ts'
import { insertOf, seenOf, updateOf } from '../rows/statements.ts'
import type { Session, Stage } from '../session.ts'
import { identifier } from '../sql.ts'
import { demandSeen, fieldsOf, isFixed } from './looking.ts'
import { claimsOf, type Subject, type Try } from './subject.ts'

const guarantee = 'soft delete'

/** No live row hangs on a deleted one, and a deleted one is seen by nobody who asks for live ones. */
export function proofsOfSoftDelete(subject: Subject): readonly Claim<Session>[] {
  const { spec } = subject
  return spec.tables.flatMap((table) => {
    const { softDelete } = table
    if (softDelete === undefined) return []
    return claimsOf(subject, table, guarantee, [
      ...inView(table, softDelete),
      ...table.foreignKeys.flatMap((key) => (isLive(spec, table, key) ? hangingOn(subject, table, key) : [])),
    ])
  })
}

/** Whether both ends are marked when they are deleted. What is only for the books may lead to what is gone. */
function isLive(spec: Spec, table: Table, key: ForeignKeyFact): boolean {
  return (
    table.softDelete !== undefined &&
    table.appendOnly !== true &&
    key.bookkeeping !== true &&
    spec.table(key.entity).softDelete !== undefined
  )
}

function inView(table: Table, softDelete: string): readonly Try[] {
  const { view } = table
  if (view === undefined) return []
  return [
    {
      name: 'the view shows live rows alone',
      prove: (session) =>
        session.transaction(async ({ db, home }) => {
          const { maker, spec } = session
          const world = await maker.roomFor(db, home, table.entity)
          const row = await maker.make(db, world, table.entity)
          const from = `public.${identifier(view)}`
          const look = async (rows: readonly Values[], what: string): Promise<void> => {
            await asApp(db, spec, table.tenancy === 'self' ? idOf(table, row) : world.tenant)
            await demandSeen(db, seenOf(table, [row], from), table, rows, what)
          }
          await look([row], 'the view, while the row lives,')
          await fieldsOf(db, spec, table, [softDelete], row)
          demandRows(await attempt(db, updateOf(table, deletion(softDelete), row)), 1, 'deleting the row')
          await look([], 'the view, when the row is deleted,')
        }),
    },
  ]
}

function deletion(softDelete: string): Values {
  return { [softDelete]: new Date().toISOString() }
}

interface Family extends Stage {
  readonly parent: Values
  readonly child: Values
}

function hangingOn({ spec, order }: Subject, table: Table, key: ForeignKeyFact): readonly Try[] {
  const target = spec.table(key.entity)
  const ofParent = target.softDelete ?? ''
  const own = table.softDelete ?? ''
  const obstacle = order.obstacles.tenant.get(target.entity)
  const refused = { code: states.foreignKey, constraint: key.name }
  const trying = (name: string, work: (family: Family, session: Session) => Promise<void>): Try =>
    obstacle !== undefined
      ? { name, reason: `no row of ${target.entity} can be made: ${obstacle}` }
      : {
          name,
          prove: (session) =>
            session.transaction(async (stage) => {
              const { maker } = session
              const world = await maker.roomFor(stage.db, stage.home, table.entity, target.entity)
              const parent = await maker.make(stage.db, world, target.entity)
              const child = await maker.make(stage.db, world, table.entity, { [key.field]: idOf(target, parent) })
              await work({ ...stage, home: world, parent, child }, session)
            }),
        }
  const cascades = key.onSoftDelete === 'cascade'
  return [
    trying(
      cascades
        ? `deleting what ${key.field} leads to deletes the row`
        : `what ${key.field} leads to is not deleted while the row lives`,
      async ({ db, parent, child }) => {
        const outcome = await trial(db, updateOf(target, deletion(ofParent), parent))
        if (!cascades) {
          demandRefusal(outcome, { code: states.restricted, constraint: key.name }, 'deleting the parent')
          demandRows(await attempt(db, updateOf(table, deletion(own), child)), 1, 'deleting the child')
          demandRows(await attempt(db, updateOf(target, deletion(ofParent), parent)), 1, 'deleting the parent then')
          return
        }
        demandRows(outcome, 1, 'deleting the parent')
        await db.query(...updateOf(target, deletion(ofParent), parent))
        const { [own]: gone } = await fieldsOf(db, spec, table, [own], child)
        const { [ofParent]: wanted } = await fieldsOf(db, spec, target, [ofParent], parent)
        if (gone === null || gone !== wanted) throw new Error(`the child was deleted ${gone}, and the parent ${wanted}`)
      },
    ),
    trying(`${key.field} leads to nothing that is deleted`, async ({ db, home, parent, child }, { maker }) => {
      const reference = { [key.field]: idOf(target, parent) }
      await db.query(...updateOf(table, deletion(own), child))
      await db.query(...updateOf(target, deletion(ofParent), parent))
      const another = await maker.prepare(db, await maker.roomFor(db, home, table.entity), table.entity, reference)
      if (home.tenant === another[table.tenant?.name ?? ''] || table.tenant === undefined) {
        demandRefusal(await trial(db, insertOf(table, another)), refused, 'a new row')
      }
      demandRefusal(await attempt(db, updateOf(table, { [own]: null }, child)), refused, 'restoring the row')
    }),
    ...(isFixed(table, table.byField.get(key.field) ?? table.primary)
      ? []
      : [
          trying(`${key.field} is not moved to what is deleted`, async ({ db, home, child }, { maker }) => {
            const other = await maker.make(db, await maker.roomFor(db, home, target.entity), target.entity)
            await db.query(...updateOf(target, deletion(ofParent), other))
            const moved = await attempt(db, updateOf(table, { [key.field]: idOf(target, other) }, child))
            demandRefusal(moved, refused, 'UPDATE')
          }),
        ]),
  ]
}
