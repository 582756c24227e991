import { expect, test } from 'vitest'
import { readPrisma } from '../../support/prisma-engine.ts'
import { basis, modelOf, modelText, prismaFilesOf } from './spec-of.ts'

function refused(text: string, settings?: string): string | undefined {
  return readPrisma(prismaFilesOf(modelOf(text, settings))).errors
}

const order = `${basis}
  Order:
    about: |
      One order.
      It is never empty.
    use: [base_fields, mutable_fields, soft_delete_fields]
    postgres:
      why: counted
      fields:
        status: { type: OrderStatus, default: draft, about: Where it stands. }
        approved_by: ref(User)?
        parent: { type: ref(Order)?, on_delete: set_null }
        lines: "Line[]"
        tags: { type: "string[]", default: [] }
        rate: { type: float, default: 0.0000001, min: 0, max: 100 }
        total: { type: "decimal(12,2)", default: 0 }
        code: { type: string(20), pattern: "^[a-z]+.*$", default: "a\\"b\\\\c" }
        due: { type: date, default: now }
        blob: bytes?
        log: ref(Log)?
      unique:
        - [code]
        - { fields: [code], deleted: counted, name: every_code }
        - { fields: [], where: { status: sent }, name: one_sent, about: At most one. }
      indexes:
        - [status, created_on desc]
        - { fields: [due], where: { status: [draft, sent], approved_by: { not: null } }, scope: global, name: due_soon }
      lifecycle: { field: status, start: draft, allow: { draft: [sent] } }
  Log:
    use: [base_fields]
    mongo: { why: varied, fields: { text: text } }
`

test('a model reads as a person would have written it', () => {
  const [, [, text = ''] = []] = prismaFilesOf(modelOf(order))
  expect(text.slice(text.indexOf('/// One order.'), text.indexOf('model Tenant'))).toBe(`/// One order.
/// It is never empty.
///
/// Beyond what Prisma can say:
/// - orders_tenant_id_code_key: unique (tenantId, code) where deletedOn is null
/// - one_sent: unique (tenantId) where status = "sent" and deletedOn is null. At most one.
/// - due_soon: index (due) where status in ("draft", "sent") and approvedById is not null
model Order {
  id           String    @id @default(uuid(7)) @db.Uuid
  refId        String    @unique @default(ulid()) @map("ref_id") @db.Char(26)
  /// The tenant it belongs to.
  tenantId     String    @map("tenant_id") @db.Uuid
  /// Where it stands.
  /// OrderStatus: draft, sent; moves only along its life cycle.
  status       String    @default("draft")
  approvedById String?   @map("approved_by") @db.Uuid
  parentId     String?   @map("parent_id") @db.Uuid
  /// A list of Line, as JSON.
  lines        Json
  tags         String[]  @default([])
  /// Allowed: at least 0, at most 100.
  rate         Float     @default(0.0000001)
  total        Decimal   @default(0) @db.Decimal(12, 2)
  /// Allowed: matches ^[a-z]+.*$.
  code         String    @default("a\\"b\\\\c") @db.VarChar(20)
  due          DateTime  @default(now()) @db.Date
  blob         Bytes?
  /// Holds the _id of Log, in logs (MongoDB).
  logRef       String?   @map("log_ref") @db.Char(24)
  createdOn    DateTime  @default(now()) @map("created_on") @db.Timestamptz(3)
  createdBy    String?   @map("created_by") @db.Uuid
  updatedOn    DateTime  @default(now()) @map("updated_on") @db.Timestamptz(3)
  updatedBy    String?   @map("updated_by") @db.Uuid
  revision     Int       @default(0)
  deletedOn    DateTime? @map("deleted_on") @db.Timestamptz(3)
  deletedBy    String?   @map("deleted_by") @db.Uuid

  approvedBy   User?   @relation(fields: [tenantId, approvedById], references: [tenantId, id], onDelete: Restrict, onUpdate: NoAction)
  /// Where the record it refers to is deleted, the database empties parent_id alone.
  parent       Order?  @relation("Order.parent", fields: [tenantId, parentId], references: [tenantId, id], onDelete: NoAction, onUpdate: NoAction)
  ordersParent Order[] @relation("Order.parent")

  @@unique([tenantId, id])
  @@unique([tenantId, code], map: "every_code")
  @@index([tenantId, status, createdOn(sort: Desc)])
  @@map("orders")
}

`)
})

test('a partitioned table has the key of its partitions, and nothing refers to it', () => {
  const model = modelOf(`${basis}
  Event:
    use: [base_fields]
    postgres: { why: counted, append_only: true, partition: { by: created_on, every: month }, fields: { by: ref(User) } }
`)
  const text = modelText(model, 'Event')
  expect(text).toContain('  refId     String   @default(ulid())')
  expect(text).toContain('\n\n  @@id([id, createdOn])\n  @@index([refId])\n  @@map("events")\n')
  expect(text).not.toContain('@@unique')
  expect(prismaFilesOf(model)[1]?.[1]).toContain(
    '/// Append-only: the database refuses updates and deletes.\n/// Partitioned by month of createdOn.\nmodel Event {',
  )
})

