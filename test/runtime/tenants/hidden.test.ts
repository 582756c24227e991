import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DeleteObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { silent } from '../../../runtime/src/scoped/observer.ts'
import { eraseTenant } from '../../../runtime/src/tenants/erase.ts'
import { exportTenant } from '../../../runtime/src/tenants/export.ts'
import { folderSink } from '../../../runtime/src/tenants/sink.ts'
import { query } from '../../support/postgres-server.ts'
import { TemporaryFolder } from '../../support/temporary-folder.ts'
import { bookOf, inputs, Scoped } from '../split/scoped.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let client: S3Client

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
  const { endpoint, region, credentials } = world.facts.s3
  client = new S3Client({ endpoint, region, credentials: { ...credentials }, forcePathStyle: true })
})
afterAll(async () => {
  client?.destroy()
  await world?.close()
})

/** An agreement whose scan was deleted as anybody may: the lock keeps the version, and no listing shows it. */
async function hiddenScan(): Promise<{ readonly own: Scoped; readonly key: string }> {
  const own = new Scoped(world, await world.tenant())
  const row = await own.repository('agreement').create({ ...inputs(await bookOf(own), own.tenant, 1).agreement })
  const { objects } = await own.repository('agreement').read(row.refId)
  const key = objects.scan?.key ?? ''
  await client.send(new DeleteObjectCommand({ Bucket: world.stores.bucket('vault'), Key: key }))
  return { own, key }
}

async function notedKeys({ id }: { readonly id: string }): Promise<readonly unknown[]> {
  const rows = await query(world.superuserUrl, `select key from stowage.stored_objects where tenant_id = '${id}'`)
  return rows.map(({ key }) => key)
}

test('what a marker hides and a lock keeps is named by an erasure, and its note stays', async () => {
  const { own, key } = await hiddenScan()
  const { tenant } = own
  const rehearsal = await eraseTenant(world.stores, silent, tenant, { dryRun: true })
  expect(rehearsal.remains).toContainEqual(expect.objectContaining({ place: 'bucket vault', count: 1 }))
  const report = await eraseTenant(world.stores, silent, tenant, { confirm: tenant.refId })
  expect(report.remains).toContainEqual(
    expect.objectContaining({ place: 'bucket vault', count: 1, until: expect.any(Date) }),
  )
  expect(report.unexpected).toEqual([])
  expect(await notedKeys(tenant)).toEqual([key])
})

test('what a marker hides is in an export', async () => {
  const { own, key } = await hiddenScan()
  using folder = new TemporaryFolder()
  const summary = await exportTenant(world.stores, silent, own.tenant, folderSink(folder.path))
  expect(summary.isWhole).toBe(true)
  const lines = readFileSync(join(folder.path, 'objects.jsonl'), 'utf8').trim().split('\n')
  const { path, ...facts } = JSON.parse(lines.find((line) => line.includes(key)) ?? '{}')
  expect(facts).toMatchObject({ key, versionId: expect.any(String) })
  expect(facts).not.toHaveProperty('isCorrupt')
  expect(readFileSync(join(folder.path, path), 'utf8')).toBe('%PDF-1.7 1')
})

test('of what was deleted elsewhere and has no lock an erasure forgets the note', async () => {
  const own = new Scoped(world, await world.tenant())
  const row = await own.repository('manuscript').create({ ...inputs(await bookOf(own), own.tenant, 2).manuscript })
  const { objects } = await own.repository('manuscript').read(row.refId)
  const place = { bucket: world.stores.bucket('texts'), key: objects.body?.key ?? '' }
  await client.send(new DeleteObjectCommand({ Bucket: place.bucket, Key: place.key }))
  const report = await eraseTenant(world.stores, silent, own.tenant, { confirm: own.tenant.refId })
  expect(report).toMatchObject({ remains: [], unexpected: [] })
  expect(await notedKeys(own.tenant)).toEqual([])
})
