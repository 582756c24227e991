import type { UniqueFact } from '../../../expected/facts.ts'
import type { Claim } from '../../proof.ts'
import { refusalOf, states } from '../attempt.ts'
import type { Connection } from '../connection.ts'
import type { Spec, Table } from '../facts.ts'
import { asApp, asSystem } from '../roles.ts'
import { blueprintOf } from '../rows/blueprint.ts'
import type { World } from '../rows/row.ts'
import { insertOf, type Query, updateOf } from '../rows/statements.ts'
import type { Session } from '../session.ts'
import { claimsOf, type Subject, type Try } from './subject.ts'
import { newKey, withoutKey } from './unique-key.ts'

/** How many write at the same time. */
const writers = 20

/** Of many who write the same at the same time, one does. */
export function proofsOfRaces(subject: Subject): readonly Claim<Session>[] {
  return subject.spec.tables.flatMap((table) =>
    claimsOf(
      subject,
      table,
      'uniques',
      table.uniques.flatMap((unique) => {
        // The primary key alone refuses a second row with the same.
        if (unique.fields.includes(table.primary.name)) return []
        return [raceFor(subject.spec, table, unique)]
      }),
    ),
  )
}

function raceFor(spec: Spec, table: Table, unique: UniqueFact): Try {
  const name = `${unique.name}: of ${writers} who write at the same time one wins`
  const reason = withoutKey(spec, table, unique)
  if (reason !== undefined) return { name, reason }
  const names = rivals(table, unique)
  const narrower = blueprintOf(spec, table).crowding.find((other) => !names.includes(other))
  // What holds for all tenants together can be fought over by writers of whom each has a tenant of its own.
  const isApart = narrower !== undefined && unique.scope === 'global' && !leadsToRows(spec, table, unique)
  if (narrower !== undefined && !isApart) return { name, reason: `${narrower} alone lets no more than one through` }
  return {
    name,
    prove: async (session) => {
      const outcomes = await race(session, table, await lastSteps(session, table, unique, isApart))
      const stray = outcomes.find(
        (outcome) => outcome !== 'won' && !(outcome.code === states.unique && names.includes(outcome.constraint ?? '')),
      )
      if (stray !== undefined && stray !== 'won') {
        throw new Error(`a writer was refused for another reason: ${stray.code} ${stray.message}`)
      }
      const won = outcomes.filter((outcome) => outcome === 'won').length
      if (won !== 1) throw new Error(`of ${writers} writers ${won} won`)
    },
  }
}

/** A writer's last statement, after which its row counts, and for which tenant it is. */
interface LastStep {
  readonly world: World
  readonly statement: Query
}

/** Prepares everything but each writer's last statement. */
async function lastSteps(
  session: Session,
  table: Table,
  unique: UniqueFact,
  isApart: boolean,
): Promise<readonly LastStep[]> {
  return session.committed(async ({ db }) => {
    const { maker, spec } = session
    const common = await maker.newWorld(db)
    const { given, path } = await newKey(db, spec, maker, common, table, unique)
    const { lifecycle } = table
    const steps: LastStep[] = []
    for (let count = 0; count < writers; count += 1) {
      const world = isApart ? await maker.newWorld(db) : common
      const row = await maker.prepare(db, world, table.entity, given)
      if (lifecycle === undefined || path.length === 0) {
        steps.push({ world, statement: insertOf(table, row) })
        continue
      }
      await db.query(...insertOf(table, row))
      for (const state of path.slice(0, -1)) await db.query(...updateOf(table, { [lifecycle.field]: state }, row))
      steps.push({ world, statement: updateOf(table, { [lifecycle.field]: path.at(-1) }, row) })
    }
    return steps
  })
}

/** Whether a unique is about what its rows refer to, which another tenant could not. */
function leadsToRows(spec: Spec, table: Table, { fields }: UniqueFact): boolean {
  return fields.some((field) => {
    const key = table.foreignKeyOf.get(field)
    return key !== undefined && spec.table(key.entity).tenancy !== 'none'
  })
}

type Raced = 'won' | ReturnType<typeof refusalOf>

/** All are ready before any begins; each commits by itself. */
async function race(session: Session, table: Table, steps: readonly LastStep[]): Promise<readonly Raced[]> {
  const connections = await session.connections(steps.length)
  const writers = await Promise.all(
    steps.flatMap(({ world, statement }, index) => {
      const db = connections[index]
      if (db === undefined) return []
      return [begin(db, session.spec, table, world).then(() => ({ db, statement }))]
    }),
  )
  return Promise.all(writers.map(({ db, statement }) => write(db, statement)))
}

async function begin(db: Connection, spec: Spec, table: Table, world: World): Promise<void> {
  await db.query('BEGIN')
  await asWriter(db, spec, table, world)
}

async function write(db: Connection, statement: Query): Promise<Raced> {
  try {
    const { rowCount } = await db.query(...statement)
    if (rowCount !== 1) throw new Error(`a writer reached ${rowCount} rows`)
    await db.query('COMMIT')
    return 'won'
  } catch (error) {
    await db.query('ROLLBACK')
    return refusalOf(error)
  }
}

/** The application where it may write, and else the role that may. */
async function asWriter(db: Connection, spec: Spec, table: Table, world: World): Promise<void> {
  if (table.tenancy === 'required' || table.tenancy === 'shared') await asApp(db, spec, world.tenant)
  else await asSystem(db, spec)
}

/** The uniques that two rows with the same key also collide in: whichever comes first says no. */
function rivals(table: Table, unique: UniqueFact): readonly string[] {
  return table.uniques
    .filter(({ fields }) => fields.every((field) => unique.fields.includes(field)))
    .flatMap(({ name, sharedName }) => [name, ...(sharedName === undefined ? [] : [sharedName])])
}
