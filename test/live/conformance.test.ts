import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PostgresServer, query, startPostgres } from '../support/postgres-server.ts'
import type { Ended } from '../support/run-process.ts'
import { projectOf, reportIn, runLiveSuite } from './live-suite-run.ts'
import type { ProjectFolder } from './project-folder.ts'

// The generated live tests as a user runs them: `vitest run` in the folder of a project.

/** Roles are removed in the end, so the server is nobody else's. */
let server: PostgresServer

beforeAll(async () => {
  server = await startPostgres({ cluster: 'own' })
})

afterAll(() => server?.stop())

const run = (
  project: ProjectFolder,
  environment: Readonly<Record<string, string>>,
  which: string = 'postgres-live',
): Promise<Ended> => runLiveSuite(project, which, environment)

async function leftOnServer(): Promise<readonly unknown[]> {
  return query(
    server.url,
    `SELECT datname AS name FROM pg_database WHERE datname LIKE '%conformance%'
     UNION ALL SELECT rolname FROM pg_roles WHERE rolname NOT LIKE 'pg\\_%' AND rolname <> current_user`,
  )
}

const everywhere = ['catalog', 'roles', 'references', 'what a deletion does', 'uniques', 'immutable columns', 'values']
const apart = ['tenant isolation', 'references within a tenant', 'soft delete', 'kept columns', 'life cycle']

