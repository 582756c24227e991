import { describe, expect, test } from 'vitest'
import type { ObjectFact } from './expected/facts.ts'
import { buckets, objects } from './expected/s3.ts'
import { foundBuckets, foundObject, foundObjects, random, sampleKey, tenantVariable } from './reading/s3.ts'

const nameOf = (fact: ObjectFact): string => `${fact.entity}.${fact.name}`
const sorted = (names: readonly string[]): readonly string[] => [...names].sort()

/** Texts that leave their place in a key, or that some program on the way would read otherwise. */
const hostile: readonly unknown[] = [
  '',
  '.',
  '..',
  '../x',
  'a/b',
  '/',
  '//',
  'a\\b',
  '%2e%2e',
  '%2F',
  'a%00b',
  'a\0b',
  'a b',
  'a\nb',
  '?x',
  '#x',
  '*',
  'a&b',
  '{object}',
  'é',
  '\u202Ea',
  '\uFEFF',
  'a'.repeat(2_000),
  ' 01ARZ3NDEKTSV4RRFFQ69G5FAV',
  '01arz3ndektsv4rrffq69g5fav',
  '8ZZZZZZZZZZZZZZZZZZZZZZZZZ',
  null,
  undefined,
  {},
  [],
  Number.NaN,
  -1,
  1.5,
  true,
  new Date(Number.NaN),
]

describe('the objects of the package', () => {
  test('are those of the spec and no other', () => {
    expect(sorted(foundObjects.map(({ name }) => name))).toEqual(sorted(objects.map(nameOf)))
  })

  test('are told apart by their keys', () => {
    const confused = objects.flatMap((fact) => {
      const { key } = sampleKey(fact, random(1))
      const readers = foundObjects.filter(
        (object) => object.bucket.name === fact.bucket && object.parse(key) !== undefined,
      )
      return readers
        .map(({ name }) => name)
        .filter((name) => name !== nameOf(fact))
        .map((name) => `${key} is read as ${name}`)
    })
    expect(confused).toEqual([])
  })
})

describe.each(objects.map((fact) => ({ name: nameOf(fact), fact })))('object $name', ({ fact }) => {
  const variables = fact.path.flat().filter((piece) => typeof piece !== 'string')

  test('is described as in the spec', () => {
    const { bucket, contentType, maxBytes, write, presignSeconds } = foundObject(fact)
    expect({ bucket: bucket.name, contentType, maxBytes, write, presignSeconds }).toEqual({
      bucket: fact.bucket,
      contentType: fact.contentType,
      maxBytes: fact.maxBytes,
      write: fact.write,
      presignSeconds: fact.presignSeconds,
    })
  })

  test('has the keys of the spec, and reads them back', () => {
    const object = foundObject(fact)
    const next = random(7)
    for (let round = 0; round < 200; round += 1) {
      const { values, key } = sampleKey(fact, next)
      expect(object.key(values)).toBe(key)
      expect(object.parse(key)).toEqual(values)
    }
  })

  test('has a fresh id in the last segment of its key', () => {
    const fresh = fact.path
      .at(-1)
      ?.filter((piece) => typeof piece !== 'string' && piece.variable === 'object' && piece.form === 'ulid')
    expect(fresh).toHaveLength(1)
    const { values } = sampleKey(fact, random(3))
    const others = sampleKey(fact, random(4)).values
    expect(foundObject(fact).key({ ...values, object: others['object'] })).not.toBe(foundObject(fact).key(values))
  })

  test.each(variables)('refuses what is no $form for $variable', ({ variable, form, pattern = '^' }) => {
    const object = foundObject(fact)
    const { values } = sampleKey(fact, random(11))
    // A shared record may have no tenant; any other is wrong there too.
    const mayBeNull = fact.tenancy === 'shared' && variable === tenantVariable
    const accepted = hostile.filter((value) => {
      if (value === null && mayBeNull) return false
      const isPlain = form === 'slug' && typeof value === 'string' && /^\w{1,100}$/.test(value)
      if (isPlain && new RegExp(pattern).test(value)) return false
      try {
        object.key({ ...values, [variable]: value })
        return true
      } catch {
        return false
      }
    })
    expect(accepted).toEqual([])
  })

  test('does not read what is no key of its own', () => {
    const object = foundObject(fact)
    const { key } = sampleKey(fact, random(13))
    const foreign = [
      '',
      '/',
      `/${key}`,
      `${key}/`,
      `${key}\n`,
      `x/${key}`,
      key.replace('/', '//'),
      key.replace('/', '/../'),
      `${key}\0`,
      key.toLowerCase() === key ? key.toUpperCase() : key.toLowerCase(),
    ]
    expect(foreign.filter((text) => object.parse(text) !== undefined)).toEqual([])
  })

  test('has keys that S3 takes', () => {
    const { key } = sampleKey(fact, random(17))
    expect(new TextEncoder().encode(key).length).toBeLessThanOrEqual(1024)
    expect(key).toMatch(/^[\w.~/-]+$/)
  })

  test('is locked where it is written once and its bucket has a lock', () => {
    const { bucket } = foundObject(fact)
    const wanted = buckets.find(({ name }) => name === fact.bucket)
    expect(bucket.objectLockEnabled).toBe(wanted?.lock !== undefined)
  })
})

describe('the buckets of the package', () => {
  test('are those of the spec and no other', () => {
    expect(sorted(foundBuckets.map(({ name }) => name))).toEqual(sorted(buckets.map(({ name }) => name)))
  })

  test.each(buckets)('$name', (fact) => {
    const bucket = foundBuckets.find(({ name }) => name === fact.name)
    const days = <T>(
      read: (rule: NonNullable<NonNullable<typeof bucket>['lifecycle']['Rules']>[number]) => T | undefined,
    ): readonly T[] =>
      (bucket?.lifecycle.Rules ?? []).flatMap(
        (rule) => (rule.Status === 'Enabled' ? (read(rule) ?? []) : []) as readonly T[],
      )
    const stated = (value: number | undefined): readonly number[] => (value === undefined ? [] : [value])
    expect(bucket?.env).toBe(fact.env)
    expect(bucket?.versioning.Status === 'Enabled', 'versioned').toBe(fact.versioned || fact.lock !== undefined)
    expect(
      days((rule) => rule.Expiration?.Days),
      'expire',
    ).toEqual(stated(fact.expireDays))
    expect(
      days((rule) => rule.NoncurrentVersionExpiration?.NoncurrentDays),
      'noncurrent_expire',
    ).toEqual(stated(fact.noncurrentExpireDays))
    expect(
      days((rule) => rule.AbortIncompleteMultipartUpload?.DaysAfterInitiation),
      'abort_uploads',
    ).toEqual([fact.abortUploadsDays])
    expect(bucket?.publicAccessBlock, 'nothing is public').toEqual({
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: true,
    })
    expect(bucket?.objectLockEnabled, 'lock').toBe(fact.lock !== undefined)
    expect(bucket?.retention?.Mode?.toLowerCase(), 'mode').toBe(fact.lock?.mode)
    expect(bucket?.retention?.Days, 'retention').toBe(fact.lock?.retainDays)
    expect(JSON.stringify(bucket ?? {}), 'no default retention').not.toContain('DefaultRetention')
  })
})
