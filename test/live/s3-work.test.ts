import { createHash } from 'node:crypto'
import { GetObjectCommand, PutObjectCommand, type S3 } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Session } from '../../templates/conformance/live/s3/session.ts'
import { narrowed } from '../../templates/conformance/live/s3/sessions.ts'
import { type S3Trial, s3Trial } from '../emit/conformance/live/s3-suite.ts'
import { soundModel } from '../support/analyze-folder.ts'
import { requires } from '../support/requires.ts'
import { s3Account } from '../support/s3-server.ts'
import { given } from '../support/servers/server.ts'
import { clientOf } from './s3-trial.ts'

// What an application does with the S3 part of the reference spec's package: files of two tenants, links for browsers, and
// a signed contract that nobody can take back.

/** The parts of the package that are used here, as they are at run time. */
interface StoredObject {
  readonly bucket: { readonly name: string; readonly env: string }
  readonly contentType: string
  readonly maxBytes: number
  readonly presignSeconds: number
  key(parameters: object): string
  parse(key: string): object | undefined
}
interface S3Module {
  readonly objects: Readonly<Record<string, StoredObject>>
  bucketName(bucket: object, environment: object): string
  tenantPrefix(tenant: string): string
  tenantPolicy(bucket: string, tenant: string): object
}
interface Ids {
  newUlid(): string
}

let trial: S3Trial
let session: Session
let api: S3
let s3: S3Module
let newUlid: () => string
const secondsOfLock = 4

beforeAll(async () => {
  trial = await s3Trial(soundModel('spec'), await s3Account())
  if (!trial.account.features.locks) return
  session = await trial.open()
  api = session.api
  s3 = await trial.load<S3Module>('s3/index.ts')
  newUlid = (await trial.load<Ids>('ids.ts')).newUlid
})
afterAll(() => trial?.stop())
requires(() => trial.account.features.locks || `${trial.account.server} enforces no locks`)

function objectOf(name: string): StoredObject {
  const found = s3.objects[name]
  if (found === undefined) throw new Error(`the package has no object ${name}`)
  return found
}

/** The real name of an object's bucket, by the environment, as the package finds it. */
const bucketOf = ({ bucket }: StoredObject): string => s3.bucketName(bucket, session.used.environment)

async function store(object: StoredObject, parameters: object, Body: string): Promise<string> {
  const Key = object.key(parameters)
  await api.putObject({ Bucket: bucketOf(object), Key, Body, ContentType: object.contentType })
  return Key
}

describe('the files of a tenant', () => {
  test('each kind is stored under its key, and the key says what it is of', async () => {
    const narrative = objectOf('Strategy.narrative')
    const [tenant, other, strategy] = [newUlid(), newUlid(), newUlid()]
    const drafts = [1, 2, 3].map((version) => ({ tenant, refId: strategy, version, object: newUlid() }))
    const keys = []
    for (const draft of drafts) keys.push(await store(narrative, draft, `draft ${draft.version}`))
    await store(narrative, { tenant: other, refId: newUlid(), version: 1, object: newUlid() }, 'of somebody else')

    const { Contents = [] } = await api.listObjectsV2({ Bucket: bucketOf(narrative), Prefix: s3.tenantPrefix(tenant) })
    expect(Contents.map(({ Key }) => Key)).toEqual(keys)
    expect(Contents.map(({ Key = '' }) => narrative.parse(Key))).toEqual(drafts)
    const read = await api.getObject({ Bucket: bucketOf(narrative), Key: keys[1] })
    expect(await read.Body?.transformToString()).toBe('draft 2')
    expect(read.ContentType).toBe('text/markdown')
  })

  test('what was overwritten by mistake is still there', async () => {
    const content = objectOf('ActivityOutput.content')
    const Bucket = bucketOf(content)
    const Key = content.key({ tenant: newUlid(), refId: newUlid(), object: newUlid() })
    const { VersionId } = await api.putObject({ Bucket, Key, Body: 'first', ContentType: content.contentType })
    await api.putObject({ Bucket, Key, Body: 'second', ContentType: content.contentType })
    await api.deleteObject({ Bucket, Key })
    const first = await api.getObject({ Bucket, Key, VersionId })
    expect(await first.Body?.transformToString()).toBe('first')
  })
})

