import type { UniqueFact } from '../../../expected/facts.ts'
import type { Claim } from '../../proof.ts'
import { type Attempt, attempt, demandRefusal, demandRows, states } from '../attempt.ts'
import type { Connection } from '../connection.ts'
import type { Table } from '../facts.ts'
import { asSystem } from '../roles.ts'
import type { Values, World } from '../rows/row.ts'
import { insertOf, updateOf } from '../rows/statements.ts'
import { pathTo } from '../rows/states.ts'
import type { Value } from '../rows/value.ts'
import type { Session } from '../session.ts'
import { keepUnique } from './apart.ts'
import { claimsOf, type Subject, type Try } from './subject.ts'
import { newKey, outside, type UniqueKey, withoutKey } from './unique-key.ts'

const guarantee = 'uniques'

/** What is to occur once occurs once, among those records that count. */
export function proofsOfUniques(subject: Subject): readonly Claim<Session>[] {
  return subject.spec.tables.flatMap((table) =>
    table.uniques.flatMap((unique) => {
      const reason = withoutKey(subject.spec, table, unique)
      const tries = triesOf(subject, table, unique)
      const possible = reason === undefined ? tries : tries.map(({ name }) => ({ name, reason }))
      const shared = table.tenancy === 'shared' && unique.scope === 'tenant' ? [amongShared(table, unique)] : []
      return [
        ...claimsOf(subject, table, guarantee, possible),
        ...claimsOf(subject, table, guarantee, shared, 'shared'),
      ]
    }),
  )
}

/** A tenant with one row that has the key, and no other unique but the one in question. */
interface Scene {
  readonly db: Connection
  readonly session: Session
  readonly world: World
  readonly away: World
  readonly key: UniqueKey
  readonly first: Values
}

function trying(table: Table, unique: UniqueFact, what: string, work: (scene: Scene) => Promise<void>): Try {
  return {
    name: `${unique.name}: ${what}`,
    prove: (session) =>
      session.transaction(async ({ db, home, away }) => {
        const { maker, spec } = session
        const world = await maker.roomFor(db, home, table.entity)
        const key = await newKey(db, spec, maker, world, table, unique)
        // The rows that it needs are made before the keys go that they refer to.
        const ready = await maker.prepare(db, world, table.entity, key.given)
        await keepUnique(db, spec, table, namesOf(unique))
        await asSystem(db, spec)
        demandRows(await place(db, table, ready, key), 1, 'the first row')
        await work({ db, session, world, away, key, first: ready })
      }),
  }
}

function triesOf({ spec }: Subject, table: Table, unique: UniqueFact): readonly Try[] {
  const { softDelete } = table
  const out = wayOut(table, unique)
  const refused = { code: states.unique, constraint: namesOf(unique) }
  const deleted = softDelete === undefined ? undefined : { [softDelete]: new Date().toISOString() }
  const again = (scene: Scene, changes: Values = {}, path = scene.key.path): Promise<Attempt> =>
    second(scene, table, changes, path)
  return [
    trying(table, unique, 'a second row is refused', async (scene) => {
      demandRefusal(await again(scene), refused, 'the second row')
    }),
    ...optionalFields(table, unique).map((field) =>
      trying(table, unique, `rows without ${field} do not collide`, async (scene) => {
        for (const nth of ['one', 'another']) demandRows(await again(scene, { [field]: null }), 1, `${nth} without`)
      }),
    ),
    ...(out === undefined
      ? []
      : [
          {
            name: `${unique.name}: rows in another state do not count`,
            prove: (session: Session) =>
              session.transaction(async ({ db, home }) => {
                const { maker } = session
                const world = await maker.roomFor(db, home, table.entity)
                const key = await newKey(db, spec, maker, world, table, unique)
                const [first, next] = [
                  await maker.prepare(db, world, table.entity, key.given),
                  await maker.prepare(db, world, table.entity, key.given),
                ]
                await keepUnique(db, spec, table, namesOf(unique))
                await asSystem(db, spec)
                demandRows(await place(db, table, first, { ...key, path: out }), 1, 'a row that has moved on')
                demandRows(await place(db, table, next, key), 1, 'the next row')
              }),
          },
        ]),
    ...(unique.where ?? []).flatMap((condition): readonly Try[] => {
      if (condition.field === table.lifecycle?.field) return []
      const value: Value = outside(spec, table, condition)
      if (value === undefined) return []
      return [
        trying(table, unique, `rows with another ${condition.field} do not count`, async (scene) => {
          demandRows(await again(scene, { [condition.field]: value }), 1, 'a row that does not count')
        }),
      ]
    }),
    ...(deleted === undefined || softDelete === undefined
      ? []
      : unique.live === undefined
        ? [
            trying(table, unique, 'a deleted row counts too', async (scene) => {
              await scene.db.query(...updateOf(table, deleted, scene.first))
              demandRefusal(await again(scene), refused, 'the second row')
            }),
          ]
        : [
            trying(table, unique, 'a deleted row makes room, and cannot be restored then', async (scene) => {
              await scene.db.query(...updateOf(table, deleted, scene.first))
              demandRows(await again(scene), 1, 'a row after the deleted one')
              const restored = await attempt(scene.db, updateOf(table, { [softDelete]: null }, scene.first))
              demandRefusal(restored, refused, 'restoring the deleted row')
            }),
          ]),
    ...(table.tenant === undefined || hasOwnReferences(spec.table, table, unique)
      ? []
      : [
          trying(
            table,
            unique,
            unique.scope === 'tenant' ? 'another tenant may have the same' : 'another tenant has none of the same',
            async ({ db, session, away, key }) => {
              const { maker } = session
              const world = await maker.roomFor(db, away, table.entity)
              const row = await maker.prepare(db, world, table.entity, key.given)
              const outcome = await place(db, table, row, key)
              if (unique.scope === 'tenant') demandRows(outcome, 1, `another tenant's row`)
              else demandRefusal(outcome, refused, `another tenant's row`)
            },
          ),
        ]),
  ]
}

