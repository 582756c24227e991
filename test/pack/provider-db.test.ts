import { symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { databaseOf } from '../../generator/catalog/postgres/index.ts'
import { readMigrations } from '../../generator/cli/migrations/folder.ts'
import { writeFirstMigration } from '../../generator/cli/migrations/new-migration.ts'
import { emitters } from '../../generator/emit/index.ts'
import { generate } from '../../generator/generate.ts'
import { soundModel } from '../support/analyze-folder.ts'
import { mongoDatabase } from '../support/mongo-server.ts'
import { noRegistry, npm, npmInstall, npmPack, type Packed, registryAnswers } from '../support/npm.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { runProcess, runToSuccess } from '../support/run-process.ts'
import { s3Account } from '../support/s3-server.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'
import { consumer, consumerSettings } from './consumer.ts'
import { deployment } from './deployment.ts'

const model = soundModel('spec')
const output = new TemporaryFolder()
const tarballs = new TemporaryFolder()
const project = new TemporaryFolder()
const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'))
let packed: Packed
let runtime: string

beforeAll(async () => {
  const files = generate(model, emitters).filter(({ path }) => path.startsWith('provider-db/'))
  output.write(files.map((file) => ({ ...file, path: join(model.project.output.root, file.path) })))
  const database = databaseOf(model)
  if (database === undefined) throw new Error('the reference spec keeps something in PostgreSQL')
  writeFirstMigration(readMigrations(output.path, model), 'init', database)
  // Where a person would run `npm install`: the development dependencies are those of this repository.
  symlinkSync(resolve('node_modules'), join(output.path, 'node_modules'))
  packed = await npmPack(join(output.path, model.project.output.root, 'provider-db'), tarballs.path)
  // Built before the first test.
  const { out } = await npm('runtime', ['pack', '--silent', '--ignore-scripts', '--pack-destination', tarballs.path])
  runtime = join(tarballs.path, out.trim())
}, 120_000)
afterAll(() => {
  for (const folder of [output, tarballs, project]) folder[Symbol.dispose]()
})

describe('the packed generated package', { tags: ['full'] }, () => {
  test('holds JavaScript with its types, the schema, and nothing that is compiled', () => {
    const paths = packed.files.map(({ path }) => path)
    expect(paths).toEqual(expect.arrayContaining(['README.md', 'package.json', 'prisma/schema/base.prisma']))
    const modules = paths.filter((path) => path.startsWith('dist/'))
    const scripts = modules.filter((path) => path.endsWith('.js')).map((path) => path.slice(0, -'.js'.length))
    const types = modules.filter((path) => path.endsWith('.d.ts')).map((path) => path.slice(0, -'.d.ts'.length))
    expect(scripts.sort()).toEqual(types.sort())
    const entries = ['index', 's3/index', 'provider/index', 'testing/index', 'prisma-client/client']
    expect(scripts).toEqual(expect.arrayContaining(entries.map((entry) => `dist/${entry}`)))
    const others = paths.filter((path) => !/^(dist|prisma\/schema)\//.test(path))
    expect(others.sort()).toEqual([
      'README.md',
      'package.json',
      'prisma/migrations/0001_init/migration.sql',
      'prisma/migrations/0001_init/model.lock.json',
      'prisma/migrations/migration_lock.toml',
      'sql/schema.sql',
    ])
    expect(modules.length).toBe(scripts.length + types.length)
  })
})

describe('the packed generated package in another project', { tags: ['full'] }, () => {
  let online = false
  beforeAll(async () => {
    online = await registryAnswers()
    if (!online) return
    project.write([
      { path: 'package.json', text: '{ "private": true, "type": "module" }\n' },
      { path: 'tsconfig.json', text: JSON.stringify(consumerSettings) },
      { path: 'consumer.ts', text: consumer },
      { path: 'deploy.js', text: deployment },
    ])
    await npmInstall(project.path, ['--omit=dev', join(tarballs.path, packed.filename), runtime])
  }, 120_000)
  beforeEach(({ skip }) => skip(!online, noRegistry))

  test('brings nothing of the generator', () => {
    const heavy = ['ts-morph', 'typescript', 'puppeteer', 'mermaid', 'ajv', 'handlebars', 'prisma', 'stowage', 'vitest']
    expect(heavy.filter((name) => project.has(`node_modules/${name}`))).toEqual([])
  })

  test('brings the runtime that its data layer stands on, and what that takes of the stores', () => {
    const light = ['@stowage/runtime', '@opentelemetry/api', 'pg', '@aws-sdk/s3-request-presigner', 'mongoose']
    expect(light.filter((name) => !project.has(`node_modules/${name}`))).toEqual([])
    expect(project.has('node_modules/@leadmetrics/provider-db/node_modules/@stowage')).toBe(false)
  })

  test('passes the strict compiler, its own declarations too', { timeout: 120_000 }, async () => {
    const args = [join(typescript, 'bin/tsc'), '-p', '.']
    expect(await runProcess(process.execPath, args, { cwd: project.path })).toEqual({ code: 0, out: '', err: '' })
  })

  test('builds a key and reads it, makes a document and a client', async () => {
    const { out } = await runToSuccess(process.execPath, ['consumer.ts'], { cwd: project.path })
    const said = JSON.parse(out)
    const { tenant, refId, version, object } = said.parsed
    expect(said.key).toBe(`tenants/${tenant}/strategies/${refId}/v${version}/${object}.md`)
    expect(said).toMatchObject({
      refused: true,
      strategy: true,
      collection: 'skills',
      sameModels: true,
      name: '@leadmetrics/provider-db',
      buckets: ['content', 'contracts'],
    })
    expect(said.objects).toContain('Contract.pdf')
    expect(said.collections).toContain('activity_outputs')
    expect(said.fresh).toMatchObject({ tenantId: tenant, status: 'draft', revision: 0, deletedOn: null })
    expect(said.fresh.refId).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
    expect(said.faults).toEqual(['content', 'status', 'summary'])
    // It went as far as the network: everything before that works.
    expect(said.failure).toMatch(/reach|refused/i)
    expect(said.states).toContain('pending')
    expect(said.provider).toEqual({ members: ['lookup', 'system', 'withTenant'], refused: 'Closed' })
  })

  test('brings three servers to what it expects, and finds nothing to do the second time', async () => {
    const servers = await Promise.all([startPostgres({ cluster: 'own' }), mongoDatabase(), s3Account()])
    const [postgres, mongo, s3] = servers
    try {
      const buckets = model.project.stores.s3?.buckets ?? []
      const { out } = await runToSuccess(process.execPath, ['deploy.js'], {
        cwd: project.path,
        env: {
          ...process.env,
          POSTGRES: postgres.url,
          MONGO: mongo.url,
          S3: s3.endpoint,
          S3_SIGNING_REGION: s3.region,
          AWS_ACCESS_KEY_ID: s3.credentials.accessKeyId,
          AWS_SECRET_ACCESS_KEY: s3.credentials.secretAccessKey,
          ...Object.fromEntries(buckets.map(({ env }, at) => [env, `${s3.prefix}packed-${at}`])),
        },
      })
      const said = JSON.parse(out)
      expect(said.postgres.first).toMatchObject({ made: expect.arrayContaining(['migration 0001_init']), left: [] })
      expect(said.postgres.second).toEqual({ made: [], left: [] })
      expect(said.postgres.drift).toEqual([])
      expect(said.mongo.first.made).toContain('collection skills')
      expect(said.mongo.first.left).toEqual([])
      expect(said.mongo.second).toEqual({ made: [], left: [] })
      expect(said.mongo.drift).toEqual([])
      expect(said.s3.first.made).toHaveLength(buckets.length)
      // A stand-in may hold less than the spec asks for: what is left then is told the same way each time.
      expect(said.s3.second).toEqual({ made: [], left: said.s3.first.left })
      if (s3.features.locks) expect([...said.s3.first.left, ...said.s3.drift]).toEqual([])
    } finally {
      await Promise.all(servers.map((server) => server.stop()))
    }
  })
})
