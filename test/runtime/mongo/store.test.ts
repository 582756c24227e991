import { createServer, type Server, type Socket } from 'node:net'
import { mongo } from 'mongoose'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { openDocument, prepareDocument } from '../../../runtime/src/documents/part.ts'
import { documentRepository } from '../../../runtime/src/documents/repository.ts'
import { Closed, Conflict, Forbidden, InvalidInput, TooLarge, Unavailable } from '../../../runtime/src/errors/errors.ts'
import { newObjectId } from '../../../runtime/src/ids/object-id.ts'
import { newUlid } from '../../../runtime/src/ids/ulid.ts'
import { documentStoreOver } from '../../../runtime/src/mongo/document-store.ts'
import { isUnavailable, mongoError } from '../../../runtime/src/mongo/errors.ts'
import { mongoStore } from '../../../runtime/src/mongo/mongo-store.ts'
import { silent } from '../../../runtime/src/scoped/observer.ts'
import { DuplicateDocument } from '../../../runtime/src/stores/documents.ts'
import { refusal } from '../../live/reference-models.ts'
import { type Documents, newTenant, openDocuments, scopeOf } from './documents.ts'

let documents: Documents
const [ours, theirs] = [newTenant(), newTenant()]
const context = () => documents.context(scopeOf(ours))

beforeAll(async () => {
  documents = await openDocuments()
})
afterAll(() => documents?.close())
beforeEach(() => documents.clear())

describe('the store of parts', () => {
  test('gives a document back as it was given, with every type', async () => {
    const input = {
      key: 'oak',
      name: 'Oak',
      seeds: 2n ** 62n,
      price: '0.50',
      batch: '0198c0de-0000-7000-8000-00000000beef',
      picture: '0123456789abcdef01234567',
      stamp: new Uint8Array([1, 2]),
      secret: 'x',
    }
    const id = newObjectId()
    const prepared = await prepareDocument(context(), 'plant', input, { id })
    await documents.store.insert('plants', prepared)
    const found = await documents.store.find('plants', id, ours.refId)
    expect(found).toEqual(prepared)
    expect(found?.price).toBe('0.5')
    expect(await openDocument(context(), 'plant', found ?? {})).toMatchObject({ ...input, price: '0.5' })
    expect(await openDocument(context(), 'plant', found ?? {})).not.toHaveProperty('_id')
  })

  test('finds and removes within a tenant, or in all of them', async () => {
    const id = newObjectId()
    await documents.store.insert('plants', await prepareDocument(context(), 'plant', { key: 'a', name: 'a' }, { id }))
    expect(await documents.store.find('plants', id, theirs.refId)).toBeUndefined()
    expect(await documents.store.findMany('plants', [id, newObjectId()], theirs.refId)).toEqual([])
    expect(await documents.store.remove('plants', id, theirs.refId)).toBe(false)
    expect(await documents.store.findMany('plants', [id, newObjectId()])).toHaveLength(1)
    expect(await documents.store.remove('plants', id, ours.refId)).toBe(true)
    expect(await documents.store.remove('plants', id, ours.refId)).toBe(false)
  })

  test('says of a taken id, and of nothing else, that the attempt before it may have got through', async () => {
    const prepared = await prepareDocument(context(), 'plant', { key: 'a', name: 'a' })
    await documents.store.insert('plants', prepared)
    expect(await refusal(documents.store.insert('plants', prepared))).toBeInstanceOf(DuplicateDocument)
    const other = await prepareDocument(context(), 'plant', { key: 'a', name: 'a' })
    expect(await refusal(documents.store.insert('plants', other))).toBeInstanceOf(Conflict)
  })

  test('goes through a collection in the order of ids, by pages', async () => {
    const ids: string[] = []
    for (let n = 0; n < 7; n += 1) {
      const picture = n % 2 === 0 ? '0123456789abcdef01234567' : null
      const made = await prepareDocument(context(), 'plant', { key: `a-${'abcdefg'[n]}`, name: 'a', picture })
      await documents.store.insert('plants', made)
      ids.push(made._id)
    }
    const seen: string[] = []
    for (let after: string | undefined; ; after = seen.at(-1)) {
      const page = await documents.store.page('plants', {
        tenant: ours.refId,
        limit: 3,
        ...(after === undefined ? {} : { after }),
      })
      seen.push(...page.map(({ _id }) => _id))
      if (page.length < 3) break
    }
    expect(seen).toEqual(ids.toSorted())
    const where = { picture: '0123456789abcdef01234567' }
    expect(await documents.store.page('plants', { limit: 10, where })).toHaveLength(4)
    expect(await documents.store.page('plants', { limit: 10, tenant: theirs.refId })).toEqual([])
  })

  test('takes ids and collections of the spec alone', async () => {
    expect(await refusal(documents.store.find('users', newObjectId()))).toBeInstanceOf(TypeError)
    expect(await refusal(documents.store.find('plants', 'x'))).toBeInstanceOf(TypeError)
  })

  test('works over a client of somebody else', async () => {
    const client = await mongo.MongoClient.connect(documents.url)
    const store = documentStoreOver(async () => client.db(), documents.description)
    await store.insert('plants', await prepareDocument(context(), 'plant', { key: 'a', name: 'a' }))
    expect(await store.page('plants', { limit: 2 })).toHaveLength(1)
    await client.close()
  })
})

