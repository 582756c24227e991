import mongoose from 'mongoose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { collectionsOf } from '../../generator/catalog/mongo/index.ts'
import { applyMongo } from '../../generator/live/mongo/apply.ts'
import { verifyMongo } from '../../generator/live/mongo/verify.ts'
import { soundModel } from '../support/analyze-folder.ts'
import { type MongoDatabase, mongoDatabase } from '../support/mongo-server.ts'
import { mutations } from './mongo-mutations.ts'
import { stateOf } from './mongo-state.ts'

const specs = ['spec', 'test/cases/clinic/spec', 'test/cases/value-types/spec', 'test/cases/text-search/spec']
const described = specs.map((folder) => [folder, collectionsOf(soundModel(folder))] as const)

let database: MongoDatabase
let connection: mongoose.Connection
let db: mongoose.mongo.Db

beforeAll(async () => {
  database = await mongoDatabase()
  connection = await mongoose.createConnection(database.url).asPromise()
  if (connection.db === undefined) throw new Error('the connection has no database')
  db = connection.db
})
afterAll(async () => {
  await connection?.close()
  await database?.stop()
})

test('each mutation finds something to change in one of the specs', () => {
  for (const [name, { prepare }] of Object.entries(mutations)) {
    const changes = described.filter(([, collections]) => prepare(collections) !== undefined)
    expect(changes.length, name).toBeGreaterThan(0)
  }
})

describe.each(described)('the database of %s', (_, collections) => {
  beforeEach(async () => {
    await db.dropDatabase()
    await applyMongo(db, collections)
  })

  test('the order of what must be and of what may be says nothing', async () => {
    for (const { name, validator } of collections) {
      await db.command({ collMod: name, validator: { $jsonSchema: turned(validator.$jsonSchema) } })
    }
    expect(await verifyMongo(db, collections)).toEqual([])
  })

  const changes = Object.entries(mutations).flatMap(([name, { prepare, mendedBy }]) => {
    const change = prepare(collections)
    return change === undefined ? [] : [{ name, mendedBy, ...change }]
  })

  test.each(changes)('$name: it is named, and nothing else is', async ({ make, place, facts, mendedBy }) => {
    await make(db)
    const before = await stateOf(db)
    const found = await verifyMongo(db, collections)
    expect(found.map((difference) => difference.fact)).toEqual(
      facts.map((fact) => (typeof fact === 'string' ? fact : expect.stringMatching(new RegExp(`^${fact.source}$`)))),
    )
    expect(found[0]?.place).toBe(place)
    expect(await stateOf(db), 'verify writes nothing').toEqual(before)

    const { differences } = await applyMongo(db, collections)
    if (mendedBy === 'apply') expect(differences).toEqual([])
    else {
      expect(differences.map(({ fact }) => fact)).toEqual(expect.arrayContaining([found[0]?.fact]))
      expect(await stateOf(db), 'apply leaves it alone').toEqual(before)
    }
    const replaced = await applyMongo(db, collections, { replace: true })
    if (mendedBy === 'never') {
      expect(replaced.differences.length).toBeGreaterThan(0)
      expect(await stateOf(db), 'replace leaves it alone').toEqual(before)
    } else {
      expect(replaced.differences).toEqual([])
      expect(await verifyMongo(db, collections)).toEqual([])
    }
  })
})

/** The same rules with every list and every set of keys the other way round. */
function turned<Value>(value: Value): Value
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => turned(item)).reverse()
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, item]) => [key, turned(item)] as const)
  return Object.fromEntries(entries.reverse())
}
