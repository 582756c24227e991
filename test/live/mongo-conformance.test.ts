import { join } from 'node:path'
import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MongoDatabase, mongoDatabase } from '../support/mongo-server.ts'
import type { Ended } from '../support/run-process.ts'
import { projectOf, reportIn, runLiveSuite } from './live-suite-run.ts'
import type { ProjectFolder } from './project-folder.ts'

// The generated live tests for MongoDB as a user runs them: `vitest run` in the folder of a project.

let database: MongoDatabase
let client: mongoose.mongo.MongoClient

beforeAll(async () => {
  database = await mongoDatabase()
  client = await new mongoose.mongo.MongoClient(database.url).connect()
})
afterAll(async () => {
  await client?.close()
  await database?.stop()
})

const run = (project: ProjectFolder, environment: Readonly<Record<string, string>>): Promise<Ended> =>
  runLiveSuite(project, 'mongo-live', environment)

/** Databases beside the one of this suite that the tests made, or seem to have made. */
async function leftOnServer(): Promise<readonly string[]> {
  const { databases } = await client.db().admin().listDatabases({ nameOnly: true })
  const prefix = `${database.databaseName.slice(0, 38)}_conformance_`
  return databases.map(({ name }) => name).filter((name) => name.startsWith(prefix))
}

const enabled = { STOWAGE_CONFORMANCE: '1', STOWAGE_CONFORMANCE_REPORT: 'report' }
/** A real server removes what has expired once a minute: that is tried in the full run. */
const hasty = (): Readonly<Record<string, string>> =>
  database.kind === 'real' && process.env.TEST_FULL !== '1' ? { STOWAGE_CONFORMANCE_SLOW: '0' } : {}

