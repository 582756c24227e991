import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  Corrupt,
  Expired,
  Forbidden,
  InvalidInput,
  Missing,
  TooLarge,
  WrongContentType,
} from '../../../runtime/src/errors/errors.ts'
import type { Stores } from '../../../runtime/src/stores/stores.ts'
import { query } from '../../support/postgres-server.ts'
import type { Row } from '../support/db.ts'
import { openWorld, type World } from '../support/world.ts'
import { bookOf, inputs, picture, Scoped, sha256 } from './scoped.ts'
import { ask, intentsOf } from './tables.ts'

let world: World
let own: Scoped
let other: Scoped
let refersTo: { readonly author: Row; readonly book: Row }
let count = 0

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
  const [a, b] = await world.twoTenants()
  own = new Scoped(world, a)
  other = new Scoped(world, b)
  refersTo = await bookOf(own)
})
afterAll(() => world?.close())

async function made(member: string, changes: object = {}): Promise<Row> {
  count += 1
  return await own.repository(member).create({ ...inputs(refersTo, own.tenant, count)[member], ...changes })
}

async function keyOf(refId: string): Promise<string> {
  return (await own.repository('manuscript').read(refId)).objects.body?.key ?? ''
}

function place(key: string): { readonly bucket: string; readonly key: string } {
  return { bucket: world.stores.bucket('texts'), key }
}

async function overwrite(key: string, text: string): Promise<void> {
  const options = { contentType: 'text/markdown', sha256: sha256(text), size: text.length, ifNoneMatch: false }
  await world.stores.objects.put(place(key), () => Buffer.from(text), options)
}

describe('a URL for a reader', () => {
  test('gives the bytes with the media type of the spec, and under a name where it has one', async () => {
    const { refId } = await made('manuscript', { objects: { body: '# äöü' } })
    const plain = await fetch(await own.handle('manuscript', 'body').contentUrl(refId))
    expect(await plain.text()).toBe('# äöü')
    expect(plain.headers.get('content-type')).toBe('text/markdown')
    const url = await own.handle('manuscript', 'body').contentUrl(refId, { fileName: 'Ä "1".md' })
    const named = (await fetch(url)).headers.get('content-disposition')
    expect(named).toBe(`attachment; filename="_ _1_.md"; filename*=UTF-8''%C3%84%20%221%22.md`)
  })

  test('lives as long as the spec says, and is of no use when it is altered', async () => {
    const { refId } = await made('manuscript')
    const url = new URL(await own.handle('manuscript', 'body').contentUrl(refId))
    expect(url.searchParams.get('X-Amz-Expires')).toBe('900')
    url.pathname = url.pathname.replace(own.tenant.refId, other.tenant.refId)
    expect((await fetch(url)).status).toBe(403)
  })

  test('is refused for a key that is not of the record or of its tenant, and the log says so', async () => {
    const mine = await made('stencil')
    const foreign = await new Scoped(world, other.tenant)
      .repository('stencil')
      .create({ name: 'Theirs', objects: { picture: picture(1) } })
    const theirs = (await other.repository('stencil').read(foreign.refId)).objects.picture?.key
    const another = (await own.repository('stencil').read((await made('stencil')).refId)).objects.picture?.key
    const logged: string[] = []
    const watched = new Scoped(world, own.tenant, {
      observer: {
        span: (_name, _facts, work) => work(),
        log: (level, message) => void logged.push(`${level} ${message}`),
      },
    })
    for (const key of [theirs, another, 'shared/../x.png', `houses/${own.tenant.refId}/`]) {
      await ask(world, 'update stencils set picture_s3_key = $1 where ref_id = $2', [key, mine.refId])
      const handle = watched.handle('stencil', 'picture')
      await expect(handle.contentUrl(mine.refId), key).rejects.toThrow(Forbidden)
      await expect(handle.bytes(mine.refId), key).rejects.toThrow(Forbidden)
      await expect(watched.repository('stencil').read(mine.refId), key).rejects.toThrow(Forbidden)
    }
    expect(new Set(logged)).toEqual(new Set(['error a pointer holds a key that is not of its record']))
  })
})

