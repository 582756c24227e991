import { ListBucketsCommand } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { soundModel } from '../../support/analyze-folder.ts'
import { requires } from '../../support/requires.ts'
import { s3Account } from '../../support/s3-server.ts'
import { s3Client } from '../../support/servers/s3-client.ts'
import { startS3rver } from '../../support/servers/s3rver.ts'
import { mutations } from './live/s3-mutations.ts'
import { type S3Trial, s3Trial, titleOf, tried } from './live/s3-suite.ts'

// The live tests of S3 for a small spec: all of them hold, and the main mechanisms are missed when they are gone. Every
// mechanism, and servers that do not keep their word, are tried in live-s3-full.test.ts.

const library = soundModel('test/emit/conformance/library')

/** What a server is not demanded to do. */
const excuses = [
  /^no request counts as one without TLS here$/,
  /^the server gives no session with a policy of its own/,
  /^there is no second user/,
  /^the server knows no public access block$/,
]

describe('on a server with locks', { tags: ['full'] }, () => {
  let trial: S3Trial

  beforeAll(async () => {
    trial = await s3Trial(library, await s3Account())
  })
  afterAll(() => trial?.stop())
  requires(() => trial.account.features.locks || `${trial.account.server} enforces no locks`)

  test('every proof holds, and what cannot be tried is said', async () => {
    const { failed, proved, left } = await tried(await trial.open(), trial.claims)
    expect(failed).toEqual([])
    expect(proved.length).toBeGreaterThan(90)
    expect(proved.length + left.length).toBe(trial.claims.length)
    for (const reason of new Set(left))
      expect(
        excuses.some((one) => one.test(reason)),
        reason,
      ).toBe(true)
  })

  test('nothing is left behind', async () => {
    const client = s3Client(trial.account)
    const buckets = async (): Promise<readonly (string | undefined)[]> =>
      ((await client.send(new ListBucketsCommand({}))).Buckets ?? [])
        .map(({ Name }) => Name)
        .filter((name) => name?.startsWith(trial.account.prefix))
    const before = await buckets()
    expect(await trial.openAndClose()).toEqual([])
    expect(await buckets()).toEqual(before)
    client.destroy()
  })

  /** What is waited for is tried above. */
  const isSlow = (name: string): boolean => name.endsWith('when its time has come')

  describe('the live tests find it where', { tags: ['full'] }, () => {
    const main = [
      'versions are suspended',
      'the lock is left off',
      'the lock is shorter',
      'the lock has the other mode',
      'the life cycle has no rules',
      'the policy is gone',
      'keys have no tenant',
      'URLs live longer',
    ]

    test.each(main)('%s', async (name) => {
      const { guarantees = [], generated, done } = mutations[name] ?? {}
      const session = await trial.open(generated === undefined ? {} : { generated })
      await done?.(session)
      const claims = trial.claims.filter(
        ({ guarantee, name: claim }) => guarantees.includes(guarantee) && !isSlow(claim),
      )
      const { failed } = await tried(session, claims)
      for (const guarantee of guarantees) expect(failed).toContainEqual(expect.stringMatching(`^${guarantee}: `))
    })
  })
})

test('on a server that knows buckets and objects alone the plain operations are proved, and the rest is skipped by name', {
  tags: ['full'],
}, async () => {
  const { endpoint, stop } = await startS3rver()
  const trial = await s3Trial(library, { ...endpoint, prefix: 't-', stop })
  try {
    const { failed, proved, left } = await tried(await trial.open(), trial.claims)
    expect(failed).toEqual([])
    expect(left.length).toBeGreaterThan(50)
    const plain = trial.claims.filter(({ guarantee }) => ['objects', 'object keys'].includes(guarantee))
    expect(proved).toEqual(expect.arrayContaining(plain.map(titleOf)))
    const beyond = /^(versions|lock|life cycle|public access|limits of uploads|tenant prefix): /
    expect(proved.filter((title) => beyond.test(title))).toEqual([])
    expect(left).toContain('the server verifies no signatures: it takes a tampered URL')
  } finally {
    await trial.stop()
  }
})
