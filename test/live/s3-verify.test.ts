import type { S3 } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bucketsOf } from '../../generator/catalog/s3/index.ts'
import { applyS3 } from '../../generator/live/s3/apply.ts'
import { verifyS3 } from '../../generator/live/s3/verify.ts'
import { soundModel } from '../support/analyze-folder.ts'
import { requires } from '../support/requires.ts'
import { type S3Account, s3Account } from '../support/s3-server.ts'
import { mutations } from './s3-mutations.ts'
import { clientOf, stateOf, survivesDenial, trialOf } from './s3-trial.ts'

const specs = ['spec', 'test/cases/object-lock/spec']
const described = specs.map((folder) => [folder, bucketsOf(soundModel(folder))] as const)

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

const all = described.flatMap(([, buckets]) => buckets)

test('each mutation can be done to a bucket of one of the specs', () => {
  expect(Object.entries(mutations).filter(([, { fits }]) => !all.some(fits))).toEqual([])
})

describe.each(described)('the buckets of %s', { tags: ['full'] }, (_, buckets) => {
  const changes = Object.entries(mutations).flatMap(([name, mutation]) => {
    const bucket = buckets.find(mutation.fits)
    return bucket === undefined ? [] : [{ name, bucket, ...mutation }]
  })

  test.for(changes)('$name: it is named, and nothing else is', async (change, { skip }) => {
    const { bucket, make, facts, mendedBy, needsPolicy = false } = change
    if (needsPolicy && !survivesDenial(account)) skip('the server would lock everybody out')
    const { options, environment, name } = trialOf(account, buckets)
    const names = Object.values(environment).map(String)
    await applyS3(api, buckets, options)
    expect(await verifyS3(api, buckets, options)).toEqual([])
    await make(api, name(bucket), bucket)
    const before = await stateOf(api, names)
    const found = await verifyS3(api, buckets, options)
    expect(found.map(({ fact }) => fact)).toEqual(typeof facts === 'function' ? facts(bucket) : facts)
    for (const { place } of found) expect(place).toContain(name(bucket))
    expect(await stateOf(api, names), 'verify writes nothing').toEqual(before)

    const planned = await applyS3(api, buckets, { ...options, dryRun: true, replace: true })
    expect(planned.differences.length > 0).toBe(mendedBy === 'never')
    expect(await stateOf(api, names), 'a dry run writes nothing').toEqual(before)

    const { differences } = await applyS3(api, buckets, options)
    if (mendedBy === 'apply') expect(differences).toEqual([])
    else {
      expect(differences.map(({ fact }) => fact)).toEqual(found.map(({ fact }) => fact))
      for (const { help } of differences) expect(help).toBeDefined()
      expect(await stateOf(api, names), 'apply leaves it alone').toEqual(before)
    }
    const replaced = await applyS3(api, buckets, { ...options, replace: true })
    if (mendedBy === 'never') {
      expect(replaced.differences.map(({ fact }) => fact)).toEqual(found.map(({ fact }) => fact))
      expect(await stateOf(api, names), 'replace leaves it alone').toEqual(before)
    } else {
      expect(replaced.differences).toEqual([])
      expect(await verifyS3(api, buckets, options)).toEqual([])
    }
  })
})
