import { expect, test } from 'vitest'
import { isObjectId, newObjectId } from '../../../runtime/src/ids/object-id.ts'
import { isUlid, newUlid, parseRefId } from '../../../runtime/src/ids/ulid.ts'
import { isUuid, newUuid7 } from '../../../runtime/src/ids/uuid.ts'

const many = 10_000

test('public ids rise within a process, many in one millisecond too', () => {
  const ids = Array.from({ length: many }, newUlid)
  expect(ids).toEqual([...ids].sort())
  expect(new Set(ids).size).toBe(many)
  expect(ids.every(isUlid)).toBe(true)
})

test.each([
  '8ZZZZZZZZZZZZZZZZZZZZZZZZZ',
  '01hzzzzzzz0000000000000001',
  '01HZZZZZZZ000000000000000I',
  '01HZZZZZZZ000000000000000',
  '01HZZZZZZZ0000000000000001\n',
])('%j is no public id, and the error does not repeat it', (text) => {
  expect(isUlid(text)).toBe(false)
  expect(() => parseRefId(text, 'book')).toThrow(/book/)
  expect(() => parseRefId(text)).not.toThrow(text)
})

test('row ids are UUIDs of version 7 that begin with the time', () => {
  const before = Date.now()
  const ids = Array.from({ length: many }, newUuid7)
  const after = Date.now()
  expect(new Set(ids).size).toBe(many)
  for (const id of ids) {
    expect(isUuid(id)).toBe(true)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/)
    const time = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
    expect(time).toBeGreaterThanOrEqual(before)
    expect(time).toBeLessThanOrEqual(after)
  }
})

test('ids of documents differ and begin with the second', () => {
  const before = Math.floor(Date.now() / 1000)
  const ids = Array.from({ length: many }, newObjectId)
  expect(new Set(ids).size).toBe(many)
  expect(ids.every(isObjectId)).toBe(true)
  expect(Number.parseInt(ids[0]?.slice(0, 8) ?? '', 16)).toBeGreaterThanOrEqual(before)
})
