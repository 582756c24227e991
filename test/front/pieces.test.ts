import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstInvalidByte } from '../../generator/front/load/utf8.ts'
import { mend, unmended } from '../../generator/front/parse/mended-text.ts'
import { tokensOf } from '../../generator/front/parse/tokens.ts'
import { mutated, soup } from './odd-texts.ts'

describe('pieces', () => {
  test('the tokens of a text are the text', () => {
    fc.assert(
      fc.property(fc.oneof(soup, mutated), (text) => {
        const plain = text.replaceAll('\ufeff', '')
        const tokens = tokensOf(plain)
        expect(tokens.map((token) => token.text).join('')).toBe(plain)
        for (const { start, end, text: own } of tokens) expect(plain.slice(start, end)).toBe(own)
      }),
      { numRuns: 1000 },
    )
  })

  test('a byte is invalid where the platform says so', () => {
    const strict = (bytes: Uint8Array): boolean => {
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes)
        return true
      } catch {
        return false
      }
    }
    const leads = fc.constantFrom(
      0x61,
      0x80,
      0xbf,
      0xc0,
      0xc2,
      0xe0,
      0xa0,
      0x9f,
      0xed,
      0xef,
      0xf0,
      0x90,
      0x8f,
      0xf4,
      0xf5,
      0xff,
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(leads, fc.nat(255)), { maxLength: 12 }), (values) => {
        const bytes = Uint8Array.from(values)
        const invalid = firstInvalidByte(bytes)
        expect(invalid === undefined).toBe(strict(bytes))
        if (invalid !== undefined) expect(strict(bytes.subarray(0, invalid))).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  test('a character that was not touched is found where it was', () => {
    const text = 'abcdefghijklmnopqrstuvwxyz'
    const edits = fc
      .uniqueArray(fc.nat(text.length), { minLength: 2, maxLength: 8 })
      .map((places) => [...places].sort((a, b) => a - b))
      .chain((places) =>
        fc.tuple(fc.constant(places), fc.array(fc.string({ maxLength: 3 }), { minLength: 4, maxLength: 4 })),
      )
      .map(([places, texts]) =>
        Array.from({ length: Math.floor(places.length / 2) }, (_, index) => ({
          start: places[2 * index] ?? 0,
          end: places[2 * index + 1] ?? 0,
          text: (texts[index] ?? '').toUpperCase().replace(/[a-z]/g, '_'),
        })),
      )
    fc.assert(
      fc.property(edits, edits, (first, second) => {
        const once = mend(unmended(text), first)
        const twice = mend(
          once,
          second.filter(({ end }) => end <= once.text.length),
        )
        for (const mended of [once, twice]) {
          const origins = Array.from({ length: mended.text.length + 1 }, (_, at) => mended.origin(at))
          expect(origins).toEqual([...origins].sort((a, b) => a - b))
          for (const [at, char] of [...mended.text].entries()) {
            if (/[a-z]/.test(char)) expect(text[mended.origin(at)]).toBe(char)
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})
