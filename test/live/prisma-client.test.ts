import { pathToFileURL } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inPostgres } from '../../generator/model/lookup.ts'
import { basis, modelOf, prismaFilesOf } from '../emit/prisma/spec-of.ts'
import { soundModel } from '../support/analyze-folder.ts'
import { type PostgresServer, query, startPostgres } from '../support/postgres-server.ts'
import { prismaDdl } from '../support/prisma-engine-ddl.ts'
import { type GeneratedClient, generateClient } from '../support/prisma-engine-generate.ts'

const model = modelOf(`${basis}
  Order:
    use: [base_fields, mutable_fields, soft_delete_fields]
    postgres:
      why: counted
      fields:
        status: { type: OrderStatus, default: draft }
        approved_by: ref(User)?
        parent: { type: ref(Order)?, inverse: repeats }
        total: { type: "decimal(12,2)", default: 0 }
        visits: { type: bigint, default: 0 }
        tags: { type: "string[]", default: [] }
        address: Line?
        due: date?
        scan: bytes?
        number: { type: string(20), unique: { deleted: counted } }
      indexes: [[status, created_on desc]]
  OrderLine:
    use: [base_fields]
    postgres: { why: counted, fields: { order: { type: ref(Order), on_delete: cascade, inverse: lines }, title: string(20) } }
  Receipt:
    use: [base_fields]
    postgres: { why: counted, fields: { order: { type: ref(Order), unique: true }, note: { type: text, default: "\\"it's\\\\fine\\"\\n" } } }
`)

type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly refId: string }

/** Of a model's member in the client, which exists only once the test runs: what is used here. */
interface Table {
  create(query: object): Promise<Row>
  delete(query: object): Promise<Row>
  findMany(query: object): Promise<readonly Row[]>
  findUnique(query: object): Promise<Row | null>
  count(query?: object): Promise<number>
}

interface Client {
  readonly tenant: Table
  readonly user: Table
  readonly order: Table
  readonly orderLine: Table
  readonly receipt: Table
  $disconnect(): Promise<void>
}

let server: PostgresServer
let made: GeneratedClient
let db: Client

beforeAll(async () => {
  server = await startPostgres()
  await query(server.url, await prismaDdl(prismaFilesOf(model)))
  made = await generateClient(model)
  const { PrismaClient } = await import(pathToFileURL(made.client).href)
  db = new PrismaClient({ adapter: new PrismaPg({ connectionString: server.url }) })
}, 120_000)

afterAll(async () => {
  await db?.$disconnect()
  made?.remove()
  await server?.stop()
}, 30_000)

async function newTenant(): Promise<{ readonly tenantId: string; readonly userId: string }> {
  const { id: tenantId } = await db.tenant.create({ data: { name: 'Acme' } })
  const { id: userId } = await db.user.create({ data: { tenantId, email: 'ada@example.com' } })
  return { tenantId, userId }
}

