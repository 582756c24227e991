import type { Claim } from '../../proof.ts'
import { attempt, demandRefusal, demandRows, states } from '../attempt.ts'
import type { Connection } from '../connection.ts'
import type { Table } from '../facts.ts'
import { asApp, asOwner, asSystem } from '../roles.ts'
import { insertOf, nameOf } from '../rows/statements.ts'
import type { Session } from '../session.ts'
import { inMonth, monthsAhead, partitionOf } from './months.ts'
import { claimsOf, type Subject, type Try } from './subject.ts'

/** Each month has a partition before its rows come, and nobody reaches rows through it. */
export function proofsOfPartitions(subject: Subject): readonly Claim<Session>[] {
  return subject.spec.tables.flatMap((table) => {
    const { partitionBy } = table
    if (partitionBy === undefined) return []
    return claimsOf(subject, table, 'partitions', [
      soonMade(table, partitionBy),
      comingMonths(table, partitionBy),
      ...(subject.spec.roles === undefined ? [] : [closed(table)]),
    ])
  })
}

interface Partition {
  readonly name: string
  readonly isDefault: boolean
}

async function partitionsOf(db: Connection, table: Table): Promise<readonly Partition[]> {
  const { rows } = await db.query(
    `SELECT relid::regclass::text AS name, pg_get_expr(relpartbound, relid) = 'DEFAULT' AS rest
     FROM pg_partition_tree($1::regclass) JOIN pg_class ON pg_class.oid = relid WHERE isleaf ORDER BY 1`,
    [nameOf(table)],
  )
  return rows.map(({ name, rest }) => ({ name: String(name), isDefault: rest === true }))
}

/** Adds a row of a month and tells which partition it went to. */
async function placeOf(session: Session, db: Connection, table: Table, field: string, months: number): Promise<string> {
  const { maker, spec } = session
  const world = await maker.newWorld(db)
  const row = await maker.prepare(db, world, table.entity, { [field]: inMonth(months) })
  await asSystem(db, spec)
  demandRows(await attempt(db, insertOf(table, row)), 1, 'INSERT')
  return partitionOf(db, table, row)
}

function soonMade(table: Table, field: string): Try {
  return {
    name: `this month and the next ${monthsAhead} have a partition, and the default one is empty`,
    prove: (session) =>
      session.transaction(async ({ db }) => {
        const partitions = await partitionsOf(db, table)
        const rest = partitions.find(({ isDefault }) => isDefault)
        if (rest === undefined) throw new Error('there is no default partition: a row of no known month is lost')
        const places = new Set<string>()
        for (let months = 0; months <= monthsAhead; months += 1)
          places.add(await placeOf(session, db, table, field, months))
        if (places.has(rest.name)) throw new Error('a row of a coming month went to the default partition')
        if (places.size !== monthsAhead + 1)
          throw new Error(`${monthsAhead + 1} months share ${places.size} partitions`)
        await asOwner(db, session.spec)
        if (session.spec.isolates) await db.query(`ALTER TABLE ${rest.name} NO FORCE ROW LEVEL SECURITY`)
        demandRows(await attempt(db, [`SELECT FROM ${rest.name}`]), 0, 'the default partition')
      }),
  }
}

function comingMonths(table: Table, field: string): Try {
  const months = monthsAhead + 2
  return {
    name: 'stowage.ensure_partitions makes those of later months, as often as it is called',
    prove: (session) =>
      session.transaction(async ({ db }) => {
        await asSystem(db, session.spec)
        for (const nth of ['first', 'second']) {
          const outcome = await attempt(db, ['SELECT stowage.ensure_partitions($1)', [months]])
          demandRows(outcome, 1, `the ${nth} call`)
        }
        const place = await placeOf(session, db, table, field, months)
        const rest = (await partitionsOf(db, table)).find(({ isDefault }) => isDefault)
        if (place === rest?.name) throw new Error('the row went to the default partition all the same')
      }),
  }
}

function closed(table: Table): Try {
  return {
    name: 'no partition is reached by itself',
    prove: (session) =>
      session.transaction(async ({ db, home }) => {
        const partitions = await partitionsOf(db, table)
        for (const role of ['app', 'system'] as const) {
          for (const { name } of partitions) {
            if (role === 'app') await asApp(db, session.spec, home.tenant)
            else await asSystem(db, session.spec)
            for (const text of [
              `SELECT FROM ${name}`,
              `INSERT INTO ${name} DEFAULT VALUES`,
              `DELETE FROM ${name}`,
              `TRUNCATE ${name}`,
            ]) {
              demandRefusal(await attempt(db, [text]), { code: states.forbidden }, `${text} as the ${role} role`)
            }
          }
        }
      }),
  }
}
