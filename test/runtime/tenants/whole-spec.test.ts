import { afterAll, beforeAll, expect, test } from 'vitest'
import { collect } from '../../../runtime/src/collect/collect.ts'
import { fsck } from '../../../runtime/src/fsck/fsck.ts'
import { silent } from '../../../runtime/src/scoped/observer.ts'
import { eraseTenant } from '../../../runtime/src/tenants/erase.ts'
import { exportTenant } from '../../../runtime/src/tenants/export.ts'
import { folderSink } from '../../../runtime/src/tenants/sink.ts'
import { TemporaryFolder } from '../../support/temporary-folder.ts'
import { Records } from '../support/records.ts'
import { type SeededTenant, seedShared } from '../support/seed.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let tenant: SeededTenant

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
  tenant = await world.tenant()
})
afterAll(() => world?.close())

test('a record of every kind, made by the data layer: sound, exported, and erased but for what must stay', {
  tags: ['full'],
}, async () => {
  const { description, stores } = world
  const currency = await seedShared(world.superuserUrl, description, 'currency')
  const records = new Records(description, tenant, { currency: currency.refId })
  const members = Object.entries(description.entities)
    .filter(([, { tenancy }]) => tenancy === 'required' || tenancy === 'shared')
    .map(([member]) => member)
  await world.provider().withTenant(tenant.refId, async (db) => {
    for (const member of members) await records.make(db, member)
  })
  await collect(stores, silent, { graceMs: 0 })
  const findings: unknown[] = []
  for await (const finding of fsck(stores, silent, { tenant, deep: true, olderThanMs: 0 })) findings.push(finding)
  expect(findings).toEqual([])
  using folder = new TemporaryFolder()
  const summary = await exportTenant(stores, silent, tenant, folderSink(folder.path))
  expect(summary.isWhole).toBe(true)
  for (const [, { table, documents }] of Object.entries(description.entities).filter(([name]) =>
    members.includes(name),
  )) {
    if (table !== undefined) expect(folder.has(`rows/${table.table}.jsonl`)).toBe(true)
    if (documents !== undefined) expect(folder.has(`documents/${documents.collection}.jsonl`)).toBe(true)
  }
  const report = await eraseTenant(stores, silent, tenant, { confirm: tenant.refId })
  expect(report.unexpected).toEqual([])
  expect(report).toMatchObject({ documents: summary.documents })
  const kept = report.remains.filter(({ why }) => why.includes('only ever added')).map(({ place }) => place)
  const appendOnly = Object.values(description.entities).flatMap(({ table }) =>
    table?.appendOnly === true ? [`table ${table.table}`] : [],
  )
  expect(kept.sort()).toEqual(appendOnly.sort())
  // The vault's lock is a real one where the server knows locks.
  expect(report.remains.some(({ place }) => place === 'bucket vault')).toBe(world.servers.locks)
})
