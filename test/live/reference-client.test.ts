import { pathToFileURL } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseOf } from '../../generator/catalog/postgres/index.ts'
import { inPostgres } from '../../generator/model/lookup.ts'
import { printDatabase } from '../../generator/print/sql/print.ts'
import { soundModel } from '../support/analyze-folder.ts'
import { type PostgresServer, query, startPostgres } from '../support/postgres-server.ts'
import { type GeneratedClient, generateClient } from '../support/prisma-engine-generate.ts'
import { fillRows, tenantId } from './fill-rows.ts'

const model = soundModel('spec')

type Row = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly refId: string
  readonly revision: number
}

/** Of a table's member in the client, which exists only once the test runs: what is used here. */
interface Table {
  create(query: object): Promise<Row>
  update(query: object): Promise<Row>
  updateMany(query: object): Promise<{ readonly count: number }>
  findMany(query?: object): Promise<readonly Row[]>
  findUnique(query: object): Promise<Row | null>
  count(query?: object): Promise<number>
  groupBy(query: object): Promise<readonly Readonly<Record<string, unknown>>[]>
}

interface Scope {
  readonly tenant: Table
  readonly user: Table
  readonly strategy: Table
  readonly goal: Table
  readonly llmCall: Table
  $queryRawUnsafe<Rows>(sql: string, ...values: readonly unknown[]): Promise<Rows>
}

interface Client extends Scope {
  $transaction<Result>(run: (scope: Scope) => Promise<Result>): Promise<Result>
  $disconnect(): Promise<void>
}

let server: PostgresServer
let made: GeneratedClient
/** The pool of the application, and that of the jobs for all tenants. */
let app: Client
let system: Client

beforeAll(async () => {
  server = await startPostgres()
  const database = databaseOf(model)
  await query(server.url, database === undefined ? '' : printDatabase(database))
  made = await generateClient(model)
  const { PrismaClient } = await import(pathToFileURL(made.client).href)
  const connect = (role: string): Client =>
    new PrismaClient({ adapter: new PrismaPg({ connectionString: `${server.url}?options=-c%20role%3D${role}` }) })
  app = connect(model.project.tenancy?.roles.app ?? '')
  system = connect(model.project.tenancy?.roles.system ?? '')
}, 120_000)

afterAll(async () => {
  await app?.$disconnect()
  await system?.$disconnect()
  made?.remove()
  await server?.stop()
})

/** What the data layer does for an application: one short transaction that speaks for one tenant. */
async function as<Result>(tenant: string, run: (scope: Scope) => Promise<Result>): Promise<Result> {
  return await app.$transaction(async (scope) => {
    await scope.$queryRawUnsafe(`SELECT set_config('app.tenant_id', $1, true)`, tenant)
    return await run(scope)
  })
}

let tenants = 0

async function newTenant(): Promise<string> {
  tenants += 1
  const data = {
    name: 'Acme',
    slug: `acme-${tenants}`,
    country: 'DE',
    currency: 'EUR',
    billingEmail: 'ada@example.com',
  }
  return (await system.tenant.create({ data })).id
}

function strategy(tenantId: string, version: number): object {
  return { tenantId, version, title: `Plan ${version}`, startsOn: new Date('2026-01-01') }
}

const goal = {
  position: 1,
  title: 'More readers',
  metric: 'organic_sessions',
  targetValue: '10',
  dueOn: new Date('2026-06-01'),
}

async function newPlan(tenant: string, version = 1): Promise<Row> {
  return await as(tenant, (db) => db.strategy.create({ data: strategy(tenant, version) }))
}

async function move(tenant: string, id: string, ...states: readonly string[]): Promise<void> {
  for (const status of states) await as(tenant, (db) => db.strategy.update({ where: { id }, data: { status } }))
}

test('a plan with its goals is made, read from both ends, and seen by its tenant alone', {
  tags: ['full'],
}, async () => {
  const [mine, other] = [await newTenant(), await newTenant()]
  const { id: strategyId } = await newPlan(mine)
  await as(mine, (db) => db.goal.create({ data: { ...goal, tenantId: mine, strategyId } }))

  const read = await as(mine, (db) => db.strategy.findMany({ include: { goals: { include: { strategy: true } } } }))
  expect(read).toMatchObject([
    { id: strategyId, goals: [{ strategyId, strategy: { id: strategyId, title: 'Plan 1' } }] },
  ])
  expect(await as(other, (db) => db.strategy.findMany())).toEqual([])
  expect(await app.strategy.findMany(), 'no tenant is set').toEqual([])
  expect(await system.strategy.count({ where: { tenantId: mine } })).toBe(1)
})

test('a row of another tenant is neither made, changed nor referred to', { tags: ['full'] }, async () => {
  const [mine, other] = [await newTenant(), await newTenant()]
  const { id: strategyId } = await newPlan(mine)
  await expect(as(other, (db) => db.strategy.create({ data: strategy(mine, 2) }))).rejects.toThrow('row-level security')
  await expect(as(other, (db) => db.goal.create({ data: { ...goal, tenantId: other, strategyId } }))).rejects.toThrow(
    'Foreign key constraint',
  )
  const renamed = await as(other, (db) =>
    db.strategy.updateMany({ where: { id: strategyId }, data: { title: 'Taken' } }),
  )
  expect(renamed).toEqual({ count: 0 })
  expect(await system.strategy.findUnique({ where: { id: strategyId } })).toMatchObject({
    title: 'Plan 1',
    revision: 0,
  })
})