describe('a server that is not there', () => {
  const optionsAt = (url: string) => ({
    description: documents.description,
    url,
    timeouts: { connectMs: 200, operationMs: 300 },
    retries: { attempts: 2, baseMs: 1, maxMs: 2, totalMs: 5_000 },
    maxConnections: 2,
    observer: silent,
  })
  const storeAt = (url: string) => mongoStore({ ...optionsAt(url), models: () => ({}) })

  test('is Unavailable, undone, soon, and tried again by the next call', async () => {
    const store = storeAt('mongodb://127.0.0.1:1/none?directConnection=true')
    const begun = Date.now()
    const error = await refusal(store.find('plants', newObjectId()))
    expect(error).toBeInstanceOf(Unavailable)
    expect(error).toMatchObject({ facts: { store: 'mongo', undone: true } })
    expect(Date.now() - begun).toBeLessThan(3_000)
    expect(await refusal(store.model('plant'))).toBeInstanceOf(Unavailable)
    await store.close()
    expect(await refusal(store.find('plants', newObjectId()))).toBeInstanceOf(Closed)
  })

  test('or does not answer any more: the call ends in its time', async () => {
    const proxy = await silencingProxy(new URL(documents.url.replace('mongodb:', 'http:')).port)
    const store = storeAt(documents.url.replace(/:\d+\//, `:${proxy.port}/`).replace(/\?.*/, '?directConnection=true'))
    expect(await store.find('plants', newObjectId())).toBeUndefined()
    proxy.silence()
    const begun = Date.now()
    const error = await refusal(
      store.insert('plants', await prepareDocument(context(), 'plant', { key: 'a', name: 'a' })),
    )
    expect(error).toBeInstanceOf(Unavailable)
    expect(error).not.toHaveProperty('facts.undone')
    expect(Date.now() - begun).toBeLessThan(1_500)
    proxy.stop()
    await store.close()
  })

  test('or answers slowly: what takes several answers ends in the time of one operation', async () => {
    const all = await Promise.all(
      Array.from({ length: 150 }, (_, n) =>
        prepareDocument(context(), 'plant', {
          key: `a-${'x'.repeat(n % 30)}${'abcde'[Math.floor(n / 30)]}`,
          name: 'a',
        }),
      ),
    )
    for (const one of all) await documents.store.insert('plants', one)
    const proxy = await silencingProxy(new URL(documents.url.replace('mongodb:', 'http:')).port)
    const store = storeAt(documents.url.replace(/:\d+\//, `:${proxy.port}/`).replace(/\?.*/, '?directConnection=true'))
    const ids = all.map(({ _id }) => _id)
    expect(await store.findMany('plants', ids)).toHaveLength(150)
    proxy.delay(180)
    expect(await refusal(store.findMany('plants', ids))).toBeInstanceOf(Unavailable)
    proxy.delay(0)
    proxy.stop()
    await store.close()
  })

  test('is told how long a command may take, and changes may be waited for longer', async () => {
    const told: unknown[] = []
    const { prototype } = mongo.MongoClient
    const { connect } = prototype
    const listening = vi.spyOn(prototype, 'connect').mockImplementation(function (this: mongo.MongoClient) {
      // The driver's types leave out that it can be set.
      Object.assign(this, { monitorCommands: true })
      this.on('commandStarted', ({ commandName, command }) => told.push([commandName, command.maxTimeMS]))
      return connect.call(this)
    })
    const store = mongoStore({ ...optionsAt(documents.url), models: documents.models })
    const plants = documentRepository({ ...context(), model: (name) => store.model(name) }, 'plant')
    await plants.aggregate([])
    listening.mockRestore()
    expect(told).toContainEqual(['aggregate', expect.any(Number)])
    setTimeout(() => void documents.repository(scopeOf(ours), 'plant').create({ key: 'late', name: 'late' }), 1_000)
    for await (const { operation } of plants.watch()) {
      expect(operation).toBe('create')
      break
    }
    await store.close()
  })
})

describe('errors of the driver', () => {
  const error = (code: number, message = 'x', more: object = {}) =>
    Object.assign(new mongo.MongoServerError({ message }), { code, ...more })
  const work = { entity: 'Plant', uniques: { one_key: ['gardenId', 'key'] }, tenantField: 'gardenId' }

  test.each<readonly [string, Error, unknown]>([
    [
      'a unique index',
      error(11_000, 'E11000 duplicate key error collection: x.plants index: one_key dup key: { key: "v" }'),
      Conflict,
    ],
    ['the validator', error(121), InvalidInput],
    ['the size of a document', error(10_334), TooLarge],
    ['a role', error(13), Forbidden],
    ['a login', error(18), Forbidden],
    ['a step-down', error(10_107), Unavailable],
    ['a slow command', error(50), Unavailable],
    ['too few members', error(64), Unavailable],
    ['the network', new mongo.MongoNetworkError('x'), Unavailable],
  ])('are told apart: %s', (_, given, wanted) => {
    const mapped = mongoError(given, work)
    expect(mapped).toBeInstanceOf(wanted)
    expect(JSON.stringify([mapped?.message, mapped?.facts])).not.toContain('"v"')
  })

  test('say that nothing was done where nothing was sent alone', () => {
    const named = (name: string) => mongoError(Object.assign(new Error('x'), { name }), work)
    expect(named('MongoWaitQueueTimeoutError')).toMatchObject({ facts: { undone: true } })
    expect(named('MongoClientClosedError')).toBeInstanceOf(Unavailable)
    expect(named('MongoClientClosedError')).not.toHaveProperty('facts.undone')
  })

  test('name what clashed, without the tenant', () => {
    const clash = error(11_000, 'E11000 duplicate key error collection: x.plants index: one_key dup key: { key: "v" }')
    expect(mongoError(clash, work)).toMatchObject({ facts: { field: 'key', index: 'one_key' } })
  })

  test('that are not known stay as they are', () => {
    expect(mongoError(new Error('x'), work)).toBeUndefined()
    expect(mongoError(error(2), work)).toBeUndefined()
    expect(isUnavailable(new TypeError('x'))).toBe(false)
    const known = new Conflict(newUlid())
    expect(mongoError(known, work)).toBe(known)
  })
})

interface Proxy {
  readonly port: number
  /** From now on answers come so many milliseconds late. */
  delay(ms: number): void
  /** From now on nothing that arrives is sent on. */
  silence(): void
  stop(): void
}

async function silencingProxy(target: string): Promise<Proxy> {
  const { connect } = await import('node:net')
  const sockets = new Set<Socket>()
  let isSilent = false
  let late = 0
  const server: Server = createServer((client) => {
    const upstream = connect(Number(target), '127.0.0.1')
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from)
      from.on('data', (bytes) => {
        if (isSilent) return
        if (late > 0 && from === upstream) setTimeout(() => to.write(bytes), late)
        else to.write(bytes)
      })
      from.on('error', () => undefined)
      from.on('close', () => to.destroy())
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    delay: (ms) => {
      late = ms
    },
    silence: () => {
      isSilent = true
    },
    stop: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
