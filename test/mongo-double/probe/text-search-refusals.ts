import { expect } from 'vitest'
import { type BehaviourGroup, expectRefusal } from './behaviour.ts'

const noPlan = 291
const badValue = 2

export const textSearchRefusals: BehaviourGroup = {
  topic: 'text search refuses',
  behaviours: [
    {
      name: 'a search without equality on every field before the text (291)',
      run: async ({ rows }) => {
        const articles = rows()
        await articles.createIndex({ tenant: 1, shelf: 1, t: 'text' })
        await articles.insertMany([
          { _id: 1, tenant: 'a', shelf: 1, t: 'coffee' },
          { _id: 2, tenant: 'b', shelf: 1, t: 'coffee' },
        ])
        const $text = { $search: 'coffee' }
        const find = async (filter: object): Promise<readonly number[]> =>
          (await articles.find(filter).toArray()).map(({ _id }) => _id)
        expect(await find({ $text, tenant: 'a', shelf: 1 })).toEqual([1])
        expect(await find({ $and: [{ tenant: { $eq: 'b' } }, { $text }], shelf: 1 })).toEqual([2])
        await expectRefusal(noPlan, () => find({ $text }))
        await expectRefusal(noPlan, () => find({ $text, tenant: 'a' }))
        await expectRefusal(noPlan, () => find({ $text, tenant: 'a', shelf: { $gt: 0 } }))
        await expectRefusal(noPlan, () => find({ $text, tenant: { $in: ['a', 'b'] }, shelf: 1 }))
        await expectRefusal(noPlan, () => articles.countDocuments({ $text, shelf: 1 }))
        await expectRefusal(noPlan, () => articles.updateMany({ $text, tenant: 'a' }, { $set: { n: 1 } }))
        await expectRefusal(noPlan, () => articles.deleteMany({ $text, tenant: 'a' }))
      },
    },
    {
      name: 'a search that a partial index may not answer (291)',
      run: async ({ collection }) => {
        const articles = collection()
        await articles.createIndex({ t: 'text' }, { partialFilterExpression: { deleted: null } })
        await articles.insertMany([{ t: 'coffee' }, { t: 'coffee', deleted: new Date(0) }])
        const $text = { $search: 'coffee' }
        expect(await articles.find({ $text, deleted: null }).toArray()).toHaveLength(1)
        await expectRefusal(noPlan, () => articles.find({ $text }).toArray())
      },
    },
    {
      name: 'two searches, a search below $nor, with a hint or in natural order (2)',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.createIndex({ t: 'text' })
        await sample.insertOne({ t: 'coffee' })
        const $text = { $search: 'coffee' }
        await expectRefusal(badValue, () => sample.find({ $and: [{ $text }, { $text }] }).toArray())
        await expectRefusal(badValue, () => sample.find({ $nor: [{ $text }] }).toArray())
        await expectRefusal(badValue, () => sample.find({ $text }).hint('t_text').toArray())
        await expectRefusal(badValue, () => sample.find({ $text }).sort({ $natural: 1 }).toArray())
      },
    },
    {
      name: 'a search in a later stage (17313) and a score without a search (40218)',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.createIndex({ t: 'text' })
        await sample.insertOne({ t: 'coffee' })
        const score = { $meta: 'textScore' } as const
        await expectRefusal(17313, () =>
          sample.aggregate([{ $sort: { t: 1 } }, { $match: { $text: { $search: 'coffee' } } }]).toArray(),
        )
        await expectRefusal(40218, () => sample.find().sort({ score }).toArray())
        await expectRefusal(40218, () => sample.find({}, { projection: { score } }).toArray())
      },
    },
    {
      name: 'a document whose language it does not know (17262)',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.createIndex({ t: 'text' })
        await sample.insertOne({ t: 'kaffee', language: 'german' })
        await expectRefusal(17262, () => sample.insertOne({ t: 'x', language: 'klingon' }))
      },
    },
  ],
}
