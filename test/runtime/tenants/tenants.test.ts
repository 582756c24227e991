import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ulid } from 'ulid'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { silent } from '../../../runtime/src/scoped/observer.ts'
import { eraseTenant } from '../../../runtime/src/tenants/erase.ts'
import { exportTenant } from '../../../runtime/src/tenants/export.ts'
import { type ExportSink, folderSink } from '../../../runtime/src/tenants/sink.ts'
import { TemporaryFolder } from '../../support/temporary-folder.ts'
import { Plant } from '../fsck/plant.ts'
import type { SeededTenant } from '../support/seed.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let plant: Plant
let one: SeededTenant
let other: SeededTenant

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
})
afterAll(() => world?.close())
beforeEach(async () => {
  plant = await Plant.open(world)
  ;[one, other] = await world.twoTenants()
  return () => plant.close()
})

const hour = 3_600_000
const folders: TemporaryFolder[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) folder[Symbol.dispose]()
})

function temporaryFolder(): string {
  const folder = new TemporaryFolder()
  folders.push(folder)
  return folder.path
}

/** Whoever made the house and changed it last is one of its people. */
async function circle({ id, user }: SeededTenant): Promise<void> {
  await plant.sql('UPDATE houses SET updated_by = $2 WHERE id = $1', [id, user.id])
  await plant.sql('UPDATE editors SET invited_by = id, updated_by = id WHERE id = $1', [user.id])
}

async function agreement(tenant: SeededTenant, until: Date): Promise<string> {
  const author = await plant.row('author', { house_id: tenant.id })
  const refId = ulid()
  const key = plant.key('agreement', 'scan', { house: tenant.refId, refId })
  await plant.row('agreement', {
    house_id: tenant.id,
    ref_id: refId,
    author_id: author.id,
    witnessed_by: tenant.user.id,
    scan_s3_key: key,
  })
  const place = await plant.bytes('Agreement', 'scan', 'vault', key, refId, tenant)
  plant.objects.plant(place, new TextEncoder().encode('signed'), { lockedUntil: until, lastModified: new Date(0) })
  return key
}

/** Everything that names a tenant, by store. */
async function traces(tenant: SeededTenant): Promise<readonly string[]> {
  const rows: string[] = []
  for (const { entity, table } of Object.values(world.description.entities).flatMap((one_) =>
    one_.table === undefined ? [] : [{ entity: one_, table: one_.table }],
  )) {
    const owner = entity.tenancy === 'self' ? 'id' : table.fields.find(({ kept }) => kept === 'tenant')?.column
    if (owner === undefined) continue
    const [row] = await plant.sql(`SELECT count(*)::int AS n FROM "${table.table}" WHERE "${owner}" = $1`, [tenant.id])
    if (Number(row?.n) > 0) rows.push(table.table)
  }
  for (const table of ['storage_intents', 'stored_objects', 'outbox']) {
    const [row] = await plant.sql(`SELECT count(*)::int AS n FROM stowage.${table} WHERE tenant_id = $1`, [tenant.id])
    if (Number(row?.n) > 0) rows.push(`stowage.${table}`)
  }
  const documents = [...plant.documents.collections].flatMap(([name, held]) =>
    [...held.values()].some(({ houseId }) => houseId === tenant.refId) ? [name] : [],
  )
  const objects = [...plant.objects.held.keys()].filter((name) => name.includes(tenant.refId))
  return [...rows, ...documents, ...objects].sort()
}

test('nothing of an erased tenant is left in any store, and nothing of another is touched', async () => {
  for (const tenant of [one, other]) {
    await plant.manuscript(tenant)
    await plant.manuscript(tenant)
    await circle(tenant)
    await plant.intent({ tenant, entity: 'Manuscript', refId: ulid(), state: 'collected', parts: {} })
    const genre = await plant.row('genre', { house_id: tenant.id })
    await plant.row('genre', { house_id: tenant.id, parent_id: genre.id })
  }
  const before = await traces(other)
  const report = await eraseTenant(plant.stores, silent, one, { confirm: one.refId })
  expect(report).toMatchObject({ documents: 2, objects: 2, remains: [], unexpected: [] })
  expect(await traces(one)).toEqual([])
  expect(await traces(other)).toEqual(before)
})