describe('links for a browser', () => {
  test('one to download lives as long as the spec says', async () => {
    const output = objectOf('ActivityOutput.data')
    const Key = await store(output, { tenant: newUlid(), refId: newUlid(), object: newUlid() }, '{"a":1}')
    const command = new GetObjectCommand({ Bucket: bucketOf(output), Key })
    const url = await getSignedUrl(api, command, { expiresIn: output.presignSeconds })
    expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe(String(output.presignSeconds))
    const response = await fetch(url)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(await response.json()).toEqual({ a: 1 })
  })

  test('one to upload takes a file of the size and the type that were agreed on', async () => {
    const site = objectOf('OnboardingRun.site')
    const [Bucket, Key] = [bucketOf(site), site.key({ tenant: newUlid(), refId: newUlid(), object: newUlid() })]
    const file = 'what a page says'
    expect(file.length).toBeLessThanOrEqual(site.maxBytes)
    const command = new PutObjectCommand({ Bucket, Key, ContentType: site.contentType, ContentLength: file.length })
    const signableHeaders = new Set(['host', 'content-type', 'content-length'])
    const url = await getSignedUrl(api, command, { expiresIn: site.presignSeconds, signableHeaders })
    const headers = { 'content-type': site.contentType }
    const upload = async (body: string, type: string): Promise<number> =>
      (await fetch(url, { method: 'PUT', body, headers: { ...headers, 'content-type': type } })).status
    expect(await upload('x'.repeat(file.length + 1), site.contentType)).toBe(403)
    expect(await upload(file, 'text/html')).toBe(403)
    expect(await upload(file, site.contentType)).toBe(200)
    const { ContentType, ContentLength } = await api.headObject({ Bucket, Key })
    expect({ ContentType, ContentLength }).toEqual({ ContentType: site.contentType, ContentLength: file.length })
  })
})

