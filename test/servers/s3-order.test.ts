import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadBucketCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type S3Account, s3Account } from '../support/s3-server.ts'
import { findRadosgw } from '../support/servers/radosgw.ts'
import { s3Client } from '../support/servers/s3-client.ts'
import { startS3rver } from '../support/servers/s3rver.ts'
import { keeperWith } from './keeper-with.ts'

const s3 = { want: 's3' } as const
const nothing = { S3_ENDPOINT: '', AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', PATH: '/nowhere' }
const { missing } = findRadosgw()

describe('S3 is looked for', { tags: ['full'] }, () => {
  test('on the PATH as radosgw, which is seen to lock, to verify and to obey policies', async ({ skip }) => {
    skip(missing !== '', missing)
    const keeper = await keeperWith({ ...nothing, PATH: process.env.PATH ?? '', REQUIRE_REAL: '1' })
    const account = await keeper.lease<S3Account>(s3)
    expect(account).toMatchObject({ kind: 'real', features: { locks: true, signatures: true, policies: true } })
    expect(account.prefix).toMatch(/^t-[0-9a-f]+-$/)
    expect(await keeper.facts()).toMatchObject([{ product: expect.stringMatching(/^radosgw \d+\./), remarks: [] }])
  })

  test('in s3rver last, which says what it cannot do', async () => {
    const keeper = await keeperWith(nothing)
    const account = await keeper.lease<S3Account>(s3)
    expect(account).toMatchObject({ kind: 'stand-in', features: { locks: false, policies: false } })
    expect(account.otherCredentials).toBeUndefined()
    const [facts] = await keeper.facts()
    expect(facts?.remarks).toEqual(expect.arrayContaining(['S3_ENDPOINT is not set', 'it enforces no locks']))
    const client = s3Client(account)
    const at = { Bucket: `${account.prefix}plain`, Key: 'a/b.txt' }
    await client.send(new CreateBucketCommand({ Bucket: at.Bucket }))
    await client.send(new PutObjectCommand({ ...at, Body: 'hello' }))
    expect(await (await client.send(new GetObjectCommand(at))).Body?.transformToString()).toBe('hello')
    await account.stop()
    await expect(client.send(new HeadBucketCommand({ Bucket: at.Bucket }))).rejects.toThrow()
  })

  test('and REQUIRE_REAL=1 refuses s3rver by name', async () => {
    const keeper = await keeperWith({ ...nothing, REQUIRE_REAL: '1' })
    await expect(keeper.lease(s3)).rejects.toThrow(/REQUIRE_REAL=1 forbids s3rver.*not on the PATH: radosgw/)
  })

  test('in S3_ENDPOINT first, where a stand-in stays one, and REQUIRE_REAL=1 refuses it', async () => {
    const { endpoint, stop } = await startS3rver()
    onTestFinished(stop)
    const { accessKeyId, secretAccessKey } = endpoint.credentials
    const credentials = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey }
    const environment = { ...nothing, S3_ENDPOINT: endpoint.endpoint, ...credentials }
    const lenient = await keeperWith(environment)
    expect(await lenient.lease(s3)).toMatchObject({ kind: 'stand-in', endpoint: endpoint.endpoint })
    expect(await lenient.facts()).toMatchObject([{ origin: 'S3_ENDPOINT', kind: 'stand-in' }])
    const strict = await keeperWith({ ...environment, REQUIRE_REAL: '1' })
    await expect(strict.lease(s3)).rejects.toThrow(/REQUIRE_REAL=1 forbids 127\.0\.0\.1:\d+.*it enforces no locks/)
    const anonymous = await keeperWith({ ...nothing, S3_ENDPOINT: endpoint.endpoint })
    await expect(anonymous.lease(s3)).rejects.toThrow(/AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY must be set/)
  })
})

describe('a suite on S3', { tags: ['full'] }, () => {
  test('leaves no bucket on a server that stays, whatever versions and locks of seconds it made', {
    tags: ['full'],
  }, async ({ skip }) => {
    skip(missing !== '', missing)
    const theirs = await s3Account()
    const keeper = await keeperWith({
      S3_ENDPOINT: theirs.endpoint,
      AWS_ACCESS_KEY_ID: theirs.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: theirs.credentials.secretAccessKey,
    })
    const suite = await keeper.lease<S3Account>(s3)
    const client = s3Client(suite)
    const [kept, versioned, locked] = [`${theirs.prefix}kept`, `${suite.prefix}versioned`, `${suite.prefix}locked`]
    await client.send(new CreateBucketCommand({ Bucket: kept }))
    await client.send(new CreateBucketCommand({ Bucket: versioned }))
    const VersioningConfiguration = { Status: 'Enabled' } as const
    await client.send(new PutBucketVersioningCommand({ Bucket: versioned, VersioningConfiguration }))
    for (const Body of ['one', 'two']) await client.send(new PutObjectCommand({ Bucket: versioned, Key: 'k', Body }))
    await client.send(new CreateBucketCommand({ Bucket: locked, ObjectLockEnabledForBucket: true }))
    const ObjectLockRetainUntilDate = new Date(Date.now() + 3_000)
    const lock = { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate, ChecksumAlgorithm: 'SHA256' } as const
    await client.send(new PutObjectCommand({ Bucket: locked, Key: 'k', Body: 'x', ...lock }))

    await suite.stop()
    await client.send(new HeadBucketCommand({ Bucket: kept }))
    for (const Bucket of [versioned, locked]) {
      await expect(client.send(new HeadBucketCommand({ Bucket }))).rejects.toMatchObject({ name: 'NotFound' })
    }
    await theirs.stop()
  })

  test('can have days of a second for its life cycles', { tags: ['full'] }, async ({ skip }) => {
    skip(missing !== '', missing)
    const fast = await s3Account({ lcDaySeconds: 1 })
    const shared = await s3Account()
    expect(fast.endpoint).not.toBe(shared.endpoint)
    await Promise.all([fast.stop(), shared.stop()])
    await expect(fetch(fast.endpoint)).rejects.toThrow()
  })
})
