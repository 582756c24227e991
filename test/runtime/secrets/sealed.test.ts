import { createDecipheriv } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Description } from '../../../runtime/src/description/description.ts'
import { Corrupt, Forbidden } from '../../../runtime/src/errors/errors.ts'
import { newUlid } from '../../../runtime/src/ids/ulid.ts'
import { checkKey, open, parseSealed, seal, sealWith } from '../../../runtime/src/secrets/sealed.ts'
import { longestSecret, sealedLength } from '../../../runtime/src/secrets/sealed-size.ts'
import { secretsOf } from '../../../runtime/src/secrets/secrets.ts'
import { refusal } from '../../live/reference-models.ts'

const key = { id: 'k-1', key: Uint8Array.from({ length: 32 }, (_, n) => n) }
const other = { id: 'k-2', key: new Uint8Array(32).fill(9) }
const place = 'Channel.accessToken'
const [refId, elsewhere] = ['01HZZZZZZZ0000000000000001', '01HZZZZZZZ0000000000000002'] as const
const description = { project: 'a spec' } as Description

describe('a sealed value', () => {
  // Made apart from this code, by Python's `cryptography`: AESGCM(key).encrypt(nonce, plain, aad).
  test('is what another implementation of AES-256-GCM makes of the same', () => {
    const nonce = Uint8Array.from({ length: 12 }, (_, n) => 100 + n)
    expect(sealWith(nonce, 'the tøken', key, place, refId)).toBe(
      's1.k-1.ZGVmZ2hpamtsbW5vPHO7Rg0q7vVbDMBMpEeckcqxQpB5gO8nWxE',
    )
  })

  test('says its version and its key, and fits what was reckoned for it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const sealed = seal(text, key, place, refId)
        expect(sealed).toMatch(/^s1\.k-1\.[A-Za-z0-9_-]+$/)
        expect(sealed.length).toBeLessThanOrEqual(sealedLength(Buffer.byteLength(text)))
        const parsed = parseSealed(sealed)
        expect(parsed && open(parsed, key, place, refId)).toBe(Buffer.from(text, 'utf8').toString('utf8'))
      }),
    )
  })

  test('is another one each time', () => {
    expect(new Set(Array.from({ length: 100 }, () => seal('same', key, place, refId))).size).toBe(100)
  })

  test.each([60, 75, 120, 255, 4096])('of the longest plain text fits a column of %i characters', (length) => {
    const longest = longestSecret(length)
    const named = { ...key, id: 'k'.repeat(32) }
    if (longest > 0) expect(seal('x'.repeat(longest), named, place, refId).length).toBeLessThanOrEqual(length)
    expect(seal('x'.repeat(longest + 3), named, place, refId).length).toBeGreaterThan(length)
  })

  test.each<readonly [string, (sealed: string) => string]>([
    ['cut at its end', (sealed) => sealed.slice(0, -1)],
    ['cut by a piece', (sealed) => sealed.slice(0, -4)],
    ['cut to its prefix', (sealed) => sealed.slice(0, 6)],
    ['with a changed character', (sealed) => sealed.slice(0, 20) + (sealed[20] === 'A' ? 'B' : 'A') + sealed.slice(21)],
    ['with a changed end', (sealed) => sealed.slice(0, -2) + (sealed.at(-2) === 'A' ? 'B' : 'A') + sealed.slice(-1)],
    ['under another key’s name', (sealed) => sealed.replace('s1.k-1.', 's1.k-2.')],
    ['of another version', (sealed) => sealed.replace('s1.', 's2.')],
    ['with something behind it', (sealed) => `${sealed}=`],
    ['with a line end', (sealed) => `${sealed}\n`],
    ['as plain text', () => 'the token'],
    ['as nothing', () => ''],
  ])('does not open %s', async (_, change) => {
    const secrets = secretsOf(description, { current: async () => key, byId: async () => ({ ...key }) })
    const sealed = await secrets.seal('the token', place, refId)
    expect(await secrets.open(sealed, place, refId)).toBe('the token')
    const error = await refusal(secrets.open(change(sealed), place, refId))
    expect(error).toBeInstanceOf(Corrupt)
    expect(String(error)).not.toContain('the token')
  })

  test('does not open in another record, another field, or by another key', async () => {
    const secrets = secretsOf(description, {
      current: async () => key,
      byId: async (id) => (id === key.id ? key : id === other.id ? other : undefined),
    })
    const sealed = await secrets.seal('x', place, refId)
    expect(await refusal(secrets.open(sealed, place, elsewhere))).toBeInstanceOf(Corrupt)
    expect(await refusal(secrets.open(sealed, 'Channel.refreshToken', refId))).toBeInstanceOf(Corrupt)
    expect(await refusal(secrets.open(sealed, `${place}${refId}`, ''))).toBeInstanceOf(Corrupt)
    const forgotten = secretsOf(description, { current: async () => other, byId: async () => undefined })
    expect(await refusal(forgotten.open(sealed, place, refId))).toMatchObject({
      advice: expect.stringContaining('k-1'),
    })
    const wrong = secretsOf(description, { current: async () => other, byId: async () => ({ ...other, id: key.id }) })
    expect(await refusal(wrong.open(sealed, place, refId))).toBeInstanceOf(Corrupt)
  })

  test('binds its pieces one by one', () => {
    const sealed = seal('x', key, 'A.b', 'c')
    const parsed = parseSealed(sealed)
    expect(parsed && open(parsed, key, 'A.', 'bc')).toBeUndefined()
    // The tag is whole: a shorter one would be easier to forge.
    const bytes = parsed?.bytes ?? Buffer.alloc(0)
    expect(() => {
      const decipher = createDecipheriv('aes-256-gcm', key.key, bytes.subarray(0, 12), { authTagLength: 16 })
      decipher.setAuthTag(bytes.subarray(-12))
    }).toThrow()
  })
})

describe('keys', () => {
  test.each<readonly [string, { id: string; key: Uint8Array }]>([
    ['of 16 bytes', { id: 'k', key: new Uint8Array(16) }],
    ['without a name', { id: '', key: new Uint8Array(32) }],
    ['with a dot in the name', { id: 'a.b', key: new Uint8Array(32) }],
    ['with a long name', { id: 'k'.repeat(33), key: new Uint8Array(32) }],
  ])('%s are refused', (_, wrong) => {
    expect(() => checkKey(wrong)).toThrow(TypeError)
    expect(() => seal('x', wrong, place, refId)).toThrow(TypeError)
  })

  test('that are not there refuse a write and a read by name, with what to do', async () => {
    const secrets = secretsOf(description, undefined)
    for (const work of [secrets.seal('token', place, newUlid()), secrets.open('token', place, newUlid())]) {
      const error = await refusal(work)
      expect(error).toBeInstanceOf(Forbidden)
      expect(error).toMatchObject({ advice: expect.stringContaining('createProvider'), facts: { field: place } })
    }
  })
})