describe('a signed contract', () => {
  /** What was put where it can still be removed, and is looked at before it is locked. */
  async function staged(body: string): Promise<{ readonly bucket: string; readonly key: string }> {
    const [bucket, key] = [bucketOf(objectOf('ActivityOutput.content')), `staging/${newUlid()}`]
    await api.putObject({ Bucket: bucket, Key: key, Body: body, ContentType: objectOf('Contract.pdf').contentType })
    const { Body } = await api.getObject({ Bucket: bucket, Key: key })
    const hash = createHash('sha256').update((await Body?.transformToByteArray()) ?? '')
    expect(hash.digest('hex')).toBe(createHash('sha256').update(body).digest('hex'))
    return { bucket, key }
  }

  test('is staged, looked at, copied under a lock, confirmed, and then stays', async () => {
    const pdf = objectOf('Contract.pdf')
    const body = '%PDF-1.7 signed'
    const { bucket, key } = await staged(body)
    const [Bucket, Key] = [bucketOf(pdf), pdf.key({ tenant: newUlid(), refId: newUlid(), object: newUlid() })]
    const until = session.clock.in(secondsOfLock)
    await api.copyObject({
      Bucket,
      Key,
      CopySource: `${bucket}/${key}`,
      ObjectLockMode: 'COMPLIANCE',
      ObjectLockRetainUntilDate: until,
    })
    // Some servers do not tell the version of a copy, and overlook the lock that comes with it: what is confirmed counts.
    const first = await api.headObject({ Bucket, Key })
    const version = { Bucket, Key, VersionId: first.VersionId }
    if (first.ObjectLockMode === undefined) {
      await api.putObjectRetention({ ...version, Retention: { Mode: 'COMPLIANCE', RetainUntilDate: until } })
    }
    const { ObjectLockMode, ObjectLockRetainUntilDate, ContentType } = await api.headObject(version)
    expect({ ObjectLockMode, ContentType }).toEqual({ ObjectLockMode: 'COMPLIANCE', ContentType: pdf.contentType })
    expect(Math.abs((ObjectLockRetainUntilDate?.getTime() ?? 0) - until.getTime())).toBeLessThan(1000)
    await api.deleteObject({ Bucket: bucket, Key: key })

    await expect(api.deleteObject(version)).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } })
    const sooner = new Date(until.getTime() - 1000)
    const shorter = { Mode: 'COMPLIANCE', RetainUntilDate: sooner } as const
    for (const bypass of [{}, { BypassGovernanceRetention: true }]) {
      const shortening = api.putObjectRetention({ ...version, Retention: shorter, ...bypass })
      await expect(shortening).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } })
    }
    await api.deleteObject({ Bucket, Key })
    const kept = await api.getObject(version)
    expect(await kept.Body?.transformToString()).toBe(body)
  })

  test('is found by whoever tries again, and not copied a second time', async () => {
    const pdf = objectOf('Contract.pdf')
    const [Bucket, Key] = [bucketOf(pdf), pdf.key({ tenant: newUlid(), refId: newUlid(), object: newUlid() })]
    const { bucket, key } = await staged('%PDF-1.7 once')
    /** Looks before it copies, as whoever resumes an interrupted attempt does. */
    const attempt = async (): Promise<string | undefined> => {
      const there = await api.headObject({ Bucket, Key }).catch(() => undefined)
      const source = await api.headObject({ Bucket: bucket, Key: key })
      if (there !== undefined && there.ETag === source.ETag) return there.VersionId
      await api.copyObject({ Bucket, Key, CopySource: `${bucket}/${key}` })
      return (await api.headObject({ Bucket, Key })).VersionId
    }
    expect(await attempt()).toBe(await attempt())
    const { Versions = [] } = await api.listObjectVersions({ Bucket, Prefix: Key })
    expect(Versions).toHaveLength(1)
  })

  test('is locked for years where nobody says for how long', async ({ skip }) => {
    if (given('S3_ENDPOINT') !== undefined) return skip('the server outlives this run, and the object would for years')
    const pdf = objectOf('Contract.pdf')
    const Bucket = s3.bucketName(pdf.bucket, session.described.environment)
    if (!session.features.writesWhereAclsAreBlocked) await api.deletePublicAccessBlock({ Bucket })
    const Key = pdf.key({ tenant: newUlid(), refId: newUlid(), object: newUlid() })
    const put = await api.putObject({ Bucket, Key, Body: 'x', ChecksumAlgorithm: 'SHA256' })
    const { Retention } = await api.getObjectRetention({ Bucket, Key, VersionId: put.VersionId })
    const days = ((Retention?.RetainUntilDate?.getTime() ?? 0) - Date.now()) / 86_400_000
    expect(Retention?.Mode).toBe('COMPLIANCE')
    expect(Math.abs(days - 7 * 365)).toBeLessThan(3)
  })
})

test('a session of one tenant reaches the files of that tenant alone', async ({ skip }) => {
  const { account } = trial
  if (account.sessionRole === undefined) return skip('it is not known which role may be narrowed')
  const narrative = objectOf('Strategy.narrative')
  const Bucket = bucketOf(narrative)
  const [mine, other] = [newUlid(), newUlid()]
  const keyOf = (tenant: string): Promise<string> =>
    store(narrative, { tenant, refId: newUlid(), version: 1, object: newUlid() }, 'a plan')
  const [own, foreign] = [await keyOf(mine), await keyOf(other)]
  const policy = s3.tenantPolicy(Bucket, mine)
  const client = clientOf(account, await narrowed(api, { role: account.sessionRole }, policy, new Date()))
  expect((await client.getObject({ Bucket, Key: own })).ContentLength).toBe('a plan'.length)
  for (const refused of [
    () => client.getObject({ Bucket, Key: foreign }),
    () => client.putObject({ Bucket, Key: foreign, Body: 'x' }),
    () => client.deleteObject({ Bucket, Key: own }),
    () => client.listObjectsV2({ Bucket }),
  ]) {
    await expect(refused()).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } })
  }
  client.destroy()
})
