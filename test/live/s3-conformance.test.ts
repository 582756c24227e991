import { join } from 'node:path'
import type { S3 } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isOwn, markAsOwn, newBucketName, removeLeftOver } from '../../templates/conformance/live/s3/own-buckets.ts'
import { requires } from '../support/requires.ts'
import type { Ended } from '../support/run-process.ts'
import { type S3Account, s3Account } from '../support/s3-server.ts'
import { projectOf, reportIn, runLiveSuite } from './live-suite-run.ts'
import type { ProjectFolder } from './project-folder.ts'
import { clientOf } from './s3-trial.ts'

// The generated live tests for S3 as a user runs them: `vitest run` in the folder of a project.

let account: S3Account
let api: S3

beforeAll(async () => {
  account = await s3Account()
  api = clientOf(account)
})
afterAll(async () => {
  api?.destroy()
  await account?.stop()
})
requires(() => account.features.locks || `${account.server} enforces no locks`)

function environment(): Readonly<Record<string, string>> {
  const { credentials, otherCredentials, sessionRole, prefix } = account
  return {
    STOWAGE_CONFORMANCE: '1',
    STOWAGE_CONFORMANCE_REPORT: 'report',
    STOWAGE_CONFORMANCE_PREFIX: prefix,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    ...(otherCredentials && {
      S3_OTHER_ACCESS_KEY_ID: otherCredentials.accessKeyId,
      S3_OTHER_SECRET_ACCESS_KEY: otherCredentials.secretAccessKey,
    }),
    ...(sessionRole && { S3_SESSION_ROLE: sessionRole }),
  }
}

const run = (project: ProjectFolder, environment: Readonly<Record<string, string>>): Promise<Ended> =>
  runLiveSuite(project, 's3-live', environment)

/** Buckets of this suite that are there. */
async function leftOnServer(): Promise<readonly string[]> {
  const { Buckets = [] } = await api.listBuckets({})
  return Buckets.flatMap(({ Name = '' }) => (Name.startsWith(account.prefix) ? [Name] : []))
}

const everywhere = [
  'versions',
  'lock',
  'life cycle',
  'public access',
  'transport',
  'configuration',
  'objects',
  'object keys',
  'pre-signed URLs',
  'limits of uploads',
]