test('an unaccompanied reference holds one column, and Prisma may empty it', () => {
  const text = modelText(
    modelOf(`${basis}
  Plan:
    use: [base_fields]
    tenancy: { mode: none, why: one price list for all }
    postgres: { why: counted, fields: { name: { type: string(50), unique: true } } }
  Subscription:
    use: [base_fields]
    postgres: { why: counted, fields: { plan: ref(Plan), last_plan: { type: ref(Plan)?, on_delete: set_null } } }
`),
    'Subscription',
  )
  expect(text).toContain(
    '"Subscription.plan", fields: [planId], references: [id], onDelete: Restrict, onUpdate: NoAction)',
  )
  expect(text).toContain('"Subscription.lastPlan", fields: [lastPlanId], references: [id], onDelete: SetNull,')
})

test('one to one holds where the key is unique among all rows, and only there', () => {
  const profile = (unique: string): string => `${basis}
  Profile:
    use: [base_fields, soft_delete_fields]
    postgres: { why: counted, fields: { owner_by: { type: ref(User), inverse: profile, unique: ${unique} } } }
`
  expect(modelText(modelOf(profile('{ deleted: counted }')), 'User')).toMatch(/^ {2}profile Profile\?$/m)
  expect(modelText(modelOf(profile('true')), 'User')).toMatch(/^ {2}profile Profile\[\]$/m)
})

test('bookkeeping and the tenant are plain columns', () => {
  const model = modelOf(order)
  for (const relation of ['createdBy', 'updatedBy', 'deletedBy'])
    expect(modelText(model, 'Order')).not.toContain(`[tenantId, ${relation}]`)
  expect(modelText(model, 'Tenant')).toMatch(
    /^model Tenant \{(\n {2}\w+ +(String|DateTime)\??[^\n]*)+\n\n {2}@@map\("tenants"\)\n\}$/,
  )
})

test('names that Prisma refuses give way, and the tables keep theirs', () => {
  const model = modelOf(`${basis}
  Class: &thing { use: [base_fields], postgres: { why: counted, fields: { class: "ref(Class)?", model: string, AND: int } } }
  Json: *thing
  Aggregate: *thing
  AggregateClass: *thing
  ClassCountOutputType: *thing
  PrismaClient: *thing
  Class_: { use: [base_fields], postgres: { table: further_classes, why: counted, fields: { a: int } } }
`)
  const { errors, models } = readPrisma(prismaFilesOf(model))
  expect(errors).toBeUndefined()
  expect(Object.fromEntries(models.map(({ name, dbName }) => [name, dbName]))).toEqual({
    AggregateClass_: 'aggregate_classes',
    Aggregate_: 'aggregates',
    ClassCountOutputType_: 'class_count_output_types',
    Class__: 'classes',
    Class_: 'further_classes',
    Json_: 'jsons',
    PrismaClient_: 'prisma_clients',
    Tenant: 'tenants',
    User: 'users',
  })
})

test('a member never bears the name of another field’s column', () => {
  const model = modelOf(`${basis}
  Shelf:
    use: [base_fields]
    postgres: { why: counted, fields: { a: { type: int, name: b }, b: { type: int, name: a } } }
`)
  expect(readPrisma(prismaFilesOf(model)).errors).toBeUndefined()
  expect(modelText(model, 'Shelf')).toMatch(/^ {2}a_ +Int +@map\("b"\)\n {2}b_ +Int +@map\("a"\)$/m)
})

test('constraints have the names of the model, and say so only where Prisma would choose others', () => {
  const long = 'a_field_with_a_name_that_is_so_long_that_it_needs_shortening'
  const text = modelText(
    modelOf(`${basis}
  Shelf:
    use: [base_fields]
    postgres:
      why: counted
      fields: { ${long}: ref(User), place: int }
      indexes: [[place], [${long}]]
`),
    'Shelf',
  )
  expect(text).toContain('@@index([tenantId, place])\n')
  expect(text.match(/map: "shelves_tenant_id_a_field_\w+_[0-9a-f]{8}_(idx|fkey)"/g)).toHaveLength(2)
})

test('a domain may be called Base', () => {
  const model = modelOf(basis.replace('domain: Shop', 'domain: Base'))
  expect(prismaFilesOf(model).map(([path]) => path)).toEqual([
    'provider-db/prisma/schema/base.prisma',
    'provider-db/prisma/schema/base-domain.prisma',
  ])
})

test('a spec without tenants, mixins or users is a schema too', () => {
  const bare = `
domain: Shop
entities:
  A: { postgres: { why: counted, fields: { id: { type: uuid, primary: true }, next: ref(B), other: "ref(B)?", self: "ref(A)?" } } }
  B: { postgres: { why: counted, fields: { key: { type: uuid, primary: true, default: uuid7 }, next: "ref(A)?" } } }
`
  expect(refused(bare, '')).toBeUndefined()
})

test('a spec without a table has no schema', () => {
  expect(
    prismaFilesOf(
      modelOf(
        'domain: Shop\nentities:\n  A: { mongo: { why: varied, fields: { key: { type: ulid, public_id: true } } } }\n',
        '',
      ),
    ),
  ).toEqual([])
})

test('a ring of many tables is lowered without recursion', () => {
  const size = 2_000
  const ring = Array.from({ length: size }, (_, at) => {
    const next = `E${(at + 1) % size}`
    return `  E${at}: { postgres: { why: counted, fields: { id: { type: uuid, primary: true }, next: "ref(${next})?" } } }`
  })
  const [, [, text = ''] = []] = prismaFilesOf(modelOf(`domain: Shop\nentities:\n${ring.join('\n')}\n`, ''))
  expect(text.match(/^ {2}next +E\d+\? +@relation/gm)).toHaveLength(size)
})
