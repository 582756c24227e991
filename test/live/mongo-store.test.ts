import { resolve } from 'node:path'
import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mongoStore } from '../../generator/cli/stores/mongo.ts'
import { StoreRefusal } from '../../generator/cli/stores/refusal.ts'
import type { StoreSurroundings } from '../../generator/cli/stores/store.ts'
import { UserError } from '../../generator/cli/user-error.ts'
import { soundModel } from '../support/analyze-folder.ts'
import { type MongoDatabase, mongoDatabase } from '../support/mongo-server.ts'

const model = soundModel('spec')
const variable = model.project.stores.mongo?.url ?? ''

function surroundings(url: string | undefined): StoreSurroundings {
  const env = url === undefined ? {} : { [variable]: url }
  return { model, env, folder: resolve('.'), note: () => {}, progress: () => {} }
}

test('the spec declares it', () => {
  expect(mongoStore.isDeclaredIn(model)).toBe(true)
  expect(mongoStore.isDeclaredIn(soundModel('test/cases/postgres-only/spec'))).toBe(false)
})

describe('where it cannot begin', () => {
  const secret = 's3cret%2Fword'
  test.each([
    ['nothing is set', undefined, UserError, variable],
    ['the URL names no database', `mongodb://someone:${secret}@127.0.0.1:1`, UserError, 'names no database'],
    ['the URL is of something else', `http://someone:${secret}@127.0.0.1:1/shop`, UserError, 'no connection string'],
    ['the password is not encoded', `mongodb://someone:${secret}@@127.0.0.1:1/shop`, UserError, 'no connection string'],
    ['nobody listens', `mongodb://someone:${secret}@127.0.0.1:1/shop`, StoreRefusal, 'shop at 127.0.0.1:1'],
    ['the host is unknown', `mongodb+srv://someone:${secret}@nowhere.invalid/shop`, StoreRefusal, 'nowhere.invalid'],
  ])('%s: it says so, without the password', { timeout: 30_000 }, async (_, url, type, text) => {
    const error: unknown = await mongoStore.connect(surroundings(url)).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(type)
    const { message, hint = '' } = error as StoreRefusal
    expect(message).toContain(text)
    if (type === UserError) expect(message).toContain(variable)
    expect(message + hint).not.toMatch(/s3cret/)
  })
})

describe('where it can', () => {
  let database: MongoDatabase
  beforeAll(async () => {
    database = await mongoDatabase()
  })
  afterAll(() => database?.stop())

  test('it applies and verifies, and says where without user and password', async () => {
    const notes: string[] = []
    const given = { ...surroundings(database.url), note: (text: string) => void notes.push(text) }
    const connection = await mongoStore.connect(given)
    try {
      expect(connection.target).toContain(database.databaseName)
      expect(connection.target).not.toContain('mongodb:')
      const missing = (await connection.verify()).filter(({ fact }) => fact === 'missing').map(({ place }) => place)
      expect(connection.contents.length).toBeGreaterThan(0)
      expect(missing).toEqual(expect.arrayContaining([...connection.contents]))
      expect((await connection.apply({})).differences).toEqual([])
      expect(await connection.verify()).toEqual([])
      expect(notes).toEqual([])
      // Databases are shared: what lies beside the spec's collections is no difference, and is named.
      const server = await mongoose.createConnection(database.url).asPromise()
      await server.createCollection('guests')
      await server.close()
      expect(await connection.verify()).toEqual([])
      expect((await connection.apply({ replace: true })).differences).toEqual([])
      expect(notes).toEqual(['collections beside those of the spec, not looked at: guests'])
    } finally {
      await connection.close()
    }
  })

  test('what the server refuses is a refusal', async () => {
    const connection = await mongoStore.connect(surroundings(database.url))
    await connection.close()
    await expect(connection.verify()).rejects.toBeInstanceOf(StoreRefusal)
    expect(mongoose.connections.filter(({ readyState }) => readyState === 1)).toEqual([])
  })
})