describe.each([
  {
    spec: 'spec',
    where: () => ({ S3_ENDPOINT: account.endpoint, S3_REGION: account.region }),
    guarantees: [...everywhere, 'tenant prefix'],
    proofs: 260,
    tags: ['full'],
  },
  {
    // The endpoint is not in this spec: it is where the client's own variable says.
    spec: 'test/cases/object-lock/spec',
    where: () => ({ AWS_ENDPOINT_URL_S3: account.endpoint, S3_REGION: account.region }),
    guarantees: everywhere,
    proofs: 80,
    tags: ['full'],
  },
])('the live tests of $spec', ({ spec, where, guarantees, proofs, tags = [] }) => {
  test('prove every guarantee and leave nothing behind', { timeout: 120_000, tags }, async () => {
    using project = projectOf(spec)
    const ended = await run(project, { ...environment(), ...where() })
    expect(ended.code, ended.out + ended.err).toBe(0)
    const report = reportIn(project, 's3')
    expect(report.failed).toEqual([])
    expect(report.server).toMatch(new RegExp(`^${new URL(account.endpoint).host}, in \\d+ buckets of its own`))
    const proved = new Map(report.guarantees.map((one) => [one.guarantee, one.proved]))
    const provable = guarantees.filter((one) => one !== 'tenant prefix' || account.sessionRole !== undefined)
    for (const guarantee of provable) expect(proved.get(guarantee), guarantee).toBeGreaterThan(0)
    expect([...proved.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(proofs)
    expect(report.leftBehind).toEqual([])
    expect(await leftOnServer()).toEqual([])
    expect(ended.err).toMatch(/^guarantee +proved +failed +skipped +entities$/m)
    expect(ended.err).toMatch(/^lock +\d+ +0 +0 +\d+$/m)
  })
})

describe('the live tests', { tags: ['full'] }, () => {
  const library = 'test/emit/conformance/library'
  const where = (): Readonly<Record<string, string>> => ({
    AWS_ENDPOINT_URL_S3: account.endpoint,
    S3_REGION: account.region,
  })

  test.each([
    ['STOWAGE_CONFORMANCE is not 1', { S3_REGION: 'us-east-1' }],
    ['S3_REGION is not set', { STOWAGE_CONFORMANCE: '1' }],
  ])('touch no server where %s', async (reason, variables) => {
    using project = projectOf(library)
    const ended = await run(project, { AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1', ...variables })
    expect(ended.code, ended.out).toBe(0)
    expect(ended.err).toContain(`S3: not tried on a server, since ${reason}\n`)
    expect(ended.out).toMatch(/Tests +\d+ skipped \(\d+\)/)
  })

  test('name what does not hold, and clear up all the same', { timeout: 120_000 }, async () => {
    using project = projectOf(library)
    const buckets = join(project.path, 'generated/provider-db/src/s3/buckets.ts')
    project.change(buckets, (text) => text.replace("Mode: 'COMPLIANCE'", "Mode: 'GOVERNANCE'"))
    const ended = await run(project, { ...environment(), ...where() })
    expect(ended.code).toBe(1)
    expect(reportIn(project, 's3').failed.map(({ guarantee, name }) => `${guarantee}: ${name}`)).toEqual([
      'lock: bucket deeds: what is put into it is locked for 2555 days (compliance)',
      'lock: bucket deeds: object lock is as described',
    ])
    expect(ended.out + ended.err).toContain('mode of the lock: wanted "compliance", found "governance"')
    expect(await leftOnServer()).toEqual([])
  })

  test('clear up where the package makes no buckets', async () => {
    using project = projectOf(library)
    const client = join(project.path, 'generated/provider-db/src/live/s3/client.ts')
    project.change(client, (text) =>
      text.replace('  return applyS3(', "  if (client) throw new Error('broken')\n  return applyS3("),
    )
    const ended = await run(project, { ...environment(), ...where() })
    expect(ended.code).toBe(1)
    expect(ended.out + ended.err).toContain('broken')
    expect(await leftOnServer()).toEqual([])
  })

  test('say what they do not reach, and show no secret', async () => {
    using project = projectOf(library)
    const wrong = { ...environment(), ...where(), AWS_SECRET_ACCESS_KEY: 's3cret-that-nobody-may-see' }
    for (const [variables, reason] of [
      [wrong, /cannot work with \S+: SignatureDoesNotMatch/],
      [{ ...wrong, AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1' }, /cannot work with 127\.0\.0\.1:1: .*ECONNREFUSED/],
    ] as const) {
      const ended = await run(project, variables)
      expect(ended.code).toBe(1)
      expect(ended.out + ended.err).toMatch(reason)
      expect(ended.out + ended.err).not.toContain('s3cret')
    }
  })
})

describe('what a killed run has left', { tags: ['full'] }, () => {
  const dayLater = (): number => Date.now() + 2 * 24 * 60 * 60 * 1000

  test('goes with the next one, a day later; what merely has such a name stays', async () => {
    const [old, somebodys] = [newBucketName(account.prefix, 'old'), newBucketName(account.prefix, 'somebodys')]
    for (const Bucket of [old, somebodys]) await api.createBucket({ Bucket })
    await markAsOwn(api, old)
    await api.putObject({ Bucket: old, Key: 'x', Body: 'x' })
    await removeLeftOver(api, account.prefix)
    expect(await leftOnServer()).toEqual([old, somebodys].sort())
    await removeLeftOver(api, account.prefix, dayLater())
    expect(await leftOnServer()).toEqual([somebodys])
    await api.deleteBucket({ Bucket: somebodys })
  })

  test('is told by its name, which S3 takes', () => {
    for (const base of ['contracts', 'a'.repeat(100), 'A.b_c']) {
      const name = newBucketName('t-', base)
      expect(name).toMatch(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/)
      expect(isOwn(name)).toBe(true)
    }
    expect(isOwn('contracts')).toBe(false)
    expect(isOwn('contracts-conformance-0123456789ab-live')).toBe(false)
  })
})