describe.each([
  {
    spec: 'spec',
    variable: 'MONGO_URL',
    guarantees: ['catalog', 'validator', 'uniques', 'text search', 'models', 'written once', 'expiry'],
    proofs: 400,
    tags: ['full'],
  },
  {
    spec: 'test/cases/mongo-only/spec',
    variable: 'MONGO_URL',
    guarantees: ['catalog', 'validator', 'uniques', 'models', 'written once', 'expiry'],
    proofs: 70,
  },
  {
    spec: 'test/cases/clinic/spec',
    variable: 'CLINIC_MONGO',
    guarantees: ['catalog', 'validator', 'uniques', 'text search', 'models', 'written once', 'expiry'],
    proofs: 100,
    tags: ['full'],
  },
])('the live tests of $spec', ({ spec, variable, guarantees, proofs, tags = [] }) => {
  test('prove every guarantee and leave nothing behind', { timeout: 240_000, tags }, async () => {
    using project = projectOf(spec)
    const ended = await run(project, { ...enabled, ...hasty(), [variable]: database.url })
    expect(ended.code, ended.out + ended.err).toBe(0)
    const report = reportIn(project, 'mongo')
    expect(report.failed).toEqual([])
    expect(report.server).toMatch(
      /^(?:MongoDB \d+\.\d+\.\d+|a double of MongoDB \d+\.\d+\.\d+, which proves nothing of MongoDB), in the database \w+_conformance_[0-9a-f]{12}$/,
    )
    const proved = new Map(report.guarantees.map((one) => [one.guarantee, one.proved]))
    for (const guarantee of guarantees) expect(proved.get(guarantee), guarantee).toBeGreaterThan(0)
    expect([...proved.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(proofs)
    // What nobody tried has a name and a reason.
    for (const { name, reason } of report.skipped) expect(reason, name).toMatch(/\w/)
    expect(report.leftBehind).toEqual([])
    expect(await leftOnServer()).toEqual([])
    expect(await client.db().listCollections().toArray(), 'the database that the URL names').toEqual([])
    expect(ended.err).toMatch(/^validator +\d+ +0 +0 +\d+$/m)
  })
})

describe('the live tests', { timeout: 120_000, tags: ['full'] }, () => {
  const spec = 'test/cases/mongo-only/spec'

  test.each([
    ['STOWAGE_CONFORMANCE is not 1', {}],
    ['MONGO_URL is not set', { STOWAGE_CONFORMANCE: '1', MONGO_URL: '' }],
  ])('touch no server where %s', async (reason, environment) => {
    using project = projectOf(spec)
    const ended = await run(project, { MONGO_URL: 'mongodb://127.0.0.1:1/none', ...environment })
    expect(ended.code, ended.out).toBe(0)
    expect(ended.err).toContain(`MongoDB: not tried on a server, since ${reason}\n`)
    expect(ended.out).toMatch(/Tests +\d+ skipped \(\d+\)/)
  })

  test('leave by name what takes a minute, where nobody wants to wait', async () => {
    using project = projectOf(spec)
    const ended = await run(project, { ...enabled, STOWAGE_CONFORMANCE_SLOW: '0', MONGO_URL: database.url })
    expect(ended.code, ended.out).toBe(0)
    const slow = reportIn(project, 'mongo').skipped.filter(({ guarantee }) => guarantee === 'expiry')
    expect(slow).toMatchObject([{ entity: 'Reading', reason: 'STOWAGE_CONFORMANCE_SLOW is 0' }])
  })

  test('name what does not hold, and clear up all the same', async () => {
    using project = projectOf(spec)
    const schemas = join(project.path, 'generated/provider-db/src/mongoose')
    project.change(join(schemas, 'reading.ts'), (text) =>
      text.replace(
        "{ name: 'one_station_quantity_measured_on', unique: true }",
        "{ name: 'one_station_quantity_measured_on' }",
      ),
    )
    project.change(join(schemas, 'station.ts'), (text) =>
      text.replace('additionalProperties: false', 'additionalProperties: true'),
    )
    const ended = await run(project, { ...enabled, STOWAGE_CONFORMANCE_SLOW: '0', MONGO_URL: database.url })
    expect(ended.code).toBe(1)
    const named = reportIn(project, 'mongo').failed.map(({ entity, guarantee }) => `${entity}: ${guarantee}`)
    expect([...new Set(named)].sort()).toEqual([
      'Reading: catalog',
      'Reading: uniques',
      'Station: catalog',
      'Station: validator',
    ])
    expect(ended.out + ended.err).toContain('index one_station_quantity_measured_on of readings')
    expect(await leftOnServer()).toEqual([])
  })

  test('drop what a run that was killed has left, and nothing else', async () => {
    const name = (id: string): string => `${database.databaseName.slice(0, 38)}_conformance_${id}`
    const [old, young, stranger] = ['0123456789aa', '0123456789ab', '0123456789ac'].map(name)
    const dayAgo = new Date(Date.now() - 25 * 60 * 60 * 1000)
    await client.db(old).collection('stowage.conformance').insertOne({ madeOn: dayAgo })
    await client.db(young).collection('stowage.conformance').insertOne({ madeOn: new Date() })
    await client.db(stranger).collection('books').insertOne({ madeOn: dayAgo })
    try {
      using project = projectOf('test/cases/no-tenancy/spec')
      const ended = await run(project, { ...enabled, STOWAGE_CONFORMANCE_SLOW: '0', MONGO_URL: database.url })
      expect(ended.code, ended.out).toBe(0)
      // Where a run may still be going on, and what merely has such a name, stays.
      expect([...(await leftOnServer())].sort()).toEqual([young, stranger])
    } finally {
      for (const one of [old, young, stranger]) await client.db(one).dropDatabase()
    }
  })

  test('say which server they do not reach, without its password', async () => {
    using project = projectOf(spec)
    const url = 'mongodb://ada:s3cret@127.0.0.1:1/books'
    const ended = await run(project, { ...enabled, MONGO_URL: url })
    expect(ended.code).toBe(1)
    expect(ended.out + ended.err).toContain('cannot connect to 127.0.0.1:1')
    expect(ended.out + ended.err).not.toContain('s3cret')
  })
})
