import { afterAll, beforeAll, expect, test } from 'vitest'
import { referenceModel } from '../package/cases.ts'
import { Workshop } from '../package/generated-package.ts'
import { FakeDatabase } from './fake-database.ts'
import { loadMongoose, type MongooseModule } from './loaded.ts'

const workshop = new Workshop()
let module: MongooseModule

beforeAll(async () => {
  module = await loadMongoose(referenceModel(), 'spec', workshop)
})
afterAll(() => workshop.remove())

test('an empty database gets every collection, validator and index, and says so', async () => {
  const database = new FakeDatabase()
  const report = await module.prepareCollections(database.connection())
  expect(report.map(({ collection }) => collection)).toEqual(module.collections.map(({ name }) => name))
  for (const { collection, validator, indexesCreated } of report) {
    const described = module.collections.find(({ name }) => name === collection)
    expect(validator).toBe('created')
    expect(indexesCreated).toEqual(described?.indexes.map(([, { name }]) => name))
    expect(database.held.get(collection)?.options).toMatchObject({
      validator: described?.validator,
      validationAction: 'error',
      validationLevel: 'strict',
    })
  }
})

test('a second run changes nothing, text and expiring indexes included', async () => {
  const database = new FakeDatabase()
  const first = await module.prepareCollections(database.connection())
  const done = database.commands.length
  const second = await module.prepareCollections(database.connection())
  expect(database.commands.slice(done)).toEqual([])
  expect(second.map(({ validator }) => validator)).toEqual(second.map(() => 'unchanged'))
  expect(second.map(({ indexesUnchanged }) => indexesUnchanged)).toEqual(
    first.map(({ indexesCreated }) => indexesCreated),
  )
})

test('a collection that another process has just made is taken as it is and given its validator', async () => {
  const database = new FakeDatabase()
  const [described] = module.collections
  const name = described?.name ?? ''
  database.held.set(name, { options: {}, indexes: new Map() })
  database.racing.add(name)
  const [first] = await module.prepareCollections(database.connection())
  expect(first).toMatchObject({ collection: name, validator: 'updated' })
})

test('a validator that differs, in itself or in its severity, is set anew', async () => {
  const database = new FakeDatabase()
  await module.prepareCollections(database.connection())
  const [one, two] = module.collections
  const held = database.held.get(one?.name ?? '')
  if (held === undefined) throw new Error('not made')
  held.options = { ...held.options, validator: { $jsonSchema: { bsonType: 'object' } } }
  const other = database.held.get(two?.name ?? '')
  if (other === undefined) throw new Error('not made')
  other.options = { ...other.options, validationAction: 'warn' }
  const report = await module.prepareCollections(database.connection())
  expect(report.filter(({ validator }) => validator === 'updated').map(({ collection }) => collection)).toEqual([
    one?.name,
    two?.name,
  ])
  expect(held.options.validator).toEqual(one?.validator)
})

test('another expiry is set without dropping the index', async () => {
  const database = new FakeDatabase()
  await module.prepareCollections(database.connection())
  const expiring = module.collections.flatMap(({ name, indexes }) =>
    indexes.flatMap(([, options]) =>
      options.expireAfterSeconds === undefined ? [] : [{ name, index: String(options.name) }],
    ),
  )
  const [first] = expiring
  if (first === undefined) throw new Error('the reference spec has expiring collections')
  const indexes = database.held.get(first.name)?.indexes
  const before = indexes?.get(first.index)
  if (before === undefined) throw new Error('not made')
  indexes?.set(first.index, { ...before, expireAfterSeconds: 1 })
  const report = await module.prepareCollections(database.connection())
  expect(report.find(({ collection }) => collection === first.name)?.indexesUpdated).toEqual([first.index])
  expect(indexes?.get(first.index)?.expireAfterSeconds).toBe(before.expireAfterSeconds)
  expect(database.commands.filter((command) => command.startsWith('drop'))).toEqual([])
})

test('an index that differs is reported and left, unless it is to be replaced; unknown ones are never touched', async () => {
  const database = new FakeDatabase()
  await module.prepareCollections(database.connection())
  const described = module.collections.find(({ indexes }) => indexes.some(([, options]) => options.unique === true))
  const [key, options] = described?.indexes.find(([, { unique }]) => unique === true) ?? []
  const indexes = database.held.get(described?.name ?? '')?.indexes
  const name = String(options?.name)
  indexes?.set(name, { name, key: { ...key }, v: 2 })
  indexes?.set('by_hand', { name: 'by_hand', key: { x: 1 }, v: 2 })
  const of = (report: Awaited<ReturnType<MongooseModule['prepareCollections']>>) =>
    report.find(({ collection }) => collection === described?.name)
  const first = of(await module.prepareCollections(database.connection()))
  expect(first).toMatchObject({ indexesDiffering: [name], indexesUnknown: ['by_hand'] })
  expect(indexes?.get(name)?.unique).toBeUndefined()
  const second = of(await module.prepareCollections(database.connection(), { replaceIndexes: true }))
  expect(second).toMatchObject({ indexesDiffering: [], indexesUpdated: [name], indexesUnknown: ['by_hand'] })
  expect(indexes?.get(name)?.unique).toBe(true)
  expect(indexes?.has('by_hand')).toBe(true)
})

test('the order of the fields of an index counts', async () => {
  const database = new FakeDatabase()
  await module.prepareCollections(database.connection())
  const described = module.collections.find(({ indexes }) => indexes.some(([key]) => Object.keys(key).length === 2))
  const [key, options] = described?.indexes.find(([fields]) => Object.keys(fields).length === 2) ?? []
  const name = String(options?.name)
  const turned = Object.fromEntries(Object.entries(key ?? {}).reverse())
  database.held.get(described?.name ?? '')?.indexes.set(name, { ...options, name, key: turned })
  const report = await module.prepareCollections(database.connection())
  expect(report.flatMap(({ indexesDiffering }) => indexesDiffering)).toEqual([name])
})
