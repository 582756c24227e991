import type { Claim } from '../../proof.ts'
import { attempt, demandRefusal, demandRows, states, trial } from '../attempt.ts'
import type { Table } from '../facts.ts'
import { asApp, asSystem } from '../roles.ts'
import type { Values } from '../rows/row.ts'
import { deleteOf, insertOf, mergeOf, seenOf, touchOf, updateOf, upsertOf } from '../rows/statements.ts'
import type { Session, Stage } from '../session.ts'
import { identifier } from '../sql.ts'
import { forOwner } from './isolation.ts'
import { demandSeen, harmlessField, unchanged } from './looking.ts'
import { claimsOf, type Subject, type Try } from './subject.ts'

/** Records that every tenant reads: those that tenants share, those that belong to none, and the tenants themselves. */
export function proofsOfCommonRecords(subject: Subject): readonly Claim<Session>[] {
  const { spec } = subject
  if (spec.roles === undefined) return []
  return spec.tables.flatMap((table) => claimsAbout(subject, table))
}

function claimsAbout(subject: Subject, table: Table): readonly Claim<Session>[] {
  const { isolates } = subject.spec
  switch (table.tenancy) {
    case 'shared':
      return isolates ? claimsOf(subject, table, 'shared records', ofShared(table), 'shared') : []
    case 'none':
      return claimsOf(subject, table, 'records of no tenant', ofNone(table))
    case 'self': {
      const byPolicy = isolates ? [...ofSelf(table), forOwner(table)] : []
      return claimsOf(subject, table, 'tenant isolation', [...byPolicy, givenTenants(table)])
    }
    case 'required':
      return []
  }
}

interface Scene extends Stage {
  readonly own: Values
  readonly common: Values
}

function ofShared(table: Table): readonly Try[] {
  const field = harmlessField(table)
  const tenant = table.tenant?.name ?? ''
  const trying = (name: string, work: (scene: Scene, session: Session) => Promise<void>): Try => ({
    name,
    prove: (session) =>
      session.transaction(async (stage) => {
        const own = await session.maker.some(stage.db, stage.home, table.entity)
        const common = await session.maker.some(stage.db, stage.shared, table.entity)
        await asApp(stage.db, session.spec, stage.home.tenant)
        await work({ ...stage, own, common }, session)
      }),
  })
  return [
    trying('what is shared is read by a tenant, and without one', async ({ db, common }, { spec }) => {
      await demandSeen(db, seenOf(table, [common]), table, [common], 'SELECT')
      await asApp(db, spec, null)
      await demandSeen(db, seenOf(table, [common]), table, [common], 'SELECT without a tenant')
    }),
    trying('INSERT adds nothing that is shared', async ({ db, shared, home }, { maker, spec }) => {
      await asSystem(db, spec)
      const row = await maker.prepare(db, shared, table.entity)
      await asApp(db, spec, home.tenant)
      demandRefusal(await attempt(db, insertOf(table, row)), { code: states.forbidden }, 'INSERT')
    }),
    trying('UPDATE reaches nothing that is shared', async ({ db, common, home }) => {
      demandRows(await trial(db, touchOf(table, field, common)), 0, 'UPDATE')
      demandRows(await trial(db, updateOf(table, { [tenant]: home.tenant }, common)), 0, 'UPDATE that takes it over')
    }),
    trying('UPDATE shares nothing', async ({ db, own }) => {
      const outcome = await attempt(db, updateOf(table, { [tenant]: null }, own))
      demandRefusal(outcome, { code: states.forbidden }, 'UPDATE of the tenant')
    }),
    trying('MERGE changes nothing that is shared', async ({ db, common, home }) => {
      // MERGE sees what it may read, and refuses where it may not write that.
      const wanted = { code: states.forbidden }
      demandRefusal(await attempt(db, mergeOf(table, 'delete', common)), wanted, 'MERGE that deletes')
      demandRefusal(await attempt(db, mergeOf(table, { [tenant]: home.tenant }, common)), wanted, 'MERGE that updates')
    }),
    trying('an upsert changes nothing that is shared', async ({ db, common, home }, { maker, spec }) => {
      const keys = Object.fromEntries(table.primaryKey.map((key) => [key, common[key]]))
      await asSystem(db, spec)
      const row = await maker.prepare(db, home, table.entity, keys)
      await asApp(db, spec, home.tenant)
      demandRefusal(await attempt(db, upsertOf(table, row, [field])), { code: states.forbidden }, 'the upsert')
    }),
    trying('DELETE removes nothing that is shared', async ({ db, common }, { spec }) => {
      demandRows(await attempt(db, deleteOf(table, common)), 0, 'DELETE')
      await unchanged(db, spec, table, common)
    }),
  ]
}

