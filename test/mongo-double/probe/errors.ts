import { expect } from 'vitest'
import { type BehaviourGroup, expectRefusal } from './behaviour.ts'

export const errors: BehaviourGroup = {
  topic: 'errors',
  behaviours: [
    {
      name: 'knows no such command (59)',
      run: async ({ database }) => {
        await expectRefusal(59, () => database.command({ frobnicate: 1 }))
      },
    },
    {
      name: 'knows no such operator of a query (2), of an update (9), no such stage (40324)',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.insertOne({ a: 1 })
        await expectRefusal(2, () => sample.find({ a: { $foo: 1 } }).toArray())
        await expectRefusal(9, () => sample.updateOne({}, { $foo: { a: 1 } }))
        await expectRefusal(40324, () => sample.aggregate([{ $foo: 1 }]).toArray())
      },
    },
    {
      name: 'refuses to count a string (14), to change _id (66), to change a path twice (40), to push to no array (2)',
      run: async ({ collection }) => {
        const one = collection()
        await one.insertOne({ a: 's' })
        await expectRefusal(14, () => one.updateOne({}, { $inc: { a: 1 } }))
        await expectRefusal(66, () => one.updateOne({}, { $set: { _id: 2 } } as object))
        await expectRefusal(40, () => one.updateOne({}, { $set: { a: 1 }, $inc: { a: 1 } }))
        await expectRefusal(2, () => one.updateOne({}, { $push: { a: 1 } } as object))
      },
    },
    {
      name: 'names the key that is there already (11000)',
      run: async ({ database, name }) => {
        const one = database.collection<{ _id: number }>(name())
        await one.insertOne({ _id: 1 })
        const error = await expectRefusal(11000, () => one.insertOne({ _id: 1 }))
        expect(error.keyPattern).toEqual({ _id: 1 })
        expect(error.keyValue).toEqual({ _id: 1 })
        expect(error.message).toMatch(/E11000 duplicate key error collection: .* index: _id_ dup key: \{ _id: 1 \}/)
      },
    },
    {
      name: 'renames no collection that is not there (26)',
      run: async ({ database, name }) => {
        await expectRefusal(26, () => database.renameCollection(name('nothing'), name()))
      },
    },
    {
      name: 'drops a collection that is not there without a word',
      run: async ({ database, name }) => {
        expect(await database.command({ drop: name('nothing') })).toMatchObject({ ok: 1 })
      },
    },
  ],
}