describe('bytes that are not what was written', () => {
  test('are corrupt, and none of them is handed out where all are asked for', async () => {
    const { refId } = await made('manuscript', { objects: { body: 'one two three' } })
    await overwrite(await keyOf(refId), 'one twO three')
    const handle = own.handle('manuscript', 'body')
    await expect(handle.bytes(refId)).rejects.toThrow(Corrupt)
    await expect(handle.text(refId)).rejects.toThrow(Corrupt)
    const read = async (): Promise<void> => {
      for await (const _ of handle.stream(refId)) {
        // It is thrown at the end.
      }
    }
    await expect(read()).rejects.toThrow(Corrupt)
    await expect(own.repository('manuscript').read(refId)).rejects.toThrow(Corrupt)
  })

  test('of another length are corrupt by what the store says of them', async () => {
    const { refId } = await made('manuscript')
    await overwrite(await keyOf(refId), 'longer than before, by far')
    await expect(own.repository('manuscript').read(refId)).rejects.toMatchObject({
      code: 'corrupt',
      facts: { entity: 'manuscript', refId, object: 'body' },
    })
  })

  test('are missing where they are gone', async () => {
    const { refId } = await made('manuscript')
    await world.stores.objects.remove(place(await keyOf(refId)))
    await expect(own.repository('manuscript').read(refId)).rejects.toThrow(Missing)
    await expect(own.handle('manuscript', 'body').bytes(refId)).rejects.toThrow(Missing)
  })
})

describe('a document that is gone', () => {
  test('has expired where its time has come, and is missing before', async () => {
    const { refId } = await made('pressCall')
    const [intent] = await intentsOf(world, refId)
    const [document] = intent?.parts.documents ?? []
    await world.stores.documents.remove('press_call_logs', document?.id ?? '')
    await expect(own.repository('pressCall').read(refId)).rejects.toThrow(Missing)
    const days = (n: number): Stores => {
      const now = (): Date => new Date(Date.now() + n * 86_400_000)
      return {
        ...world.stores,
        objects: world.stores.objects,
        documents: world.stores.documents,
        postgres: world.stores.postgres,
        now,
      }
    }
    const at = (n: number): Promise<unknown> =>
      new Scoped(world, own.tenant, { stores: days(n) }).repository('pressCall').read(refId)
    await expect(at(89)).rejects.toThrow(Missing)
    await expect(at(91)).rejects.toThrow(Expired)
    // Of a document that is younger than its row its own time counts.
    await query(
      world.superuserUrl,
      `begin; set local session_replication_role = replica; alter table press_calls disable trigger append_only;
       update press_calls set created_on = created_on - interval '91 days' where ref_id = '${refId}';
       alter table press_calls enable always trigger append_only; commit`,
    )
    await expect(at(0)).rejects.toThrow(Missing)
    // The row itself stays.
    expect(await own.repository('pressCall').get(refId)).toMatchObject({ method: 'quote' })
  })

  test('is missing where it never expires, and corrupt where it is another record’s', async () => {
    const [mine, another] = [await made('manuscript'), await made('manuscript')]
    await ask(
      world,
      'update manuscripts set content_ref = (select content_ref from manuscripts where ref_id = $1) where ref_id = $2',
      [another.refId, mine.refId],
    )
    await expect(own.repository('manuscript').read(mine.refId)).rejects.toThrow(Corrupt)
    await ask(world, "update manuscripts set content_ref = repeat('0', 24) where ref_id = $1", [mine.refId])
    await expect(own.repository('manuscript').read(mine.refId)).rejects.toThrow(Missing)
  })
})

