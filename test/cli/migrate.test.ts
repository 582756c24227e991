import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { describeDatabase } from '../../generator/catalog/postgres/describe/index.ts'
import { databaseOf } from '../../generator/catalog/postgres/index.ts'
import { folderWith, read, write } from '../output/trees.ts'
import { soundModel } from '../support/analyze-folder.ts'
import { breweryProject } from './brewery.ts'
import { runCli } from './run-cli.ts'
import { amend } from './specs.ts'

const below = 'generated/provider-db/prisma/migrations'
const brewing = 'spec/brewing.yaml'

describe('migrate new', () => {
  test('writes what schema.sql says, what it makes, and what Prisma wants to see beside it', async () => {
    const folder = breweryProject()
    await runCli(folder, ['generate'])
    const { code, out, err } = await runCli(folder, ['migrate', 'new', 'init'])
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toBe(
      [
        `  create  ${below}/migration_lock.toml`,
        `  create  ${below}/0001_init/migration.sql`,
        `  create  ${below}/0001_init/model.lock.json`,
        'next: stowage apply --store postgres, or prisma migrate deploy; commit the folder with the spec',
        '',
      ].join('\n'),
    )
    expect(read(folder, `${below}/0001_init/migration.sql`)).toBe(read(folder, 'generated/provider-db/sql/schema.sql'))
    expect(read(folder, `${below}/migration_lock.toml`)).toContain('provider = "postgresql"')
    const database = databaseOf(soundModel('test/live/brewery'))
    const lock: unknown = JSON.parse(read(folder, `${below}/0001_init/model.lock.json`) ?? '')
    expect(lock).toEqual({ version: 1, postgres: database === undefined ? undefined : describeDatabase(database) })
    expect(readdirSync(join(folder, below)).sort()).toEqual(['0001_init', 'migration_lock.toml'])
    expect((await runCli(folder, ['check'])).code).toBe(0)
    expect((await runCli(folder, ['generate', '--check'])).code).toBe(0)
  })

  test('says that there is nothing to do, or that it cannot plan what follows', async () => {
    const folder = breweryProject()
    await runCli(folder, ['migrate', 'new', 'init'])
    const again = await runCli(folder, ['migrate', 'new', 'more'])
    expect(again).toEqual({ code: 0, out: '', err: 'nothing to do: 0001_init makes what the spec says\n' })
    amend(folder, brewing, 'fields: { name: string(60) }', 'fields: { name: string(60), colour: string(20)? }')
    const later = await runCli(folder, ['migrate', 'new', 'more'])
    expect(later.code).toBe(2)
    expect(later.err).toContain('there is 0001_init already, and stowage cannot yet plan what follows it')
    expect(readdirSync(join(folder, below)).sort()).toEqual(['0001_init', 'migration_lock.toml'])
  })

  test.each(['', 'Init', '../init', 'a-b', 'a__b', '_a', 'é', 'x'.repeat(61)])(
    'takes no name like %j',
    async (name) => {
      const folder = breweryProject()
      const { code, err } = await runCli(folder, ['migrate', 'new', name])
      expect(code).toBe(2)
      expect(err).toContain('is no name for a migration')
      expect(read(folder, `${below}/migration_lock.toml`)).toBeUndefined()
    },
  )

  test('has nothing to make where nothing is kept in PostgreSQL', async () => {
    const folder = folderWith({
      'spec/stowage.yaml':
        'stowage: 1\nname: logs\ninclude: [logs.yaml]\noutput: { root: generated, package: logs-data }\nstores: { mongo: { version: 7, url: MONGO_URL } }\nrules: { extends: minimal }\n',
      'spec/logs.yaml':
        'domain: Logs\nentities:\n  Line:\n    mongo: { fields: { ref_id: { type: ulid, public_id: true, default: ulid }, text: string } }\n',
    })
    const { code, err } = await runCli(folder, ['migrate', 'new', 'init'])
    expect({ code, err }).toEqual({ code: 2, err: 'error: the spec keeps nothing in PostgreSQL\n' })
  })
})

