import { afterAll, describe, expect, test } from 'vitest'
import { applicationRoleOf, collectionsOf } from '../../../generator/catalog/mongo/index.ts'
import { inMongo } from '../../../generator/model/lookup.ts'
import { soundModels } from '../package/cases.ts'
import { Workshop } from '../package/generated-package.ts'
import { loadMongoose } from './loaded.ts'

const workshop = new Workshop()
afterAll(() => workshop.remove())

const specs = soundModels().filter(([, model]) => inMongo(model).length > 0)

test('there are specs with collections', () => {
  expect(specs.length).toBeGreaterThan(5)
})

// What the command line applies and what an application applies must be one thing, though one is data and the other is
// made of Mongoose schemas, enums and patterns of the package.
describe.each(specs)('%s', (name, model) => {
  test('the package describes the collections as the command line does', async () => {
    const module = await loadMongoose(model, name, workshop)
    expect(module.collections).toEqual(collectionsOf(model))
    expect(module.applicationRole).toEqual(applicationRoleOf(model))
    // `toEqual` does not look at the order of keys, which in an index counts.
    const keys = (collections: typeof module.collections): unknown =>
      collections.map(({ indexes }) => indexes.map(({ key }) => Object.entries(key)))
    expect(keys(module.collections)).toEqual(keys(collectionsOf(model)))
  })

  test('the description is plain data', () => {
    const described = collectionsOf(model)
    expect(JSON.parse(JSON.stringify(described))).toEqual(described)
  })
})