function ofNone(table: Table): readonly Try[] {
  const trying = (name: string, work: (scene: Omit<Scene, 'own'>, session: Session) => Promise<void>): Try => ({
    name,
    prove: (session) =>
      session.transaction(async (stage) => {
        const common = await session.maker.some(stage.db, stage.home, table.entity)
        await asApp(stage.db, session.spec, stage.home.tenant)
        await work({ ...stage, common }, session)
      }),
  })
  const wanted = { code: states.forbidden }
  return [
    trying('the application reads them', async ({ db, common }) => {
      await demandSeen(db, seenOf(table, [common]), table, [common], 'SELECT')
    }),
    trying('the application writes none', async ({ db, common, home }, { maker, spec }) => {
      await asSystem(db, spec)
      const row = await maker.prepare(db, home, table.entity)
      await asApp(db, spec, home.tenant)
      demandRefusal(await attempt(db, insertOf(table, row)), wanted, 'INSERT')
      demandRefusal(await attempt(db, touchOf(table, harmlessField(table), common)), wanted, 'UPDATE')
      demandRefusal(await attempt(db, deleteOf(table, common)), wanted, 'DELETE')
      demandRefusal(await attempt(db, mergeOf(table, 'delete', common)), wanted, 'MERGE')
    }),
  ]
}

/** The home tenant speaks; `own` is its row, `common` that of another. */
function asTenant(table: Table): (name: string, work: (scene: Scene, session: Session) => Promise<void>) => Try {
  return (name, work) => ({
    name,
    prove: (session) =>
      session.transaction(async (stage) => {
        const own = await session.maker.some(stage.db, stage.home, table.entity)
        const common = await session.maker.some(stage.db, stage.away, table.entity)
        await asApp(stage.db, session.spec, stage.home.tenant)
        await work({ ...stage, own, common }, session)
      }),
  })
}

function ofSelf(table: Table): readonly Try[] {
  const field = harmlessField(table)
  const trying = asTenant(table)
  const { view } = table
  return [
    trying('a tenant sees itself and no other', async ({ db, own, common }, { spec }) => {
      await demandSeen(db, seenOf(table, [own, common]), table, [own], 'SELECT')
      await asApp(db, spec, null)
      await demandSeen(db, seenOf(table, [own, common]), table, [], 'SELECT without a tenant')
    }),
    trying('a tenant changes itself and no other', async ({ db, own, common }) => {
      demandRows(await trial(db, touchOf(table, field, own)), 1, 'UPDATE of itself')
      demandRows(await trial(db, touchOf(table, field, common)), 0, 'UPDATE of another')
    }),
    ...(view === undefined
      ? []
      : [
          trying('the view of live rows shows a tenant itself alone', async ({ db, own, common }) => {
            const query = seenOf(table, [own, common], `public.${identifier(view)}`)
            await demandSeen(db, query, table, [own], 'the view')
          }),
        ]),
  ]
}

function givenTenants(table: Table): Try {
  return asTenant(table)('the application neither makes nor removes tenants', async ({ db, own, common }, session) => {
    const { maker, spec } = session
    await asSystem(db, spec)
    const row = await maker.prepare(db, await maker.newWorld(db), table.entity)
    const id = String(row[table.primary.name])
    // Even where it speaks for the very tenant that it would make.
    await asApp(db, spec, id)
    demandRefusal(await attempt(db, insertOf(table, row)), { code: states.forbidden }, 'INSERT')
    for (const [what, other] of [
      ['itself', own],
      ['another', common],
    ] as const) {
      await asApp(db, spec, String(own[table.primary.name]))
      demandRefusal(await attempt(db, deleteOf(table, other)), { code: states.forbidden }, `DELETE of ${what}`)
      demandRefusal(await attempt(db, mergeOf(table, 'delete', other)), { code: states.forbidden }, `MERGE of ${what}`)
    }
  })
}