function amongShared(table: Table, unique: UniqueFact): Try {
  return {
    name: `${unique.name}: it holds among what is shared too`,
    prove: (session) =>
      session.transaction(async ({ db, shared }) => {
        const { maker, spec } = session
        const key = await newKey(db, spec, maker, shared, table, unique)
        const [first, next] = [
          await maker.prepare(db, shared, table.entity, key.given),
          await maker.prepare(db, shared, table.entity, key.given),
        ]
        await keepUnique(db, spec, table, namesOf(unique))
        await asSystem(db, spec)
        demandRows(await place(db, table, first, key), 1, 'the first row')
        const outcome = await place(db, table, next, key)
        demandRefusal(outcome, { code: states.unique, constraint: namesOf(unique) }, 'the second row')
      }),
  }
}

/** The names under which a unique is kept: one for all, and where need be one for what is shared. */
export function namesOf({ name, sharedName }: UniqueFact): readonly string[] {
  return sharedName === undefined ? [name] : [name, sharedName]
}

async function second(
  { db, session, world, key }: Scene,
  table: Table,
  changes: Values,
  path: readonly string[],
): Promise<Attempt> {
  // What it refers to is there already: with the keys gone, nothing more could be made that refers to this table.
  const row = await session.maker.prepare(db, world, table.entity, { ...key.given, ...changes })
  return place(db, table, row, { ...key, path })
}

/** A state to which a row moves that the unique then counts no more, by the way there. */
function wayOut(table: Table, unique: UniqueFact): readonly string[] | undefined {
  const { lifecycle } = table
  const condition = unique.where?.find(({ field }) => field === lifecycle?.field)
  if (lifecycle === undefined || condition === undefined || !('in' in condition)) return undefined
  const outside = Object.keys(lifecycle.allow).concat(Object.values(lifecycle.allow).flat())
  return outside
    .filter((state) => !condition.in.includes(state))
    .flatMap((state) => {
      const path = pathTo(lifecycle, state)
      return path === undefined || path.length === 0 ? [] : [path]
    })[0]
}

/** Adds a row and moves it to where the unique counts it. Until the last step it does not, so nothing may be refused. */
async function place(db: Connection, table: Table, row: Values, { path }: UniqueKey): Promise<Attempt> {
  let outcome = await attempt(db, insertOf(table, row))
  const { lifecycle } = table
  if (lifecycle === undefined) return outcome
  for (const state of path) {
    demandRows(outcome, 1, `a row that is not yet ${state}`)
    outcome = await attempt(db, updateOf(table, { [lifecycle.field]: state }, row))
  }
  return outcome
}

function optionalFields(table: Table, unique: UniqueFact): readonly string[] {
  const asked = new Set(unique.where?.map(({ field }) => field))
  return unique.fields.filter(
    (name) => table.byField.get(name)?.optional === true && name !== table.tenant?.name && !asked.has(name),
  )
}

/** Whether another tenant could not have the same key, since it leads to rows of a tenant. */
function hasOwnReferences(tableOf: (entity: string) => Table, table: Table, unique: UniqueFact): boolean {
  return unique.fields.some((name) => {
    const reference = name === table.tenant?.name ? undefined : table.foreignKeyOf.get(name)
    return reference !== undefined && tableOf(reference.entity).tenancy !== 'none'
  })
}
