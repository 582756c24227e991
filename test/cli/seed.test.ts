import { cpSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildPackage } from '../../examples/pipeline/build-package.ts'
import { openWorld, type World } from '../runtime/support/world.ts'
import { soundModel } from '../support/analyze-folder.ts'
import { query } from '../support/postgres-server.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'
import { runCli } from './run-cli.ts'

const spec = resolve('test/runtime/spec')

describe('without a built package', () => {
  test('says what to run, and exits 2', async () => {
    using folder = new TemporaryFolder()
    cpSync(spec, join(folder.path, 'spec'), { recursive: true })
    const { code, err, out } = await runCli(folder.path, ['seed'])
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('generated/provider-db is not built')
    expect(err).toContain('npm run build')
  })

  test('names packages that are not installed', async () => {
    using folder = new TemporaryFolder()
    cpSync(spec, join(folder.path, 'spec'), { recursive: true })
    folder.write([{ path: 'generated/provider-db/dist/index.js', text: `import 'a-package-that-nobody-has'\n` }])
    const { code, err } = await runCli(folder.path, ['seed'])
    expect(code).toBe(2)
    expect(err).toContain('not installed')
    expect(err).toContain('npm install')
  })

  test('has nothing to do in production', async () => {
    using folder = new TemporaryFolder()
    cpSync(spec, join(folder.path, 'spec'), { recursive: true })
    const { code, err } = await runCli(folder.path, ['seed'], { env: { STOWAGE_ENV: 'production' } })
    expect(code).toBe(2)
    expect(err).toContain('STOWAGE_ENV')
  })

  test.each([
    ['--tenants', '0'],
    ['--records', 'many'],
    ['--seed', '-1'],
  ])('refuses %s %s', async (...argv) => {
    using folder = new TemporaryFolder()
    expect((await runCli(folder.path, ['seed', ...argv])).code).toBe(2)
  })
})

describe('with the package of a spec', { tags: ['full'] }, () => {
  const project = new TemporaryFolder()
  let world: World
  let env: Readonly<Record<string, string>>

  beforeAll(async () => {
    const built = await buildPackage(soundModel('test/runtime/spec'))
    cpSync(spec, join(project.path, 'spec'), { recursive: true })
    symlinkSync(join(built, 'generated'), join(project.path, 'generated'))
    world = await openWorld('test/runtime/spec')
    const { postgresUrl, mongoUrl, s3 } = world.facts
    env = {
      PRESS_POSTGRES_URL: postgresUrl,
      PRESS_MONGO_URL: mongoUrl,
      PRESS_S3_ENDPOINT: s3.endpoint,
      PRESS_S3_REGION: s3.region,
      ...Object.fromEntries(
        Object.entries(world.description.s3?.buckets ?? {}).map(([name, bucket]) => [
          bucket.env,
          s3.buckets[name] ?? '',
        ]),
      ),
    }
    // Where the AWS SDK looks for them: the command takes none.
    process.env.AWS_ACCESS_KEY_ID = s3.credentials.accessKeyId
    process.env.AWS_SECRET_ACCESS_KEY = s3.credentials.secretAccessKey
  }, 300_000)
  afterAll(async () => {
    delete process.env.AWS_ACCESS_KEY_ID
    delete process.env.AWS_SECRET_ACCESS_KEY
    await world?.close()
    project[Symbol.dispose]()
  })

  test('makes tenants with valid records of every entity, over all stores', async () => {
    const { code, out, err } = await runCli(
      project.path,
      ['seed', '--tenants', '2', '--records', '3', '--format', 'json'],
      { env },
    )
    expect(err).toBe('')
    expect(code).toBe(0)
    const report: { tenants: { refId: string; records: Record<string, number> }[]; common: object; short: string[] } =
      JSON.parse(out)
    expect(report.short).toEqual([])
    expect(report.common).toEqual({ Currency: 3 })
    expect(report.tenants).toHaveLength(2)
    for (const { refId, records } of report.tenants) {
      const entities = Object.values(world.description.entities).filter(
        ({ tenancy }) => tenancy === 'required' || tenancy === 'shared',
      )
      expect(Object.keys(records).sort()).toEqual(
        entities.flatMap(({ name }) => (name === 'AuditEntry' ? [] : [name])).sort(),
      )
      const [row] = await query(
        world.superuserUrl,
        `SELECT count(*)::int AS n FROM manuscripts JOIN houses ON houses.id = manuscripts.house_id WHERE houses.ref_id = '${refId}'`,
      )
      expect(row?.n).toBe(3)
    }
    const check = world.provider().fsck()
    const findings = []
    for await (const finding of check) findings.push(finding)
    expect(findings).toEqual([])
    expect(check.summary().objects).toBeGreaterThanOrEqual(2 * 3 * 3)
  })

  test('another seed stands beside the first; the same one clashes', async () => {
    const { code, out } = await runCli(project.path, ['seed', '--tenants', '1', '--records', '1', '--seed', '2'], {
      env,
    })
    expect(code).toBe(0)
    expect(out).toContain('Manuscript')
    const again = await runCli(project.path, ['seed', '--tenants', '1', '--records', '1', '--seed', '2'], { env })
    expect(again.code).toBe(2)
    expect(again.err).toContain('error: ')
  })

  test('says which variable is missing, and exits 2', async () => {
    const { PRESS_MONGO_URL: _, ...rest } = env
    const { code, err } = await runCli(project.path, ['seed'], { env: rest })
    expect(code).toBe(2)
    expect(err).toContain('PRESS_MONGO_URL')
  })

  test('says that a store cannot be reached, and exits 3; nothing of the URL is told', async () => {
    const url = 'postgresql://someone:secret-canary@127.0.0.1:9/press'
    const { code, err } = await runCli(project.path, ['seed'], { env: { ...env, PRESS_POSTGRES_URL: url } })
    expect(code).toBe(3)
    expect(err).toContain('postgres')
    expect(err).not.toContain('canary')
  })
})
