import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvalidKeyError, orShared, path } from '../../../templates/provider-db/s3/path.ts'
import { bigint, date, int, objectId, oneOf, slug, ulid, uuid } from '../../../templates/provider-db/s3/segment.ts'

const kinds = ['a', 'ab', 'b_c'] as const
const everything = path`x/${int('count')}/${bigint('big')}/${date('day')}/${oneOf('kind', kinds)}/${slug('name', /^[a-z.]+$/)}/${objectId('document')}/${uuid('row')}.txt`

const parameters = fc.record({
  count: fc.maxSafeNat(),
  big: fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }),
  day: fc.integer({ min: -719_162, max: 2_932_896 }).map((days) => new Date(days * 86_400_000)),
  kind: fc.constantFrom(...kinds),
  name: fc.stringMatching(/^[a-z][a-z.]*$/),
  document: fc.stringMatching(/^[0-9a-f]{24}$/),
  row: fc.uuid(),
})

/** Takes values as they come from outside, without their brands. */
function build(of: { build(parameters: never): string }, values: object): string {
  return of.build(values as never)
}

describe('segments', () => {
  test('of every form read back as they were written', () => {
    fc.assert(
      fc.property(parameters, (values) => {
        expect(everything.parse(build(everything, values))).toEqual(values)
      }),
    )
  })

  test('of every form refuse what is near and wrong', () => {
    const [good = {}] = fc.sample(parameters, { numRuns: 1, seed: 1 })
    const wrong: Readonly<Record<string, readonly unknown[]>> = {
      count: [-1, 0.5, 2 ** 53, '1', 1n, Number.POSITIVE_INFINITY],
      big: [-1n, 2n ** 63n, 1, '1'],
      day: [
        new Date('2026-01-02T00:00:00.001Z'),
        '2026-01-02',
        new Date('+010000-01-01T00:00:00Z'),
        new Date(Number.NaN),
      ],
      kind: ['c', 'A', '', 'a|b', 'toString'],
      name: ['', '.', '.a', 'A', 'a/b', 'a b'],
      document: ['0123456789ABCDEF01234567', '0', 'g'.repeat(24)],
      row: ['00000000-0000-0000-0000-00000000000G', '00000000000000000000000000000000'],
    }
    for (const [name, values] of Object.entries(wrong)) {
      for (const value of values) {
        expect(() => build(everything, { ...good, [name]: value }), `${name} ${String(value)}`).toThrow(InvalidKeyError)
      }
    }
  })

  test('texts that only look like numbers and days are not read', () => {
    const key = (count: string, day: string): string =>
      `x/${count}/1/${day}/a/n/${'0'.repeat(24)}/00000000-0000-0000-0000-000000000000.txt`
    expect(everything.parse(key('1', '2026-02-28'))).toBeDefined()
    for (const count of ['01', '-1', '+1', '1e3', '9007199254740993', ''])
      expect(everything.parse(key(count, '2026-02-28'))).toBeUndefined()
    for (const day of ['2026-02-30', '2026-13-01', '2026-2-1', '0000-00-00'])
      expect(everything.parse(key('1', day))).toBeUndefined()
  })
})

describe('paths', () => {
  const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV'

  test('that would not read back as they were are refused', () => {
    const ambiguous = path`${slug('a', /^[a-z-]+$/)}-${slug('b', /^[a-z-]+$/)}`
    expect(ambiguous.parse(build(ambiguous, { a: 'x', b: 'y' }))).toEqual({ a: 'x', b: 'y' })
    expect(() => build(ambiguous, { a: 'x', b: 'y-z' })).toThrow(/ambiguous/)
  })

  test('with a variable twice read it once, and only where both agree', () => {
    const twice = path`${ulid('id')}/again/${ulid('id')}`
    expect(twice.parse(build(twice, { id }))).toEqual({ id })
    expect(twice.parse(`${id}/again/${id.replace('0', '1')}`)).toBeUndefined()
  })

  test('are at most 1,024 bytes', () => {
    const long = path`${slug('a', /^a+$/)}/x`
    expect(build(long, { a: 'a'.repeat(1022) })).toHaveLength(1024)
    expect(() => build(long, { a: 'a'.repeat(1023) })).toThrow(/1024 bytes/)
    expect(long.parse(`${'a'.repeat(1023)}/x`)).toBeUndefined()
  })

  test('never have an empty or a relative segment', () => {
    expect(() => build(path`a//${ulid('id')}`, { id })).toThrow(InvalidKeyError)
    expect(() => build(path`a/../${ulid('id')}`, { id })).toThrow(InvalidKeyError)
    expect(() => path`a b/${ulid('id')}`).toThrow(InvalidKeyError)
  })

  test('of records that may have no tenant take null for shared, and nothing else', () => {
    const either = orShared(
      'tenant',
      path`tenants/${ulid('tenant')}/x/${ulid('object')}`,
      path`shared/x/${ulid('object')}`,
    )
    for (const tenant of [id, null]) {
      const key = build(either, { tenant, object: id })
      expect(key.startsWith(tenant === null ? 'shared/' : 'tenants/')).toBe(true)
      expect(either.parse(key)).toEqual({ tenant, object: id })
    }
    expect(() => build(either, { object: id })).toThrow(InvalidKeyError)
    expect(() => build(either, { tenant: '', object: id })).toThrow(InvalidKeyError)
  })
})