describe.each([
  {
    spec: 'spec',
    variable: 'POSTGRES_URL',
    guarantees: [
      ...everywhere,
      ...apart,
      'append only',
      'partitions',
      'look-ups',
      'shared records',
      'records of no tenant',
    ],
    proofs: 2_500,
    tags: ['full'],
  },
  {
    spec: 'test/cases/shared-templates/spec',
    variable: 'POSTGRES_URL',
    guarantees: [...everywhere, 'tenant isolation', 'shared records'],
    proofs: 180,
  },
  {
    spec: 'test/cases/clinic/spec',
    variable: 'CLINIC_PG',
    guarantees: [...everywhere, 'append only'],
    proofs: 240,
  },
])('the live tests of $spec', ({ spec, variable, guarantees, proofs, tags = [] }) => {
  test('prove every guarantee and leave nothing behind', { timeout: 120_000, tags }, async () => {
    using project = projectOf(spec)
    const ended = await run(project, {
      STOWAGE_CONFORMANCE: '1',
      STOWAGE_CONFORMANCE_REPORT: 'report',
      [variable]: server.url,
    })
    expect(ended.code, ended.out + ended.err).toBe(0)
    const report = reportIn(project, 'postgres')
    expect(report.failed).toEqual([])
    expect(report.server).toMatch(/^PostgreSQL 16\.\d+, in the database \w+_conformance_[0-9a-f]{12}$/)
    const proved = new Map(report.guarantees.map((one) => [one.guarantee, one.proved]))
    for (const guarantee of guarantees) expect(proved.get(guarantee), guarantee).toBeGreaterThan(0)
    expect([...proved.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(proofs)
    expect(report.leftBehind).toEqual([])
    expect(await leftOnServer()).toEqual([])
    expect(ended.err).toMatch(/^guarantee +proved +failed +skipped +entities$/m)
    expect(ended.err).toMatch(/^uniques +\d+ +0 +0 +\d+$/m)
  })
})

describe('the live tests', { tags: ['full'] }, () => {
  const library = 'test/emit/conformance/library'
  const enabled = { STOWAGE_CONFORMANCE: '1', STOWAGE_CONFORMANCE_REPORT: 'report' }

  test.each([
    ['STOWAGE_CONFORMANCE is not 1', {}],
    ['STOWAGE_CONFORMANCE is not 1', { STOWAGE_CONFORMANCE: 'yes' }],
    ['POSTGRES_URL is not set', { STOWAGE_CONFORMANCE: '1', POSTGRES_URL: '' }],
  ])('touch no server where %s', async (reason, environment) => {
    using project = projectOf(library)
    const ended = await run(project, { POSTGRES_URL: 'postgresql://nobody@127.0.0.1:1/none', ...environment })
    expect(ended.code, ended.out).toBe(0)
    expect(ended.err).toContain(`PostgreSQL: not tried on a server, since ${reason}\n`)
    expect(ended.out).toMatch(/Tests +\d+ skipped \(\d+\)/)
  })

  test('name what does not hold, and clear up all the same', async () => {
    using project = projectOf(library)
    const schema = join(project.path, 'generated/provider-db/sql/schema.sql')
    project.change(
      schema,
      (sql) => `${sql}\nDROP INDEX public.one_open_loan;\nALTER TABLE public.clerks NO FORCE ROW LEVEL SECURITY;\n`,
    )
    const ended = await run(project, { ...enabled, POSTGRES_URL: server.url })
    expect(ended.code).toBe(1)
    const { failed } = reportIn(project, 'postgres')
    const named = failed.map(({ entity, guarantee }) => `${entity}: ${guarantee}`)
    expect([...new Set(named)].sort()).toEqual([
      'Clerk: catalog',
      'Clerk: tenant isolation',
      'Loan: catalog',
      'Loan: uniques',
    ])
    expect(ended.out + ended.err).toContain('index one_open_loan of loans')
    expect(await leftOnServer()).toEqual([])
  })

  test('clear up where the schema itself fails', async () => {
    using project = projectOf(library)
    const schema = join(project.path, 'generated/provider-db/sql/schema.sql')
    project.change(schema, (sql) => `${sql}\nSELECT 1 / 0;\n`)
    const ended = await run(project, { ...enabled, POSTGRES_URL: server.url })
    expect(ended.code).toBe(1)
    expect(ended.out + ended.err).toContain('division by zero')
    expect(await leftOnServer()).toEqual([])
  })

  test('drop what a run that was killed has left', async () => {
    const name = 'postgres_conformance_0123456789ab'
    await query(server.url, `CREATE DATABASE ${name}`)
    await query(server.url, `COMMENT ON DATABASE ${name} IS 'Made by conformance tests; to be dropped.'`)
    await query(server.url, 'CREATE DATABASE my_conformance_0123456789ab')
    using project = projectOf('test/cases/one-to-one/spec')
    const ended = await run(project, { ...enabled, POSTGRES_URL: server.url })
    expect(ended.code, ended.out).toBe(0)
    // What merely has such a name is somebody's.
    expect(await leftOnServer()).toEqual([{ name: 'my_conformance_0123456789ab' }])
    await query(server.url, 'DROP DATABASE my_conformance_0123456789ab')
  })

  test('leave roles that were there before, and work as whoever may make databases and roles', async () => {
    await query(server.url, 'CREATE ROLE maker LOGIN CREATEDB CREATEROLE; CREATE ROLE library_app')
    await query(server.url, 'GRANT library_app TO maker WITH ADMIN TRUE, SET FALSE, INHERIT FALSE')
    using project = projectOf(library)
    const ended = await run(project, { ...enabled, POSTGRES_URL: server.url.replace('//postgres@', '//maker@') })
    expect(ended.code, ended.out + ended.err).toBe(0)
    const report = reportIn(project, 'postgres')
    expect(report.failed).toEqual([])
    expect(report.skipped.map(({ reason }) => reason)).toEqual([
      'only a superuser gives library_backup BYPASSRLS, and nobody has',
      'who connects may not set session_replication_role',
    ])
    expect(await leftOnServer()).toEqual([{ name: 'maker' }, { name: 'library_app' }])
    await query(server.url, 'DROP ROLE library_app; DROP ROLE maker')
  })

  test('say which server they do not reach, without its password', async () => {
    using project = projectOf(library)
    const ended = await run(project, { ...enabled, POSTGRES_URL: 'postgresql://ada:s3cret@127.0.0.1:1/books' })
    expect(ended.code).toBe(1)
    expect(ended.out + ended.err).toContain('cannot connect to postgresql://127.0.0.1:1/books')
    expect(ended.out + ended.err).not.toContain('s3cret')
  })
})
