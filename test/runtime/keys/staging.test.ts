import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Description } from '../../../runtime/src/description/description.ts'
import { InvalidInput } from '../../../runtime/src/errors/errors.ts'
import { parseStagingKey, stagingBucket, stagingKey, stagingPrefix } from '../../../runtime/src/keys/staging.ts'
import { anyUlid } from '../../emit/s3/parameters.ts'

test('a staged key says whose it is and reads back', () => {
  fc.assert(
    fc.property(fc.option(anyUlid, { nil: undefined }), anyUlid, (tenant, upload) => {
      const key = stagingKey(tenant, upload)
      expect(key.startsWith(stagingPrefix)).toBe(true)
      expect(parseStagingKey(key)).toEqual(tenant === undefined ? { upload } : { tenant, upload })
    }),
  )
})

test('nothing else is one', () => {
  const key = stagingKey('01HZZZZZZZ0000000000000001', '01HZZZZZZZ0000000000000002')
  for (const other of [`/${key}`, `${key}/x`, key.toLowerCase(), key.replace(stagingPrefix, ''), 'shared/x', '']) {
    expect(parseStagingKey(other), other).toBeUndefined()
  }
  expect(() => stagingKey('..', '01HZZZZZZZ0000000000000002')).toThrow(InvalidInput)
  expect(() => stagingKey(undefined, '../../x')).toThrow(InvalidInput)
})

test('what is staged lies in a bucket without a lock, or nowhere', () => {
  const lock = { mode: 'COMPLIANCE', days: 1 } as const
  const of = (buckets: NonNullable<Description['s3']>['buckets']): Description => ({
    project: 'p',
    entities: {},
    valueTypes: {},
    enums: {},
    urls: {},
    s3: { presignSeconds: 1, pathStyle: true, region: 'R', buckets },
  })
  const locked = { env: 'A', versioned: true, lock }
  expect(stagingBucket(of({ locked, free: { env: 'B', versioned: false } }))).toBe('free')
  expect(stagingBucket(of({ locked }))).toBeUndefined()
})
