import { describe, expect, test } from 'vitest'
import { bucketsOf } from '../../generator/catalog/s3/index.ts'
import { bucketName, namedBuckets } from '../../generator/live/s3/bucket-name.ts'
import { retainedHere } from '../../generator/live/s3/retention.ts'
import { soundModel } from '../support/analyze-folder.ts'

const buckets = bucketsOf(soundModel('spec'))
const locked = buckets.filter(({ retention }) => retention !== undefined)

describe.each(locked)('the lock of bucket $name', (bucket) => {
  const spec = bucket.retention?.Days ?? 0
  test.each([
    { stage: 'test', asked: '1', days: 1, note: /shortened/ },
    { stage: 'staging', asked: String(spec - 1), days: spec - 1, note: /shortened/ },
    { stage: 'production', asked: '1', days: spec, note: /is production/ },
    { stage: '', asked: '1', days: spec, note: /STOWAGE_ENV is not set/ },
    { stage: 'test', asked: String(spec), days: spec, note: /no longer/ },
    { stage: 'test', asked: String(spec + 1), days: spec, note: /no longer/ },
    { stage: 'test', asked: '0', days: spec, note: /whole number/ },
    { stage: 'test', asked: '-1', days: spec, note: /whole number/ },
    { stage: 'test', asked: '1.5', days: spec, note: /whole number/ },
    { stage: 'test', asked: '1e1', days: spec, note: /whole number/ },
    { stage: 'test', asked: 'soon', days: spec, note: /whole number/ },
  ])('$asked days in stage "$stage" make it $days days', ({ stage, asked, days, note }) => {
    const here = retainedHere(bucket, { STOWAGE_ENV: stage, STOWAGE_LOCK_RETAIN_DAYS: asked })
    expect(here.description).toEqual({ ...bucket, retention: { ...bucket.retention, Days: days } })
    expect(here.note).toMatch(note)
  })

  test('nobody asks: it is as the spec says, and nothing is told', () => {
    expect(retainedHere(bucket, { STOWAGE_ENV: 'test' })).toEqual({ description: bucket })
  })
})

test('the reference spec has a locked bucket and another one, which is never told of', () => {
  expect(locked.length).toBeGreaterThan(0)
  for (const bucket of buckets.filter((one) => !locked.includes(one))) {
    expect(retainedHere(bucket, { STOWAGE_LOCK_RETAIN_DAYS: '1' })).toEqual({ description: bucket })
  }
})

describe('the real names of buckets', () => {
  test('are in the environment', () => {
    const environment = Object.fromEntries(buckets.map(({ env, name }) => [env, `real-${name}`]))
    expect(namedBuckets(buckets, environment).map(({ name }) => name)).toEqual(
      buckets.map(({ name }) => `real-${name}`),
    )
  })

  test('that are missing are named all at once', () => {
    const variables = buckets.map(({ env }) => env)
    const error = expect.objectContaining({ name: 'BucketVariablesError', variables })
    expect(() => namedBuckets(buckets, {})).toThrow(error)
    expect(() => namedBuckets(buckets, Object.fromEntries(variables.map((name) => [name, ''])))).toThrow(error)
    for (const bucket of buckets) expect(() => bucketName(bucket, {})).toThrow(bucket.env)
  })

  // Source of the rule: AWS, "General purpose bucket naming rules".
  test.each([
    'Bad_Name',
    'ab',
    'a'.repeat(64),
    'UPPER',
    '-first',
    'last-',
    '.first',
    'last.',
    'two..dots',
    '192.168.5.4',
    'é-name',
    'a b',
    'name\n',
  ])('are refused where S3 takes none like %j', (name) => {
    const [first, ...others] = buckets
    if (first === undefined) throw new Error('there is no bucket')
    const environment = Object.fromEntries(others.map(({ env, name: known }) => [env, `real-${known}`]))
    const error = expect.objectContaining({ name: 'BucketVariablesError', variables: [first.env] })
    expect(() => namedBuckets(buckets, { ...environment, [first.env]: name })).toThrow(error)
    expect(() => namedBuckets(buckets, { ...environment, [first.env]: name })).toThrow(/3 to 63 small letters/)
  })

  test.each(['abc', 'a'.repeat(63), '0-0', 'my.example.bucket', '192.168.5.4.5', '1-2.3'])('may be %j', (name) => {
    const some = buckets.slice(0, 1)
    expect(namedBuckets(some, Object.fromEntries(some.map(({ env }) => [env, name])))).toMatchObject([{ name }])
  })

  test('that are the same are refused: one bucket cannot be two', () => {
    const environment = Object.fromEntries(buckets.map(({ env }) => [env, 'one']))
    expect(() => namedBuckets(buckets, environment)).toThrow(/both name the bucket one/)
  })
})