test('what is append-only or locked stays, and the report says what, why, until when and who could', async () => {
  const until = new Date(Date.now() + hour)
  const key = await agreement(one, until)
  await plant.manuscript(one)
  const report = await eraseTenant(plant.stores, silent, one, { confirm: one.refId })
  const facts = Object.fromEntries(report.remains.map(({ place, count, why }) => [place, [count, why]]))
  expect(facts).toEqual({
    'table agreements': [1, 'rows are only ever added to this table'],
    'table authors': [1, 'rows that stay refer to them'],
    'table editors': [1, 'rows that stay refer to them'],
    'table houses': [1, 'rows that stay refer to them'],
    'bucket vault': [1, 'a lock keeps the objects'],
  })
  expect(report.remains.find(({ place }) => place === 'bucket vault')?.until).toEqual(until)
  expect(report.unexpected).toEqual([])
  expect(await traces(one)).toEqual(
    ['agreements', 'authors', 'editors', 'houses', 'stowage.stored_objects', `real-vault ${key}`].sort(),
  )
})

test('once what kept the rest is gone, the same call erases it', async () => {
  await agreement(one, new Date(Date.now() - 1))
  await eraseTenant(plant.stores, silent, one, { confirm: one.refId })
  await plant.removeKept('agreements', `house_id = '${one.id}'`)
  const report = await eraseTenant(plant.stores, silent, one, { confirm: one.refId })
  expect(report.remains).toEqual([])
  expect(await traces(one)).toEqual([])
})

test('nothing is removed without the tenant’s public id, or by a rehearsal, which counts', async () => {
  await plant.manuscript(one)
  await agreement(one, new Date(Date.now() + hour))
  const before = await traces(one)
  await expect(eraseTenant(plant.stores, silent, one, {})).rejects.toThrow('confirm')
  await expect(eraseTenant(plant.stores, silent, one, { confirm: other.refId })).rejects.toThrow('confirm')
  const report = await eraseTenant(plant.stores, silent, one, { dryRun: true })
  expect(report).toMatchObject({ dryRun: true, documents: 1, objects: 1 })
  expect(report.remains.map(({ place }) => place)).toEqual(['table agreements', 'bucket vault'])
  expect(await traces(one)).toEqual(before)
})

test('an erasure that is broken off anywhere is finished by the next call', { tags: ['full'] }, async () => {
  for (let steps = 0; ; steps += 1) {
    const tenant = await world.tenant()
    await plant.manuscript(tenant)
    await circle(tenant)
    const stop = new AbortController()
    let seen = 0
    await eraseTenant(plant.stores, silent, tenant, {
      confirm: tenant.refId,
      signal: stop.signal,
      onProgress: () => {
        seen += 1
        if (seen > steps) stop.abort()
      },
    })
    const wasEnded = !stop.signal.aborted
    const { unexpected } = await eraseTenant(plant.stores, silent, tenant, { confirm: tenant.refId })
    expect(unexpected).toEqual([])
    expect(await traces(tenant)).toEqual([])
    if (wasEnded) break
  }
})

