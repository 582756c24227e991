import mongoose from 'mongoose'
import { expect } from 'vitest'
import { type Behaviour, type BehaviourGroup, expectRefusal, failureOf, type World } from './behaviour.ts'

const { Schema } = mongoose

/** A behaviour on a connection of Mongoose's own, to the same database. */
function withMongoose(name: string, run: (connection: mongoose.Connection, world: World) => Promise<void>): Behaviour {
  return {
    name,
    run: async (world) => {
      const options = { dbName: world.database.databaseName, autoIndex: false, autoCreate: false }
      const connection = await mongoose.createConnection(world.uri, options).asPromise()
      try {
        await run(connection, world)
      } finally {
        await connection.close()
      }
    },
  }
}

const namesOf = (indexes: readonly { readonly name?: string }[]): readonly unknown[] =>
  indexes.map(({ name }) => name).sort()

export const mongooseModels: BehaviourGroup = {
  topic: 'Mongoose',
  behaviours: [
    withMongoose('saves with defaults and timestamps, and validates', async (connection, world) => {
      const schema = new Schema(
        { name: { type: String, required: true }, n: { type: Number, default: 4 } },
        { timestamps: true },
      )
      const People = connection.model('Person', schema, world.name())
      const saved = await People.create({ name: 'x' })
      expect(saved.createdAt).toBeInstanceOf(Date)
      await People.updateOne({ _id: saved._id }, { $set: { n: 9 } })
      const found = await People.findById(saved._id).orFail()
      expect(found.updatedAt.getTime()).toBeGreaterThanOrEqual(saved.updatedAt.getTime())
      expect(found.createdAt).toEqual(saved.createdAt)
      expect([saved.n, found.n]).toEqual([4, 9])
      expect(await failureOf(() => People.create({}))).toBeInstanceOf(mongoose.Error.ValidationError)
    }),
    withMongoose('makes the indexes of a model, which hold', async (connection, world) => {
      const schema = new Schema({ email: { type: String, unique: true }, a: Number, b: Number })
      schema.index({ a: 1, b: -1 })
      const People = connection.model('Person', schema, world.name())
      await People.createIndexes()
      expect(namesOf(await People.collection.indexes())).toEqual(['_id_', 'a_1_b_-1', 'email_1'])
      await People.create({ email: 'x' })
      await expectRefusal(11000, () => People.create({ email: 'x' }))
      await People.createIndexes()
    }),
    withMongoose(
      'drops and makes indexes until a model has its own, and then finds nothing to do',
      async (connection, world) => {
        const name = world.name()
        const before = new Schema({ a: { type: Number, index: true }, b: Number, at: Date })
        await connection.model('Before', before, name).createIndexes()
        const after = new Schema({
          a: Number,
          b: { type: Number, unique: true, sparse: true },
          at: { type: Date, expires: 60 },
          p: Number,
          t: String,
        })
        after.index({ p: 1 }, { partialFilterExpression: { p: { $gt: 5 } } })
        after.index({ t: 'text' })
        const After = connection.model('After', after, name)
        const difference = await After.diffIndexes()
        expect(difference.toDrop).toEqual(['a_1'])
        expect(difference.toCreate).toHaveLength(4)
        expect(await After.syncIndexes()).toEqual(['a_1'])
        expect(await After.diffIndexes()).toEqual({ toDrop: [], toCreate: [] })
        expect(await After.syncIndexes()).toEqual([])
      },
    ),
    withMongoose('sees that an index has become unique, and makes it anew', async (connection, world) => {
      const name = world.name()
      await connection.model('Before', new Schema({ a: { type: Number, index: true } }), name).createIndexes()
      const After = connection.model('After', new Schema({ a: { type: Number, unique: true } }), name)
      expect((await After.diffIndexes()).toDrop).toEqual(['a_1'])
      await After.syncIndexes()
      expect((await After.collection.indexes()).find((index) => index.name === 'a_1')?.unique).toBe(true)
    }),
    withMongoose('keeps two from saving over each other', async (connection, world) => {
      const schema = new Schema({ n: Number, list: [Number] }, { optimisticConcurrency: true })
      const Counts = connection.model('Count', schema, world.name())
      const first = await Counts.create({ n: 1, list: [1, 2] })
      const second = await Counts.findById(first._id).orFail()
      first.n = 2
      await first.save()
      second.n = 3
      expect(await failureOf(() => second.save())).toBeInstanceOf(mongoose.Error.VersionError)
    }),
    withMongoose('populates, discriminates, keeps maps and lists, and iterates', async (connection, world) => {
      const Parents = connection.model('Parent', new Schema({ n: String }), world.name())
      const schema = new Schema(
        {
          k: String,
          parent: { type: Schema.Types.ObjectId, ref: 'Parent' },
          map: { type: Map, of: Number },
          list: [{ x: Number }],
        },
        { discriminatorKey: 'kind' },
      )
      const Children = connection.model('Child', schema, world.name())
      const Special = Children.discriminator('Special', new Schema({ extra: Number }))
      const parent = await Parents.create({ n: 'pp' })
      await Special.create({ k: '1', parent: parent._id, extra: 5, map: { a: 1 }, list: [{ x: 1 }, { x: 2 }] })
      await Children.create({ k: '2' })
      expect([await Children.countDocuments(), await Special.countDocuments()]).toEqual([2, 1])
      const found = await Special.findOne().populate<{ parent: { n: string } }>('parent').orFail()
      expect(found.parent.n).toBe('pp')
      found.set('list.1.x', 9)
      found.map?.set('b', 2)
      await found.save()
      expect(await Special.findOne().lean()).toMatchObject({ list: [{ x: 1 }, { x: 9 }], map: { a: 1, b: 2 } })
      const kinds: unknown[] = []
      for await (const child of Children.find().sort({ k: 1 }).cursor({ batchSize: 1 })) kinds.push(child.k)
      expect(kinds).toEqual(['1', '2'])
    }),
    withMongoose('creates a collection with a validator', async (connection, world) => {
      const validator = { $jsonSchema: { bsonType: 'object', required: ['n'] } }
      const Numbers = connection.model('Number', new Schema({ n: Number }), world.name())
      await Numbers.createCollection({ validator })
      await expectRefusal(121, () => Numbers.collection.insertOne({ z: 1 }))
    }),
    withMongoose('writes in bulk, upserts with defaults, asks for existence', async (connection, world) => {
      const schema = new Schema({ k: Number, n: { type: Number, default: 7 } }, { timestamps: true })
      const Rows = connection.model('Row', schema, world.name())
      await Rows.insertMany([{ k: 1 }, { k: 2 }])
      const result = await Rows.bulkWrite([
        { updateOne: { filter: { k: 1 }, update: { $inc: { n: 1 } } } },
        { deleteOne: { filter: { k: 2 } } },
        { insertOne: { document: { k: 3 } } },
      ])
      expect(result).toMatchObject({ modifiedCount: 1, deletedCount: 1, insertedCount: 1 })
      const documents = await Rows.find().sort({ k: 1 })
      for (const document of documents) document.n = 100
      await Rows.bulkSave(documents)
      expect(await Rows.distinct('n')).toEqual([100])
      const upsert = { upsert: true, returnDocument: 'after' } as const
      expect(await Rows.findOneAndUpdate({ k: 50 }, { $set: {} }, upsert)).toMatchObject({ k: 50, n: 7 })
      expect(await Rows.exists({ k: 50 })).not.toBeNull()
    }),
    withMongoose('rolls a transaction back', async (connection, world) => {
      const Rows = connection.model('Row', new Schema({ n: Number }), world.name())
      await Rows.create({ n: 0 })
      await failureOf(() =>
        connection.transaction(async (session) => {
          await Rows.create([{ n: 1 }], { session })
          throw new Error('boom')
        }),
      )
      expect(await Rows.countDocuments()).toBe(1)
    }),
    withMongoose('keeps the types of a schema', async (connection, world) => {
      const { Types } = Schema
      const schema = new Schema({
        d: Types.Decimal128,
        u: Types.UUID,
        b: BigInt,
        buf: Buffer,
        dbl: Types.Double,
        i: Types.Int32,
      })
      const Values = connection.model('Value', schema, world.name())
      const uuid = '0190163d-8694-739b-aea5-966c26f8ad91'
      const value = { d: '1.10', u: uuid, b: 9_007_199_254_740_993n, buf: Buffer.from('hi'), dbl: 5, i: 5 }
      const { _id } = await Values.create(value)
      const found = await Values.findById(_id).orFail()
      expect([String(found.d), String(found.u), String(found.b), String(found.buf)]).toEqual([
        '1.10',
        uuid,
        '9007199254740993',
        'hi',
      ])
      const isOfType = async (path: string, $type: string): Promise<boolean> =>
        (await Values.countDocuments({ [path]: { $type } })) === 1
      expect(await isOfType('dbl', 'double')).toBe(true)
      expect(await isOfType('b', 'long')).toBe(true)
      expect(await isOfType('u', 'binData')).toBe(true)
      expect(await isOfType('i', 'int')).toBe(true)
    }),
    withMongoose('searches text, best first', async (connection, world) => {
      const schema = new Schema({ t: String })
      schema.index({ t: 'text' })
      const Texts = connection.model('Text', schema, world.name())
      await Texts.createIndexes()
      await Texts.create([{ t: 'red apple' }, { t: 'apple apple' }, { t: 'pear' }])
      const score = { $meta: 'textScore' } as const
      const found = await Texts.find({ $text: { $search: 'apple' } }, { score })
        .sort({ score })
        .lean()
      expect(found.map(({ t }) => t)).toEqual(['apple apple', 'red apple'])
    }),
  ],
}
