import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  InvalidIdError,
  isUlid,
  newRefId,
  newUlid,
  newUuid7,
  parseDocumentId,
  parseEntityId,
  parseRefId,
  parseUlid,
  parseUuid,
} from '../../../templates/provider-db/ids.ts'

test('fresh ULIDs are valid, distinct and in order, also within a millisecond', () => {
  const made = Array.from({ length: 10_000 }, newUlid)
  expect(made.every(isUlid)).toBe(true)
  expect([...made].sort()).toEqual(made)
  expect(new Set(made).size).toBe(made.length)
  expect(isUlid(newRefId<'Order'>())).toBe(true)
})

test('a ULID is read strictly', () => {
  const good = '01ARZ3NDEKTSV4RRFFQ69G5FAV'
  expect(parseUlid(good)).toBe(good)
  expect(parseRefId<'Order'>('7ZZZZZZZZZZZZZZZZZZZZZZZZZ')).toBe('7ZZZZZZZZZZZZZZZZZZZZZZZZZ')
  const bad = ['8ZZZZZZZZZZZZZZZZZZZZZZZZZ', good.toLowerCase(), `${good}\n`, ` ${good}`, good.slice(1), `${good}0`, '']
  for (const text of [...bad, ...['I', 'L', 'O', 'U'].map((letter) => good.replace('A', letter))]) {
    expect(() => parseUlid(text), text).toThrow(InvalidIdError)
    expect(() => parseRefId(text), text).toThrow(InvalidIdError)
  }
})

test('no other text is taken for an id, and none is repeated in the message', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
      for (const parse of [parseUlid, parseUuid, parseEntityId, parseDocumentId]) {
        expect(() => parse(`${text}!`)).toThrow(/^not a valid (ULID|UUID|document id)$/)
      }
    }),
  )
})

test('fresh UUIDs are of version 7 and hold the time', () => {
  const before = Date.now()
  const uuid = newUuid7()
  expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  const time = Number.parseInt(uuid.slice(0, 13).replace('-', ''), 16)
  expect(time).toBeGreaterThanOrEqual(before)
  expect(time).toBeLessThanOrEqual(Date.now())
  expect(parseEntityId<'Order'>(uuid)).toBe(uuid)
})
