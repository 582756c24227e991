import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Forbidden, Missing } from '../../../runtime/src/errors/errors.ts'
import { s3Store, s3StoreOver } from '../../../runtime/src/s3/s3-store.ts'
import { silent } from '../../../runtime/src/scoped/observer.ts'
import type { ListedObject, PutOptions } from '../../../runtime/src/stores/objects.ts'
import { type Opened, openStore, optionsFor } from './opened.ts'

let opened: Opened

beforeAll(async () => {
  opened = await openStore()
})
afterAll(() => opened?.close())

function about(bytes: Uint8Array, contentType: string = 'text/plain'): PutOptions {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { contentType, sha256, size: bytes.byteLength, ifNoneMatch: true }
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = []
  for await (const piece of body) all.push(piece)
  return Buffer.concat(all).toString()
}

async function all(listed: AsyncIterable<ListedObject>): Promise<ListedObject[]> {
  const found: ListedObject[] = []
  for await (const one of listed) found.push(one)
  return found
}

const hello = Buffer.from('hello')

describe('an object', () => {
  test('is put from memory or a stream, read, and known by its digest', async () => {
    const { store, plain } = opened
    async function* pieces(): AsyncGenerator<Uint8Array> {
      yield hello.subarray(0, 2)
      yield hello.subarray(2)
    }
    for (const [key, body] of [
      ['memory', () => hello],
      ['stream', pieces],
    ] as const) {
      const at = { bucket: plain, key: `put/${key}` }
      await store.put(at, body, about(hello, 'text/markdown'))
      const found = await store.get(at)
      expect(found?.head).toMatchObject({ size: 5, contentType: 'text/markdown', sha256: about(hello).sha256 })
      expect(await textOf(found?.body ?? pieces())).toBe('hello')
      expect(await store.head(at)).toMatchObject({ size: 5, lastModified: expect.any(Date) })
    }
  })

  test('is not taken with other bytes than were said', async ({ skip }) => {
    const { store, plain, account } = opened
    skip(account.kind !== 'real', 'the server does not look at what is signed')
    const at = { bucket: plain, key: 'altered' }
    async function* other(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('hellO')
    }
    await expect(store.put(at, other, about(hello))).rejects.toThrow()
    expect(await store.head(at)).toBeUndefined()
  })

  test('that is not there is nothing, and a bucket that is not there is named', async () => {
    const { store, plain } = opened
    expect(await store.get({ bucket: plain, key: 'nowhere' })).toBeUndefined()
    expect(await store.head({ bucket: plain, key: 'nowhere' })).toBeUndefined()
    const lost = { bucket: `${plain}-none`, key: 'nowhere' }
    await expect(store.get(lost)).rejects.toMatchObject({ code: 'missing', message: expect.stringContaining('bucket') })
    await expect(
      store.copy({ bucket: plain, key: 'nowhere' }, { bucket: plain, key: 'x' }, about(hello)),
    ).rejects.toThrow(Missing)
  })

  test('is copied with a media type and a digest of its own', async () => {
    const { store, plain, versioned } = opened
    const [from, to] = [
      { bucket: plain, key: 'from ä+/1 %.txt' },
      { bucket: versioned, key: 'to' },
    ]
    await store.put(from, () => hello, about(hello))
    await store.copy(from, to, { contentType: 'text/markdown', sha256: 'a'.repeat(64) })
    expect(await store.head(to)).toMatchObject({ size: 5, contentType: 'text/markdown', sha256: 'a'.repeat(64) })
  })

  test('is removed with all of its versions, and others that begin alike stay', async () => {
    const { store, versioned, api, account } = opened
    const at = { bucket: versioned, key: 'old' }
    for (const text of ['one', 'two', 'three']) {
      const bytes = Buffer.from(text)
      await store.put(at, () => bytes, { ...about(bytes), ifNoneMatch: false })
    }
    await store.put({ bucket: versioned, key: 'older' }, () => hello, about(hello))
    await api.deleteObject({ Bucket: versioned, Key: 'old' })
    await store.remove(at)
    await store.remove(at)
    expect(await store.head(at)).toBeUndefined()
    expect(await store.head({ bucket: versioned, key: 'older' })).toBeDefined()
    if (!account.features.locks) return
    const left = await api.listObjectVersions({ Bucket: versioned, Prefix: 'old' })
    expect([...(left.Versions ?? []), ...(left.DeleteMarkers ?? [])].map(({ Key }) => Key)).toEqual(['older'])
  })

  test('is removed by one version alone', async ({ skip }) => {
    const { store, versioned, account } = opened
    skip(!account.features.locks, 'the server keeps no versions')
    const at = { bucket: versioned, key: 'two-versions' }
    const first = await store.put(at, () => hello, about(hello))
    const second = await store.put(at, () => Buffer.from('later'), {
      ...about(Buffer.from('later')),
      ifNoneMatch: false,
    })
    await store.remove({ ...at, ...second })
    expect((await store.head(at))?.versionId).toBe(first.versionId)
    expect(await store.head({ ...at, ...second })).toBeUndefined()
  })
})

test('a list gives everything below a prefix in order, and goes on after a key', async () => {
  const { store, plain } = opened
  const keys = Array.from({ length: 12 }, (_, at) => `list/${String(at).padStart(2, '0')}`)
  for (const key of [...keys, 'listless']) await store.put({ bucket: plain, key }, () => hello, about(hello))
  expect((await all(store.list(plain, 'list/'))).map(({ key }) => key)).toEqual(keys)
  expect((await all(store.list(plain, 'list/', keys[9]))).map(({ key }) => key)).toEqual(keys.slice(10))
  expect(await all(store.list(plain, 'nothing/'))).toEqual([])
})

test('what the server refuses is forbidden, and says neither key nor secret of the account', async ({ skip }) => {
  const { account, plain } = opened
  skip(account.kind !== 'real', 'the server lets everybody in')
  const stranger = s3Store(
    optionsFor({ ...account, credentials: { accessKeyId: 'nobody', secretAccessKey: 'no-secret' } }),
  )
  const failure = await stranger.head({ bucket: plain, key: 'x' }).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(Forbidden)
  expect(JSON.stringify(failure)).not.toContain('no-secret')
  await stranger.close()
})

test('a client that is there already is used, and left open', async () => {
  const { api, plain } = opened
  const over = s3StoreOver(api, { retries: { attempts: 1, baseMs: 1, maxMs: 1, totalMs: 5_000 }, observer: silent })
  await over.put({ bucket: plain, key: 'over' }, () => hello, about(hello))
  await over.close()
  expect((await api.headObject({ Bucket: plain, Key: 'over' })).ContentLength).toBe(5)
})
