import { readdirSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { describe, expect, test } from 'vitest'
import { TooLarge } from '../../../runtime/src/errors/errors.ts'
import { spool } from '../../../runtime/src/split/spool.ts'
import { verified } from '../../../runtime/src/split/verified.ts'
import { bytesOf, pieces } from './pieces.ts'
import { sha256 } from './scoped.ts'

describe('a spool', () => {
  const limits = { maxBytes: 1_000_000, memoryBytes: 1000 }

  test('gives what it was given, as often as it is read, from memory and from a file', async () => {
    for (const size of [0, 1, 999, 1000, 1001, 300_000]) {
      const spooled = await spool(pieces(size, 700), 'it', limits, {})
      const expected = await bytesOf(pieces(size, 700))
      expect([spooled.size, spooled.sha256], String(size)).toEqual([size, sha256(expected)])
      for (let times = 0; times < 2; times += 1) {
        const read = spooled.read()
        const bytes = read instanceof Uint8Array ? Buffer.from(read) : await bytesOf(read)
        expect(bytes.equals(expected), String(size)).toBe(true)
      }
      await spooled.remove()
    }
  })

  test('leaves nothing in the folder of temporary files, while it is there and afterwards', async () => {
    const names = async (): Promise<string[]> =>
      (await readdir(tmpdir())).filter((name) => name.startsWith('stowage-spool-'))
    const before = await names()
    const spooled = await spool(pieces(5000, 700), 'it', limits, {})
    expect((await names()).filter((name) => !before.includes(name))).toEqual([])
    const open = (): number => readdirSync('/proc/self/fd').length
    const held = open()
    await spooled.remove()
    expect(open()).toBe(held - 1)
    await expect(spool(pieces(2_000_000, 700), 'it', limits, {})).rejects.toThrow(TooLarge)
    expect(open()).toBe(held - 1)
  })
})

describe('what is read back', () => {
  const bytes = Buffer.from('one two three')
  const expected = { size: bytes.length, sha256: sha256(bytes) }
  async function* inPieces(content: Uint8Array): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < content.byteLength; at += 4) yield content.subarray(at, at + 4)
  }

  test('is what was written', async () => {
    expect((await bytesOf(verified(inPieces(bytes), expected, 'it', {}))).toString()).toBe('one two three')
    expect((await bytesOf(verified(inPieces(Buffer.alloc(0)), { size: 0, sha256: sha256('') }, 'it', {}))).length).toBe(
      0,
    )
  })

  test('is corrupt where a bit is flipped, a byte is missing or one is too many, before its last piece is given', async () => {
    const flipped = Buffer.from(bytes)
    flipped[3] = (flipped[3] ?? 0) ^ 1
    for (const other of [flipped, bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.from('!')]), Buffer.alloc(0)]) {
      let given = 0
      const read = async (): Promise<void> => {
        for await (const piece of verified(inPieces(other), expected, 'it', { refId: 'x' })) given += piece.byteLength
      }
      await expect(read()).rejects.toMatchObject({ code: 'corrupt', facts: { refId: 'x' } })
      expect(given).toBeLessThan(bytes.length)
    }
  })
})
