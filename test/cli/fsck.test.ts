import { ulid } from 'ulid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fsckSummary } from '../../generator/cli/data/fsck-text.ts'
import { repository } from '../runtime/support/db.ts'
import { Records } from '../runtime/support/records.ts'
import type { SeededTenant } from '../runtime/support/seed.ts'
import { openWorld, type World } from '../runtime/support/world.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { breweryProject } from './brewery.ts'
import { PressProject } from './press-project.ts'
import { type Ran, runCli } from './run-cli.ts'

let world: World
let project: PressProject
let tenant: SeededTenant
/** Of a record that is made through the data layer. */
let key: string
let refId: string

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
  project = new PressProject(world)
  tenant = await world.tenant()
  const records = new Records(world.description, tenant)
  await world.provider().withTenant(tenant.refId, async (db) => {
    const row = await records.make(db, 'manuscript')
    await records.make(db, 'rendition')
    const { objects } = await repository(db, 'manuscript').read(row.refId)
    refId = row.refId
    key = objects.body?.key ?? ''
  })
})
afterAll(async () => {
  project?.[Symbol.dispose]()
  await world?.close()
})

function run(...argv: readonly string[]): Promise<Ran> {
  return runCli(project.path, argv, { env: project.env })
}

test('what the data layer has written is in order: exit 0, and what was looked at on stderr', async () => {
  const { code, out, err } = await run('fsck', '--deep')
  expect({ code, out }).toEqual({ code: 0, out: '' })
  expect(err).toMatch(/^\d+ rows?, 2 documents, 3 objects, \d+ bytes read in .*: nothing is wrong\n$/)
})

test('a lost object is told with its record and what to do: exit 1', async () => {
  const { objects, bucket } = world.stores
  const place = { bucket: bucket('texts'), key }
  const found = await objects.get(place)
  const chunks: Uint8Array[] = []
  for await (const chunk of found?.body ?? []) chunks.push(chunk)
  await objects.remove(place)
  const { code, out } = await run('fsck', '--tenant', tenant.refId)
  expect(code).toBe(1)
  expect(out).toBe(
    `fsck/dangling-object Manuscript ${refId}: s3Key points to an object that is not there\n` +
      `  tenant ${tenant.refId}, object texts/${key}\n` +
      '  help: Restore the object from a version or a backup.\n',
  )
  const json = JSON.parse((await run('fsck', '--format', 'json')).out)
  expect(json.findings).toEqual([expect.objectContaining({ code: 'fsck/dangling-object', refId, key })])
  expect(json.summary).toMatchObject({ findings: 1, codes: { 'fsck/dangling-object': 1 } })
  const bytes = Buffer.concat(chunks)
  const { size, contentType, sha256 = '' } = found?.head ?? { size: 0, contentType: '' }
  await objects.put(place, () => bytes, { size, contentType, sha256, ifNoneMatch: false })
  expect((await run('fsck')).code).toBe(0)
})

test('a leftover is reported, and removed only by --repair', async () => {
  const stray = key.replace(/[0-9A-Z]{26}(?=\.md$)/, ulid())
  const bytes = new TextEncoder().encode('nobody’s')
  const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')
  const place = { bucket: world.stores.bucket('texts'), key: stray }
  await world.stores.objects.put(place, () => bytes, {
    size: bytes.byteLength,
    contentType: 'text/markdown',
    sha256: digest,
    ifNoneMatch: true,
  })
  expect((await run('fsck')).code).toBe(0)
  await new Promise((done) => setTimeout(done, 2100))
  const found = await run('fsck', '--older-than', '1s')
  expect(found).toMatchObject({ code: 1, out: expect.stringContaining('fsck/leftover-object') })
  expect(await world.stores.objects.head(place)).toBeDefined()
  const mended = await run('fsck', '--older-than', '1s', '--repair')
  expect(mended).toMatchObject({ code: 0, out: expect.stringContaining('(mended)') })
  expect(await world.stores.objects.head(place)).toBeUndefined()
  expect((await run('fsck', '--older-than', '1s', '--deep')).code).toBe(0)
})

test('a check can begin where another has ended, and nowhere else', async () => {
  expect((await run('fsck', '--from', 'objects/texts')).code).toBe(0)
  const { code, err } = await run('fsck', '--from', 'objects/nothing')
  expect({ code, err }).toEqual({
    code: 2,
    err: 'error: fsck: from: is no place in a check of this spec\nCorrect the named fields.\n',
  })
})

test('one that was broken off says where to go on', () => {
  const summary = fsckSummary({
    step: 'documents/manuscript',
    next: 'documents/manuscript@65f0',
    rows: 1,
    documents: 2,
    objects: 0,
    bytes: 0,
    expired: 0,
    findings: 0,
    codes: {},
    elapsedMs: 1000,
  })
  expect(summary).toContain("go on with: stowage fsck --from 'documents/manuscript@65f0'\n")
})

test('what is missing is exit 2, a store that is not there exit 3, and no password is told', async () => {
  const [postgres = '', mongo = ''] = [world.description.urls.postgres, world.description.urls.mongo]
  const without = await runCli(project.path, ['fsck'], { env: { ...project.env, [mongo]: '' } })
  expect(without).toMatchObject({ code: 2, err: expect.stringContaining(mongo) })
  expect(await run('fsck', '--tenant', ulid())).toMatchObject({ code: 2, err: expect.stringContaining('no tenant') })
  expect(await run('fsck', '--older-than', 'soon')).toMatchObject({ code: 2 })
  const nowhere = 'postgresql://somebody:s3cr%40t-word@127.0.0.1:1/press'
  const dead = await runCli(project.path, ['fsck'], { env: { ...project.env, [postgres]: nowhere } })
  expect(dead.code).toBe(3)
  expect(dead.err).not.toContain('s3cr')
  const noObjects = await runCli(project.path, ['fsck'], {
    env: { ...project.env, [world.description.s3?.endpoint ?? '']: 'http://127.0.0.1:1' },
  })
  expect(noObjects.code).toBe(3)
})

test('a spec that keeps everything in PostgreSQL is checked without the tables that it does not need', async () => {
  const server = await startPostgres()
  try {
    const folder = breweryProject()
    const env = { BREWERY_POSTGRES_URL: server.url }
    await runCli(folder, ['migrate', 'new', 'init'])
    expect(await runCli(folder, ['apply'], { env })).toMatchObject({ code: 0 })
    expect(await runCli(folder, ['fsck', '--repair'], { env })).toMatchObject({ code: 0, out: '' })
  } finally {
    await server.stop()
  }
})