function linesOf(folder: string, path: string): readonly Record<string, unknown>[] {
  return readFileSync(join(folder, path), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

test('an export holds every row, document and object of the tenant, and nothing of another', async () => {
  const mine = await plant.manuscript(one)
  await plant.manuscript(other)
  const folder = temporaryFolder()
  const summary = await exportTenant(plant.stores, silent, one, folderSink(folder))
  expect(summary).toMatchObject({ documents: 1, objects: 1, isWhole: true })
  const [row] = linesOf(folder, 'rows/manuscripts.jsonl')
  expect(row).toMatchObject({ id: mine.id, ref_id: mine.refId, content_ref: mine.document, house_id: one.id })
  const [document] = linesOf(folder, 'documents/manuscript_contents.jsonl')
  expect(document).toMatchObject({
    _id: { $oid: mine.document },
    houseId: one.refId,
    s3Key: mine.key,
    createdOn: { $date: '1970-01-01T00:00:00.000Z' },
  })
  const [object] = linesOf(folder, 'objects.jsonl')
  const bytes = readFileSync(join(folder, String(object?.path)))
  expect(bytes).toEqual(Buffer.from(plant.objects.held.get(`real-texts ${mine.key}`)?.bytes ?? []))
  expect(object).toMatchObject({
    key: mine.key,
    entity: 'manuscript',
    refId: mine.refId,
    size: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })
  for (const path of [
    'rows/manuscripts.jsonl',
    'rows/houses.jsonl',
    'documents/manuscript_contents.jsonl',
    'objects.jsonl',
  ]) {
    expect(linesOf(folder, path)).toHaveLength(1)
    expect(readFileSync(join(folder, path), 'utf8')).not.toContain(other.refId)
  }
})

test('numbers keep every digit, and secrets are left out by name', async () => {
  await plant.row('author', {
    house_id: one.id,
    copies_sold: '9007199254740993',
    royalty_rate: '0.1234',
    bank_account: 'sealed',
  })
  const folder = temporaryFolder()
  await exportTenant(plant.stores, silent, one, folderSink(folder))
  const text = readFileSync(join(folder, 'rows/authors.jsonl'), 'utf8')
  expect(text).toContain('"copies_sold": 9007199254740993')
  expect(text).toContain('"royalty_rate": 0.1234')
  expect(text).not.toContain('sealed')
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  expect(manifest.withheld).toContain('Author.bankAccount')
  const open = temporaryFolder()
  await exportTenant(plant.stores, silent, one, folderSink(open), { secrets: true })
  expect(readFileSync(join(open, 'rows/authors.jsonl'), 'utf8')).toContain('sealed')
})

test('the tables stand in an order in which their rows could be added', async () => {
  const folder = temporaryFolder()
  await exportTenant(plant.stores, silent, one, folderSink(folder))
  const { tables } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  for (const [first, second] of [
    ['houses', 'authors'],
    ['editors', 'authors'],
    ['authors', 'books'],
    ['books', 'chapters'],
    ['books', 'manuscripts'],
    ['books', 'sales'],
  ]) {
    expect([first, second].map((table) => tables.indexOf(table))).not.toContain(-1)
    expect(tables.indexOf(first)).toBeLessThan(tables.indexOf(second))
  }
})

test('an export that dies anywhere goes on to the same files as one that did not', async () => {
  for (let n = 0; n < 3; n += 1) await plant.manuscript(one)
  const whole = temporaryFolder()
  await exportTenant(plant.stores, silent, one, folderSink(whole))
  const expected = contents(whole)
  for (let deaths = 1; ; deaths += 1) {
    const folder = temporaryFolder()
    let calls = 0
    const dies = (sink: ExportSink): ExportSink => ({
      ...sink,
      append: async (path, text) => {
        await sink.append(path, text)
        calls += 1
        if (calls === deaths) throw new Error('killed')
      },
    })
    const end = await exportTenant(plant.stores, silent, one, dies(folderSink(folder))).catch(() => undefined)
    if (end !== undefined) break
    // What the operating system had of the next page when the machine went down.
    if (existsSync(join(folder, 'objects.jsonl'))) await appendFile(join(folder, 'objects.jsonl'), '{"torn')
    expect(await exportTenant(plant.stores, silent, one, folderSink(folder))).toMatchObject({ isWhole: true })
    expect(contents(folder)).toEqual(expected)
  }
})

function contents(folder: string): Readonly<Record<string, string>> {
  const { exportedOn: _, ...manifest } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  const paths = ['rows/books.jsonl', 'rows/manuscripts.jsonl', 'documents/manuscript_contents.jsonl', 'objects.jsonl']
  return {
    manifest: JSON.stringify(manifest),
    ...Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')])),
  }
}

test('a folder that holds something else is left alone', async () => {
  const folder = temporaryFolder()
  await appendFile(join(folder, 'diary.txt'), 'mine')
  await expect(exportTenant(plant.stores, silent, one, folderSink(folder))).rejects.toThrow('is not empty')
  const done = temporaryFolder()
  await exportTenant(plant.stores, silent, one, folderSink(done))
  await expect(exportTenant(plant.stores, silent, one, folderSink(done))).rejects.toThrow('whole export already')
})
