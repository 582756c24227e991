import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ulid } from 'ulid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Records } from '../runtime/support/records.ts'
import type { SeededTenant } from '../runtime/support/seed.ts'
import { openWorld, type World } from '../runtime/support/world.ts'
import { PressProject } from './press-project.ts'
import { type Ran, runCli } from './run-cli.ts'

let world: World
let project: PressProject
let tenant: SeededTenant

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
  project = new PressProject(world)
  tenant = await world.tenant()
  const records = new Records(world.description, tenant)
  await world.provider().withTenant(tenant.refId, async (db) => {
    for (const member of ['manuscript', 'rendition', 'styleGuide']) await records.make(db, member)
  })
})
afterAll(async () => {
  project?.[Symbol.dispose]()
  await world?.close()
})

function run(...argv: readonly string[]): Promise<Ran> {
  return runCli(project.path, ['tenant', ...argv], { env: project.env })
}

test('an export is a folder with all of the tenant, and says what is in it', async () => {
  const { code, out } = await run('export', tenant.refId, '--to', 'export/press')
  expect({ code, out }).toEqual({
    code: 0,
    out: expect.stringMatching(/^exported \d+ rows, 3 documents, 3 objects \([\d,]+ bytes\) to export\/press\n$/),
  })
  const manifest = JSON.parse(readFileSync(join(project.path, 'export/press/manifest.json'), 'utf8'))
  expect(manifest).toMatchObject({ project: 'press', tenant: tenant.refId, documents: 3, objects: 3 })
  const again = await run('export', tenant.refId, '--to', 'export/press')
  expect(again).toMatchObject({ code: 2, err: expect.stringContaining('holds a whole export already') })
})

test('nothing is erased without --yes, and a rehearsal removes nothing', async () => {
  expect(await run('erase', tenant.refId)).toMatchObject({ code: 2, err: expect.stringContaining('--dry-run') })
  const { code, out } = await run('erase', tenant.refId, '--dry-run')
  expect({ code, out }).toEqual({
    code: 0,
    out: expect.stringMatching(/^would look at \d+ rows, 3 documents, 3 objects\n$/),
  })
  expect(await run('export', tenant.refId, '--to', 'export/again')).toMatchObject({
    code: 0,
    out: expect.stringContaining('3 documents, 3 objects'),
  })
})

test('an erased tenant is gone, nothing is left for fsck to find, and a second call has nothing to do', async () => {
  const other = await world.tenant()
  const { code, out } = await run('erase', tenant.refId, '--yes')
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^erased \d+ rows, 3 documents, 3 objects\n$/) })
  const { code: sound } = await runCli(project.path, ['fsck', '--older-than', '1s'], { env: project.env })
  expect(sound).toBe(0)
  expect(await run('erase', tenant.refId, '--yes')).toMatchObject({
    code: 0,
    out: 'erased 0 rows, 0 documents, 0 objects\n',
  })
  expect(await run('export', other.refId, '--to', 'export/other')).toMatchObject({ code: 0 })
  expect(existsSync(join(project.path, 'export/other/rows/houses.jsonl'))).toBe(true)
})

test('a tenant that nobody knows is exit 2, and so is what is no public id', async () => {
  expect(await run('export', ulid(), '--to', 'x')).toMatchObject({ code: 2, err: expect.stringContaining('no tenant') })
  expect(await run('export', '../etc', '--to', 'x')).toMatchObject({ code: 2 })
  expect(await run('erase', 'nobody', '--yes')).toMatchObject({ code: 2 })
})
