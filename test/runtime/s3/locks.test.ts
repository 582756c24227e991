import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { shortened } from '../../../runtime/src/s3/retain.ts'
import { s3Store } from '../../../runtime/src/s3/s3-store.ts'
import { silent } from '../../../runtime/src/scoped/observer.ts'
import { ObjectLocked, type Retention } from '../../../runtime/src/stores/objects.ts'
import { type Opened, openStore, optionsFor } from './opened.ts'

let opened: Opened
let count = 0

beforeAll(async () => {
  opened = await openStore()
})
afterAll(() => opened?.close())

const bytes = Buffer.from('signed')
const about = {
  contentType: 'application/pdf',
  sha256: createHash('sha256').update(bytes).digest('hex'),
  size: bytes.byteLength,
  ifNoneMatch: true,
}

function inSeconds(seconds: number): Retention {
  return { mode: 'COMPLIANCE', until: new Date(Date.now() + seconds * 1000) }
}

async function staged(): Promise<{ readonly bucket: string; readonly key: string }> {
  count += 1
  const at = { bucket: opened.plain, key: `staged/${count}` }
  await opened.store.put(at, () => bytes, about)
  return at
}

test('a copy with a lock is locked when it is there, and what is removed without a version stays too', async ({
  skip,
}) => {
  const { store, locked, account } = opened
  skip(!account.features.locks, 'the server enforces no locks')
  const to = { bucket: locked, key: `held/${count}` }
  const retention = inSeconds(4)
  const { versionId } = await store.copy(await staged(), to, { ...about, retention })
  const head = await store.head({ ...to, ...(versionId === undefined ? {} : { versionId }) })
  expect(head).toMatchObject({ contentType: 'application/pdf', sha256: about.sha256, size: about.size })
  expect(head?.lockedUntil?.getTime()).toBeGreaterThanOrEqual(retention.until.getTime() - 1000)
  await expect(store.remove({ ...to, ...(versionId === undefined ? {} : { versionId }) })).rejects.toThrow(ObjectLocked)
  await expect(store.remove(to)).rejects.toThrow(ObjectLocked)
  expect(await store.head(to)).toBeDefined()
})

test('a version that no lock keeps goes, though another one of its key is held', async ({ skip }) => {
  const { store, locked, api, account } = opened
  skip(!account.features.locks, 'the server enforces no locks')
  const to = { bucket: locked, key: 'one-of-two' }
  const other = Buffer.from('other')
  const sha256 = createHash('sha256').update(other).digest('hex')
  const free = await store.put(to, () => other, { ...about, sha256, size: other.byteLength })
  const held = await store.copy(await staged(), to, { ...about, retention: inSeconds(4) })
  await expect(store.remove(to)).rejects.toThrow(ObjectLocked)
  const { Versions = [] } = await api.listObjectVersions({ Bucket: locked, Prefix: 'one-of-two' })
  expect(Versions.map(({ VersionId }) => VersionId)).toEqual([held.versionId])
  expect(await store.head({ ...to, ...free })).toBeUndefined()
})

test('a lock is shortened where the environment says that it is not production, and the log says so', async ({
  skip,
}) => {
  const { locked, account } = opened
  skip(!account.features.locks, 'the server enforces no locks')
  vi.stubEnv('STOWAGE_ENV', 'test')
  const logged: string[] = []
  const observer = { ...silent, log: (level: string, message: string): void => void logged.push(`${level} ${message}`) }
  const store = s3Store(optionsFor(account, { retain: 3_000 }, observer))
  const to = { bucket: locked, key: 'shortened' }
  await store.copy(await staged(), to, { ...about, retention: inSeconds(86_400) })
  vi.unstubAllEnvs()
  const until = (await store.head(to))?.lockedUntil?.getTime() ?? 0
  expect(until).toBeGreaterThan(Date.now())
  expect(until).toBeLessThan(Date.now() + 10_000)
  expect(logged).toEqual(['warning a lock is shortened, for STOWAGE_ENV is not production'])
  await store.close()
})

test('a lock is neither shortened in production nor lengthened anywhere', () => {
  const retention = inSeconds(60)
  const options = { retain: 1_000, observer: silent }
  for (const stage of [undefined, '', 'production']) expect(shortened(retention, options, stage)).toBe(retention)
  expect(shortened(retention, { observer: silent }, 'test')).toBe(retention)
  expect(shortened(retention, { ...options, retain: 3_600_000 }, 'test')).toBe(retention)
  expect(shortened(retention, options, 'test').until.getTime()).toBeLessThan(retention.until.getTime())
})