test('ids and times come from the client', async () => {
  const row = await db.tenant.create({ data: { name: 'Acme' } })
  expect(row.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(row.refId).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
  expect(row.createdOn).toBeInstanceOf(Date)
  expect(row.createdBy).toBeNull()
  expect(await db.tenant.findUnique({ where: { refId: row.refId } })).toEqual(row)
})

test('values of every kind come back as they were given', async () => {
  const { tenantId } = await newTenant()
  const data = {
    number: '1',
    visits: 9_007_199_254_740_993n,
    tags: ['a', "b'"],
    address: { title: 'x', amount: '1.50' },
    due: new Date('2024-02-29T00:00:00.000Z'),
    scan: new Uint8Array([0, 255]),
  }
  const { id } = await db.order.create({ data: { tenantId, total: '1234567890.12', ...data } })
  const row = await db.order.findUnique({ where: { tenantId_id: { tenantId, id } } })
  expect(row).toMatchObject({ ...data, status: 'draft', revision: 0, parentId: null })
  expect(String(row?.total)).toBe('1234567890.12')
})

test('relations are read from both sides', async () => {
  const { tenantId, userId } = await newTenant()
  const first = await db.order.create({ data: { tenantId, number: '1', approvedById: userId } })
  const second = await db.order.create({ data: { tenantId, number: '2', parentId: first.id } })
  for (const title of ['b', 'a']) await db.orderLine.create({ data: { tenantId, orderId: first.id, title } })
  const receipt = await db.receipt.create({ data: { tenantId, orderId: first.id } })
  expect(receipt.note).toBe('"it\'s\\fine"\n')

  const include = { approvedBy: true, lines: { orderBy: { title: 'asc' } }, repeats: true, receipt: true }
  const row = await db.order.findUnique({ where: { id: first.id }, include })
  expect(row).toMatchObject({
    approvedBy: { id: userId, email: 'ada@example.com' },
    lines: [{ title: 'a' }, { title: 'b' }],
    repeats: [{ id: second.id }],
    receipt: { id: receipt.id },
  })
})

test('rows are filtered and ordered by their own values and by those of related rows', async () => {
  const { tenantId, userId } = await newTenant()
  for (const [number, status, tags] of [
    ['1', 'draft', []],
    ['2', 'sent', ['gift']],
    ['3', 'sent', ['gift']],
  ] as const) {
    await db.order.create({ data: { tenantId, number, status, tags, approvedById: status === 'sent' ? userId : null } })
  }
  const where = {
    tenantId,
    status: 'sent',
    tags: { has: 'gift' },
    approvedBy: { is: { email: { startsWith: 'ada' } } },
  }
  const rows = await db.order.findMany({ where, orderBy: { number: 'desc' } })
  expect(rows.map((row) => row.number)).toEqual(['3', '2'])
})

test('a row cannot refer to a row of another tenant', async () => {
  const [mine, theirs] = [await newTenant(), await newTenant()]
  const order = await db.order.create({ data: { tenantId: theirs.tenantId, number: '1' } })
  const stolen = { data: { tenantId: mine.tenantId, orderId: order.id, title: 'x' } }
  await expect(db.orderLine.create(stolen)).rejects.toMatchObject({ code: 'P2003' })
  const approved = { data: { tenantId: mine.tenantId, number: '2', approvedById: theirs.userId } }
  await expect(db.order.create(approved)).rejects.toMatchObject({ code: 'P2003' })
  expect(await db.orderLine.count({ where: { orderId: order.id } })).toBe(0)
})

test('what is unique is unique for each tenant', async () => {
  const [one, other] = [await newTenant(), await newTenant()]
  await db.order.create({ data: { tenantId: one.tenantId, number: '1' } })
  await db.order.create({ data: { tenantId: other.tenantId, number: '1' } })
  const again = db.order.create({ data: { tenantId: one.tenantId, number: '1' } })
  await expect(again).rejects.toMatchObject({ code: 'P2002' })
})

test('a purge follows on_delete', async () => {
  const { tenantId, userId } = await newTenant()
  const { id } = await db.order.create({ data: { tenantId, number: '1', approvedById: userId } })
  await db.orderLine.create({ data: { tenantId, orderId: id, title: 'x' } })
  await expect(db.user.delete({ where: { id: userId } })).rejects.toMatchObject({ code: 'P2003' })
  await db.order.delete({ where: { id } })
  expect(await db.orderLine.count({ where: { orderId: id } })).toBe(0)
  await db.user.delete({ where: { id: userId } })
})

test('PostgreSQL accepts the tables of the reference spec as Prisma would make them', async () => {
  const reference = soundModel('spec')
  const ddl = await prismaDdl(prismaFilesOf(reference))
  await query(server.url, `CREATE SCHEMA reference; SET search_path = reference; ${ddl}`)
  const found = await query(server.url, `SELECT tablename FROM pg_tables WHERE schemaname = 'reference'`)
  const wanted = inPostgres(reference).map(({ postgres }) => postgres.table.text)
  expect(found.map((row) => row.tablename).sort()).toEqual(wanted.sort())
})
