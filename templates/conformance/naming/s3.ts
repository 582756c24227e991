import { describe, expect, test } from 'vitest'
import { conventions } from '../expected/project.ts'
import { objects } from '../expected/s3.ts'
import { breach } from '../reading/naming.ts'
import { foundBuckets, foundObject, random, sampleKey } from '../reading/s3.ts'

describe('names in S3', () => {
  test('buckets follow their convention', () => {
    expect(foundBuckets.flatMap(({ name }) => breach(name, conventions.s3.bucket) ?? [])).toEqual([])
  })

  test.each(objects.map((fact) => ({ name: `${fact.entity}.${fact.name}`, fact })))(
    'segments of $name follow their convention',
    ({ fact }) => {
      const key = foundObject(fact).key(sampleKey(fact, random(9)).values)
      // Segments that hold a variable are data; the others are names.
      const named = key.split('/').filter((_, at) => fact.path[at]?.every((piece) => typeof piece === 'string'))
      expect(named.flatMap((segment) => breach(segment, conventions.s3.segment) ?? [])).toEqual([])
    },
  )
})