describe('an upload past the application', () => {
  const text = '# Uploaded'
  const send = async (
    { url, headers }: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
    body: string,
    others: Readonly<Record<string, string>> = {},
  ): Promise<number> => (await fetch(url, { method: 'PUT', body, headers: { ...headers, ...others } })).status

  test('is attached once it is looked at, and what it was staged as goes', async () => {
    const { refId } = await made('manuscript')
    const handle = own.handle('manuscript', 'body')
    const target = await handle.uploadUrl(refId, {
      size: text.length,
      sha256: sha256(text),
      contentType: 'text/markdown',
    })
    expect(await send(target, text)).toBe(200)
    await handle.attach(refId, target, { idempotencyKey: `attach-${count}` })
    expect(await handle.text(refId)).toBe(text)
    const update = (await intentsOf(world, refId)).at(-1)
    expect(update?.parts.leavings.objects).toContainEqual({ bucket: 'texts', key: target.key })
    const { revision } = await own.repository('manuscript').get(refId)
    await handle.attach(refId, target, { idempotencyKey: `attach-${count}` })
    expect((await own.repository('manuscript').get(refId)).revision).toBe(revision)
  })

  test('may be given to create as well', async () => {
    const { refId } = await made('manuscript')
    const target = await own.handle('manuscript', 'body').uploadUrl(refId, { size: text.length })
    await send(target, text)
    const next = await made('manuscript', { objects: { body: { key: target.key } } })
    expect(await own.handle('manuscript', 'body').text(next.refId)).toBe(text)
  })

  test('with another length, another media type or other headers is refused by the server', async ({ skip }) => {
    skip(world.servers.s3 !== 'real', 'the server verifies no signatures')
    const { refId } = await made('manuscript')
    const handle = own.handle('manuscript', 'body')
    const target = await handle.uploadUrl(refId, { size: text.length, sha256: sha256(text) })
    expect(await send(target, `${text}+`)).toBe(403)
    expect(await send(target, text.slice(1))).toBe(403)
    expect(await send(target, text, { 'content-type': 'text/html' })).toBe(403)
    expect(await send(target, text, { 'x-amz-meta-sha256': sha256('other') })).toBe(403)
    const { 'x-amz-meta-sha256': _, ...fewer } = target.headers
    expect(await send({ url: target.url, headers: fewer }, text)).toBe(403)
    expect(await world.stores.objects.head(place(target.key))).toBeUndefined()
    expect(await send(target, text)).toBe(200)
  })

  test('that says one digest and has another is corrupt', async () => {
    const { refId } = await made('manuscript')
    const handle = own.handle('manuscript', 'body')
    const target = await handle.uploadUrl(refId, { size: text.length, sha256: sha256(text) })
    await send(target, '# uPloaded')
    await expect(handle.attach(refId, target)).rejects.toThrow(Corrupt)
  })

  test('is asked for within what the spec allows', async () => {
    const { refId } = await made('manuscript')
    const { uploadUrl } = own.handle('manuscript', 'body')
    await expect(uploadUrl(refId, { size: 1_000_001 })).rejects.toThrow(TooLarge)
    await expect(uploadUrl(refId, { size: 1, contentType: 'text/html' })).rejects.toThrow(WrongContentType)
    await expect(uploadUrl(refId, { size: -1 })).rejects.toThrow(InvalidInput)
    await expect(uploadUrl(refId, { size: 1, sha256: 'x' })).rejects.toThrow(InvalidInput)
  })

  test('is attached as it was looked at, though something else is uploaded meanwhile', async ({ skip }) => {
    skip(!world.servers.locks, 'the server keeps no versions')
    const { refId } = await made('manuscript')
    const target = await own.handle('manuscript', 'body').uploadUrl(refId, { size: text.length })
    await send(target, text)
    const { objects } = world.stores
    const sly = new Proxy(objects, {
      get: (store, name) =>
        name === 'copy'
          ? async (...args: Parameters<typeof store.copy>) => {
              await send(target, '# uPloadeD')
              return await store.copy(...args)
            }
          : (Reflect.get(store, name) as () => void).bind(store),
    })
    const { documents, postgres } = world.stores
    const stores = { ...world.stores, documents, postgres, objects: sly }
    await new Scoped(world, own.tenant, { stores }).handle('manuscript', 'body').attach(refId, target)
    expect(await own.handle('manuscript', 'body').text(refId)).toBe(text)
  })

  test('of another tenant, or one that never came, is not attached', async () => {
    const { refId } = await made('manuscript')
    const foreign = await other.repository('stencil').create({ name: 'F', objects: {} })
    const theirs = await other.handle('stencil', 'picture').uploadUrl(foreign.refId, { size: 1 })
    await send(theirs, 'x')
    const handle = own.handle('manuscript', 'body')
    await expect(handle.attach(refId, theirs)).rejects.toThrow(Forbidden)
    await expect(other.handle('manuscript', 'body').attach(refId, theirs)).rejects.toThrow(Missing)
    const never = await handle.uploadUrl(refId, { size: 1 })
    await expect(handle.attach(refId, never)).rejects.toThrow(Missing)
    const key = await keyOf(refId)
    for (const bad of [key, '../x', 'stowage-staging/', '']) {
      await expect(handle.attach(refId, { key: bad }), bad).rejects.toThrow(InvalidInput)
    }
  })
})