describe('a spec that has moved on from the newest migration', () => {
  test.each(['generate --check', 'check'])('is reported by %s', async (command) => {
    const folder = breweryProject()
    await runCli(folder, ['migrate', 'new', 'init'])
    amend(folder, brewing, 'fields: { name: string(60) }', 'fields: { name: string(60), colour: string(20)? }')
    await runCli(folder, ['generate'])
    const { code, out, err } = await runCli(folder, command.split(' '))
    expect(code).toBe(1)
    expect(out + err).toContain(
      'error[migrations/behind]: the spec, or the SQL that this version of Stowage makes of it, has moved on ' +
        'from the newest migration `0001_init`: table malts (changed)',
    )
    amend(folder, brewing, 'fields: { name: string(60), colour: string(20)? }', 'fields: { name: string(60) }')
    await runCli(folder, ['generate'])
    expect((await runCli(folder, command.split(' '))).code).toBe(0)
  })

  test('is no matter for a plain generate, nor where no migration is kept', async () => {
    const folder = breweryProject()
    await runCli(folder, ['migrate', 'new', 'init'])
    amend(folder, brewing, 'domain: Brewing', 'domain: Brewing beer')
    amend(folder, brewing, 'about: One brew of a recipe.', 'about: One brew.')
    expect(await runCli(folder, ['generate'])).toMatchObject({ code: 0 })
    expect((await runCli(folder, ['check'])).out).toContain('table batches (changed)')
    rmSync(join(folder, below), { recursive: true })
    expect((await runCli(folder, ['check'])).code).toBe(0)
  })

  test('is told by the lock file of the newest folder', async () => {
    const folder = breweryProject()
    await runCli(folder, ['migrate', 'new', 'init'])
    await runCli(folder, ['generate'])
    const lock = `${below}/0001_init/model.lock.json`
    for (const text of ['', '{}', '{"version":2,"postgres":{}}', '{"version":1,"postgres":{}}', '<<<<<<< ours']) {
      writeFileSync(join(folder, lock), text)
      const { code, err } = await runCli(folder, ['check'])
      expect(code).toBe(2)
      expect(err).toContain(`${lock} cannot be read as a lock file of this version`)
    }
    rmSync(join(folder, lock))
    const { code, out } = await runCli(folder, ['check'])
    expect(code).toBe(1)
    expect(out).toContain('error[migrations/behind]: nothing says what the newest migration `0001_init` makes\n')
    expect(out).toContain('once `stowage verify --store postgres` finds no difference there')
    expect(out).toContain('`stowage migrate lock`')
  })
})

describe('migrate lock', () => {
  test('writes down what a migration by hand makes, and the spec is behind no longer', async () => {
    const folder = breweryProject()
    await runCli(folder, ['migrate', 'new', 'init'])
    const first = read(folder, `${below}/0001_init/model.lock.json`)
    amend(folder, brewing, 'fields: { name: string(60) }', 'fields: { name: string(60), colour: string(20)? }')
    await runCli(folder, ['generate'])
    write(folder, `${below}/0002_colour/migration.sql`, 'ALTER TABLE malts ADD COLUMN colour varchar(20);\n')
    const unlocked = await runCli(folder, ['check'])
    expect(unlocked.code).toBe(1)
    expect(unlocked.out).toContain('nothing says what the newest migration `0002_colour` makes')
    expect(unlocked.out).not.toContain('0001_init')
    const planned = await runCli(folder, ['migrate', 'new', 'more'])
    expect(planned.code).toBe(2)
    expect(planned.err).toContain('there is 0002_colour already')
    expect(planned.err).toContain('stowage migrate lock')

    expect(await runCli(folder, ['migrate', 'lock'])).toEqual({
      code: 0,
      out: '',
      err: `  create  ${below}/0002_colour/model.lock.json\nnext: commit it with the migration and the spec\n`,
    })
    expect(readdirSync(join(folder, below, '0002_colour')).sort()).toEqual(['migration.sql', 'model.lock.json'])
    expect(JSON.parse(read(folder, `${below}/0002_colour/model.lock.json`) ?? '').postgres.tables).toContainEqual(
      expect.objectContaining({
        name: 'malts',
        columns: expect.arrayContaining([expect.objectContaining({ name: 'colour' })]),
      }),
    )
    expect(read(folder, `${below}/0001_init/model.lock.json`)).toBe(first)
    expect((await runCli(folder, ['check'])).code).toBe(0)
    expect((await runCli(folder, ['generate', '--check'])).code).toBe(0)
  })

  test('has nothing to do where the newest lock says it already, and changes none that says something else', async () => {
    const folder = breweryProject()
    await runCli(folder, ['migrate', 'new', 'init'])
    const lock = read(folder, `${below}/0001_init/model.lock.json`)
    expect(await runCli(folder, ['migrate', 'lock'])).toEqual({
      code: 0,
      out: '',
      err: 'nothing to do: 0001_init makes what the spec says\n',
    })
    amend(folder, brewing, 'fields: { name: string(60) }', 'fields: { name: string(60), colour: string(20)? }')
    const { code, err } = await runCli(folder, ['migrate', 'lock'])
    expect(code).toBe(2)
    expect(err).toContain('error: 0001_init has its model.lock.json already')
    expect(err).toContain('that folder is history\nwrite what has changed as the next migration')
    expect(read(folder, `${below}/0001_init/model.lock.json`)).toBe(lock)
  })

  test('says so where there is no migration', async () => {
    const { code, err } = await runCli(breweryProject(), ['migrate', 'lock'])
    expect({ code, err }).toEqual({
      code: 2,
      err: 'error: there is no migration to lock yet\nmake the first one: stowage migrate new init\n',
    })
  })
})
