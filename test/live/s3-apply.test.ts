import { S3, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { bucketsOf } from '../../generator/catalog/s3/index.ts'
import type { ApplyReport, Difference, Step } from '../../generator/live/report.ts'
import { applyS3 } from '../../generator/live/s3/apply.ts'
import { verifyS3 } from '../../generator/live/s3/verify.ts'
import type { S3Options } from '../../generator/live/s3/wanted.ts'
import { soundModels } from '../emit/package/cases.ts'
import { packageFiles, Workshop } from '../emit/package/generated-package.ts'
import { requires } from '../support/requires.ts'
import { type S3Account, s3Account } from '../support/s3-server.ts'
import { clientOf, stateOf, trialOf } from './s3-trial.ts'

const specs = soundModels().filter(([, { project }]) => project.stores.s3 !== undefined)
const [, reference] = specs[0] ?? []
const buckets = reference === undefined ? [] : bucketsOf(reference)
const locked = buckets.find(({ objectLockEnabled }) => objectLockEnabled)
const free = buckets.find(({ objectLockEnabled }) => !objectLockEnabled)

const workshop = new Workshop()
let account: S3Account
let api: S3
/** Names of the commands that went to the server. */
let sent: string[] = []

beforeAll(async () => {
  account = await s3Account()
  api = clientOf(account)
  api.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        sent.push(String(commandName))
        return await next(args)
      },
    { step: 'initialize' },
  )
})
afterAll(async () => {
  workshop.remove()
  api?.destroy()
  await account?.stop()
})
requires(() => account.features.locks || `${account.server} enforces no locks`)

const written = (): readonly string[] => sent.filter((name) => /^(Put|Create|Delete)/.test(name))
const done = ({ steps }: ApplyReport): readonly Step[] => steps.filter(({ action }) => action !== 'keep')

describe.each(specs)('%s', (_, model) => {
  const all = bucketsOf(model)

  test('buckets are made, a dry run only says so, a second run changes nothing', async () => {
    const { options, environment } = trialOf(account, all)
    const names = Object.values(environment).map(String)
    sent = []
    const planned = await applyS3(api, all, { ...options, dryRun: true })
    expect(written()).toEqual([])
    expect(await verifyS3(api, all, options)).toMatchObject(all.map(() => ({ fact: 'missing' })))

    const first = await applyS3(api, all, options)
    expect(first).toEqual(planned)
    expect(first.differences).toEqual([])
    expect(done(first).filter(({ place }) => place.startsWith('bucket '))).toHaveLength(all.length)
    expect(await verifyS3(api, all, options)).toEqual([])

    const before = await stateOf(api, names)
    sent = []
    const second = await applyS3(api, all, options)
    expect(done(second)).toEqual([])
    expect(second.differences).toEqual([])
    expect(written()).toEqual([])
    expect(await stateOf(api, names)).toEqual(before)
  })
})

test('several processes at once make every bucket once', async () => {
  const { options } = trialOf(account, buckets)
  const others = Array.from({ length: 3 }, () => clientOf(account))
  const reports = await Promise.all([api, ...others].map((one) => applyS3(one, buckets, options)))
  for (const one of others) one.destroy()
  expect(reports.flatMap(({ differences }) => differences)).toEqual([])
  expect(await verifyS3(api, buckets, options)).toEqual([])
})

test("the package's own functions do the same with any client of the SDK", async () => {
  if (reference === undefined) throw new Error('there is no reference spec')
  workshop.write(packageFiles(reference), 'spec')
  const module: {
    applyBuckets(client: S3Client, options: S3Options): Promise<ApplyReport>
    verifyBuckets(client: S3Client, options: S3Options): Promise<readonly Difference[]>
  } = await import(workshop.url('spec/provider-db/src/s3/index.ts'))
  const { options } = trialOf(account, buckets)
  const { endpoint, region, credentials } = account
  const client = new S3Client({ endpoint, region, credentials: { ...credentials }, forcePathStyle: true })
  const report = await module.applyBuckets(client, options)
  expect(report.differences).toEqual([])
  expect(done(report).length).toBeGreaterThan(buckets.length)
  expect(await module.verifyBuckets(client, options)).toEqual([])
  expect(await verifyS3(api, buckets, options)).toEqual([])
  client.destroy()
})