test('a plan moves along its life cycle only, and one is in force', { tags: ['full'] }, async () => {
  const tenant = await newTenant()
  const [first, second] = [await newPlan(tenant, 1), await newPlan(tenant, 2)]
  await expect(move(tenant, first.id, 'active')).rejects.toThrow(/cannot go from 'draft' to 'active'/)
  await move(tenant, first.id, 'in_review', 'approved', 'active')
  await move(tenant, second.id, 'in_review', 'approved')
  await expect(move(tenant, second.id, 'active')).rejects.toThrow('Unique constraint')
  await move(tenant, first.id, 'superseded')
  await move(tenant, second.id, 'active')
})

test('of two who read the same revision one writes', { tags: ['full'] }, async () => {
  const tenant = await newTenant()
  const { id, revision } = await newPlan(tenant)
  const write = (title: string): Promise<{ readonly count: number }> =>
    as(tenant, (db) => db.strategy.updateMany({ where: { id, revision }, data: { title } }))
  const counts = await Promise.all([write('One'), write('Other')])
  expect(counts.map(({ count }) => count).sort()).toEqual([0, 1])
  const after = await system.strategy.findUnique({ where: { id } })
  expect(after?.revision).toBe(revision + 1)
  // Whatever a client says: the database counts.
  await as(tenant, (db) => db.strategy.update({ where: { id }, data: { revision: 99, updatedOn: new Date(0) } }))
  const last = await system.strategy.findUnique({ where: { id } })
  expect(last?.revision).toBe(revision + 2)
  expect(Number(last?.updatedOn)).toBeGreaterThan(Date.parse('2026-01-01'))
})

test('a deleted plan leaves the live view, takes its goals along, and comes back by itself', {
  tags: ['full'],
}, async () => {
  const tenant = await newTenant()
  const { id: strategyId } = await newPlan(tenant)
  const child = await as(tenant, (db) => db.goal.create({ data: { ...goal, tenantId: tenant, strategyId } }))
  const live = (): Promise<readonly { readonly id: string }[]> =>
    as(tenant, (db) => db.$queryRawUnsafe('SELECT id FROM live_strategies UNION ALL SELECT id FROM live_goals'))
  expect((await live()).map(({ id }) => id)).toEqual([strategyId, child.id])

  const deletedOn = new Date('2026-03-01')
  await as(tenant, (db) => db.strategy.update({ where: { id: strategyId }, data: { deletedOn } }))
  expect(await live()).toEqual([])
  expect(await system.goal.findUnique({ where: { id: child.id } })).toMatchObject({ deletedOn })
  await expect(
    as(tenant, (db) => db.goal.update({ where: { id: child.id }, data: { deletedOn: null } })),
    'its plan is deleted',
  ).rejects.toThrow('Foreign key constraint')
  await as(tenant, (db) => db.strategy.update({ where: { id: strategyId }, data: { deletedOn: null } }))
  expect((await live()).map(({ id }) => id)).toEqual([strategyId])
})

test('cost by tenant and month over 100,000 calls of models', { tags: ['full'], timeout: 120_000 }, async () => {
  const calls = inPostgres(model).find(({ name }) => name === 'LlmCall')
  if (calls === undefined) throw new Error('the reference has no LlmCall')
  await query(
    server.url,
    `SET session_replication_role = replica; ${fillRows(calls, model, 100_000)}; ANALYZE llm_calls`,
  )
  const byMonth = `SELECT to_char(date_trunc('month', created_on AT TIME ZONE 'UTC'), 'YYYY-MM') AS month,
    count(*)::integer AS calls, sum(cost_usd)::text AS cost FROM llm_calls`
  const [expected] = await query(
    server.url,
    `SELECT ${tenantId(3)}::text AS tenant, (SELECT json_agg(report) FROM (${byMonth} WHERE tenant_id = ${tenantId(3)} GROUP BY 1 ORDER BY 1) AS report) AS report`,
  )
  const tenant = String(expected?.tenant)

  const own = await as(tenant, (db) => db.$queryRawUnsafe<readonly object[]>(`${byMonth} GROUP BY 1 ORDER BY 1`))
  expect(own).toEqual(expected?.report)
  expect(own.length).toBeGreaterThan(1)

  const grouped = await as(tenant, (db) =>
    db.llmCall.groupBy({ by: ['provider'], _sum: { costUsd: true }, _count: true }),
  )
  expect(grouped.reduce((all, { _count }) => all + Number(_count), 0)).toBe(20_000)

  const all = await system.$queryRawUnsafe<readonly { calls: number }[]>(
    `SELECT tenant_id, count(*)::integer AS calls, sum(cost_usd) FROM llm_calls GROUP BY 1`,
  )
  expect(all.map(({ calls: each }) => each)).toEqual(Array(5).fill(20_000))
})
