import { setTimeout as pause } from 'node:timers/promises'
import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MongoDouble, startMongoDouble } from '../index.ts'
import { body, message, RawClient, sequence } from './raw-client.ts'

const { Long, MongoClient, MongoServerError, UUID } = mongoose.mongo

describe('the server', () => {
  let double: MongoDouble
  let client: mongoose.mongo.MongoClient

  beforeAll(async () => {
    double = await startMongoDouble()
    client = await new MongoClient(double.uri).connect()
  })

  afterAll(async () => {
    await client?.close()
    await double?.stop()
  })

  test('gives every client the same data', async () => {
    const clients = await Promise.all(Array.from({ length: 10 }, () => new MongoClient(double.uri).connect()))
    const same = clients.map((one) => one.db('shared').collection<{ _id: string; n: number }>('counters'))
    const increment = { $inc: { n: 1 } }
    await Promise.all(
      same.flatMap((counters) =>
        Array.from({ length: 20 }, () => counters.updateOne({ _id: 'all' }, increment, { upsert: true })),
      ),
    )
    expect(await same[0]?.find().toArray()).toEqual([{ _id: 'all', n: 200 }])
    await Promise.all(clients.map((one) => one.close()))
  })

  test('takes and gives large batches', async () => {
    const large = client.db('large').collection<{ _id: number; text: string }>('documents')
    const text = 'x'.repeat(4000)
    const documents = Array.from({ length: 10_000 }, (_, _id) => ({ _id, text }))
    expect((await large.insertMany(documents)).insertedCount).toBe(10_000)
    const found = await large.find().sort({ _id: -1 }).batchSize(10_000).toArray()
    expect(found.map(({ _id }) => _id)).toEqual(documents.map(({ _id }) => _id).reverse())
    const longest = 16 * 1024 * 1024 - 100
    await large.insertOne({ _id: -1, text: 'x'.repeat(longest) })
    expect((await large.findOne({ _id: -1 }))?.text).toHaveLength(longest)
    expect((await large.deleteMany({})).deletedCount).toBe(10_001)
  })

  test('ends what a client was waiting for when it breaks off, and loses nothing that it had sent', async () => {
    const raw = await RawClient.connect(double.uri)
    raw.send(message(body({ create: 'tail', capped: true, size: 1000, $db: 'broken' })))
    expect(await raw.answer()).toMatchObject({ ok: 1 })
    raw.send(message(body({ insert: 'tail', documents: [{ _id: 1 }], $db: 'broken' })))
    expect(await raw.answer()).toMatchObject({ n: 1 })
    raw.send(message(body({ find: 'tail', tailable: true, awaitData: true, $db: 'broken' })))
    const found = await raw.answer()
    const { id } = (found?.cursor ?? {}) as { id?: number | mongoose.mongo.Long }
    const getMore = Long.fromString(String(id))
    raw.send(message(body({ getMore, collection: 'tail', maxTimeMS: 60_000, $db: 'broken' })))
    raw.breakOff()
    expect(await client.db('broken').collection('tail').countDocuments()).toBe(1)
  })

  test('writes a batch once that a client sends twice because its answer was lost', async () => {
    const raw = await RawClient.connect(double.uri)
    const insert = { insert: 'once', lsid: { id: new UUID() }, txnNumber: Long.fromNumber(1), $db: 'retried' }
    const first = message(Buffer.concat([body(insert), sequence('documents', [])]))
    raw.send(first)
    expect(await raw.answer()).toMatchObject({ ok: 0, code: 16 })
    const increment = { update: 'once', updates: [{ q: {}, u: { $inc: { n: 1 } }, upsert: true }] }
    const update = message(body({ ...increment, lsid: insert.lsid, txnNumber: Long.fromNumber(2), $db: 'retried' }))
    raw.send(update)
    raw.send(update)
    expect(await raw.answer()).toMatchObject({ ok: 1, n: 1 })
    expect(await raw.answer()).toMatchObject({ ok: 1, n: 1 })
    raw.breakOff()
    expect((await client.db('retried').collection('once').findOne())?.n).toBe(1)
  })

  test('lets nobody in who has not logged in, where it is told so', async () => {
    const guarded = await startMongoDouble({ requiresAuthentication: true })
    const stranger = await new MongoClient(guarded.uri).connect()
    const attempt = stranger.db('any').collection('any').insertOne({ a: 1 })
    await expect(attempt).rejects.toMatchObject({ code: 13 })
    await expect(attempt).rejects.toBeInstanceOf(MongoServerError)
    await stranger.db('admin').command({ createUser: 'first', pwd: 'secret', roles: ['root'] })
    const second = stranger.db('admin').command({ createUser: 'second', pwd: 'secret', roles: ['root'] })
    await expect(second).rejects.toMatchObject({ code: 13 })
    const login = { auth: { username: 'first', password: 'secret' }, authSource: 'admin' }
    const known = await new MongoClient(guarded.uri, login).connect()
    expect((await known.db('any').collection('any').insertOne({ a: 1 })).acknowledged).toBe(true)
    await known.close()
    await stranger.close()
    await guarded.stop()
  })

  test('stops with clients connected and waiting, twice, and frees its port', async () => {
    const stopped = await startMongoDouble()
    const port = Number(new URL(stopped.uri).port)
    const connected = await new MongoClient(stopped.uri, { serverSelectionTimeoutMS: 500 }).connect()
    const stream = connected.db('any').watch([], { maxAwaitTimeMS: 60_000 })
    const waiting = stream.next().catch((error: unknown) => error)
    await pause(100)
    await stopped.stop()
    await stopped.stop()
    expect(await waiting).toBeInstanceOf(Error)
    const successor = await startMongoDouble({ port })
    expect(new URL(successor.uri).port).toBe(String(port))
    await successor.stop()
    await stream.close()
    await connected.close()
  })

  test('takes no port that another has', async () => {
    const port = Number(new URL(double.uri).port)
    await expect(startMongoDouble({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  test('keeps two servers apart', async () => {
    const other = await startMongoDouble()
    const there = await new MongoClient(other.uri).connect()
    await client.db('apart').collection('here').insertOne({ a: 1 })
    expect(await there.db('apart').collection('here').countDocuments()).toBe(0)
    await there.close()
    await other.stop()
  })
})