describe('a bucket that is there', () => {
  test('without a lock that is wanted is a difference with a way out, also where it may be replaced', async () => {
    const { options, name } = trialOf(account, buckets)
    await api.createBucket({ Bucket: name(locked) })
    for (const replace of [false, true]) {
      const { differences } = await applyS3(api, buckets, { ...options, replace })
      expect(differences).toMatchObject([
        {
          fact: 'object lock',
          wanted: 'Enabled',
          found: expect.stringMatching(/^off/),
          help: expect.stringMatching(/copy/),
        },
      ])
    }
    const [only] = await verifyS3(api, buckets, options)
    expect(only?.place).toContain(name(locked))
  })

  test('with a lock that nobody wants stays so', async () => {
    const { options, name } = trialOf(account, buckets)
    await api.createBucket({ Bucket: name(free), ObjectLockEnabledForBucket: true })
    const { differences } = await applyS3(api, buckets, { ...options, replace: true })
    expect(differences).toMatchObject([{ fact: 'object lock', wanted: 'off', help: expect.any(String) }])
  })

  test('of somebody else is a difference, and nothing of it is touched', async ({ skip }) => {
    const { otherCredentials } = account
    if (otherCredentials === undefined) return skip('the server has one user only')
    const { options, name } = trialOf(account, buckets)
    const owner = clientOf(account, otherCredentials)
    await owner.createBucket({ Bucket: name(free) })
    const before = await stateOf(owner, [name(free)])
    const { differences } = await applyS3(api, buckets, { ...options, replace: true })
    expect(differences).toMatchObject([{ fact: 'access', help: expect.stringContaining('another account') }])
    expect(await verifyS3(api, buckets, options)).toMatchObject([{ fact: 'access' }])
    expect(await stateOf(owner, [name(free)])).toEqual(before)
    await owner.deleteBucket({ Bucket: name(free) })
    owner.destroy()
  })
})

test('a lock is shortened for a stage that is not production, and a person is told', async () => {
  const { options, environment, name } = trialOf(account, buckets)
  const notes: string[] = []
  const shortened = {
    ...options,
    environment: { ...environment, STOWAGE_ENV: 'test', STOWAGE_LOCK_RETAIN_DAYS: '1' },
    note: (text: string) => notes.push(text),
  }
  await applyS3(api, buckets, shortened)
  const { ObjectLockConfiguration } = await api.getObjectLockConfiguration({ Bucket: name(locked) })
  expect(ObjectLockConfiguration?.Rule?.DefaultRetention).toMatchObject({ Mode: locked?.retention?.Mode, Days: 1 })
  expect(notes).toEqual([expect.stringContaining(`shortened from ${locked?.retention?.Days} days to 1`)])
  expect(await verifyS3(api, buckets, shortened)).toEqual([])
  expect(await verifyS3(api, buckets, options)).toMatchObject([{ fact: 'default retention' }])
})

test('over plain http no bucket denies plain requests, and a person is told', async ({ skip }) => {
  if (!account.endpoint.startsWith('http:')) return skip('the server speaks TLS')
  const { environment, name } = trialOf(account, buckets)
  const notes: string[] = []
  const options = { environment, note: (text: string) => notes.push(text) }
  expect((await applyS3(api, buckets, options)).differences).toEqual([])
  await expect(api.getBucketPolicy({ Bucket: name(free) })).rejects.toThrow(
    expect.objectContaining({ name: 'NoSuchBucketPolicy' }),
  )
  expect(notes).toEqual([expect.stringMatching(/without TLS/)])
  expect(await verifyS3(api, buckets, options)).toEqual([])
  expect(await verifyS3(api, buckets, { environment, denyInsecure: 'always' })).toMatchObject(
    buckets.map(() => ({ fact: 'policy DenyInsecureTransport' })),
  )
})

test('nor where the endpoint is found in the environment, which the client keeps to itself', async ({ skip }) => {
  if (!account.endpoint.startsWith('http:')) return skip('the server speaks TLS')
  vi.stubEnv('AWS_ENDPOINT_URL_S3', account.endpoint)
  const client = new S3({ region: account.region, credentials: account.credentials, forcePathStyle: true })
  try {
    const { environment, name } = trialOf(account, buckets)
    const found = { ...environment, AWS_ENDPOINT_URL_S3: account.endpoint }
    expect((await applyS3(client, buckets, { environment: found })).differences).toEqual([])
    await expect(api.getBucketPolicy({ Bucket: name(free) })).rejects.toThrow(
      expect.objectContaining({ name: 'NoSuchBucketPolicy' }),
    )
  } finally {
    client.destroy()
    vi.unstubAllEnvs()
  }
})

test('keys that nobody knows, and a server that is not there, are errors of the client', async () => {
  const { options } = trialOf(account, buckets)
  const stranger = clientOf(account, { accessKeyId: 'NOBODY00000000000001', secretAccessKey: 'nobody' })
  await expect(applyS3(stranger, buckets, options)).rejects.toThrow(
    expect.objectContaining({ name: 'InvalidAccessKeyId' }),
  )
  const lost = clientOf({ ...account, endpoint: 'http://127.0.0.1:1' })
  await expect(verifyS3(lost, buckets, options)).rejects.toThrow(expect.objectContaining({ code: 'ECONNREFUSED' }))
  stranger.destroy()
  lost.destroy()
})
