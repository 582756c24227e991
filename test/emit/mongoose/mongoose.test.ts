import mongoose, { type Connection, type SchemaType } from 'mongoose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Field } from '../../../generator/model/field.ts'
import { fieldNamed, inMongo, type MongoEntity } from '../../../generator/model/lookup.ts'
import type { Model } from '../../../generator/model/model.ts'
import { soundModels } from '../package/cases.ts'
import { Workshop } from '../package/generated-package.ts'
import { type Bson, readBson, violations } from './json-schema.ts'
import { type Collection, collectionsOf, loadMongoose, type MongooseModule } from './loaded.ts'
import { sampleDocument } from './sample.ts'

const specs = soundModels().filter(([, model]) => inMongo(model).length > 0)
const workshop = new Workshop()
const connection: Connection = mongoose.createConnection()
const loaded = new Map<string, MongooseModule>()

beforeAll(async () => {
  for (const [name, model] of specs) loaded.set(name, await loadMongoose(model, name, workshop))
})
afterAll(() => workshop.remove())

function moduleOf(name: string): MongooseModule {
  const found = loaded.get(name)
  if (found === undefined) throw new Error(`${name} was not loaded`)
  return found
}

function collections(name: string, model: Model): readonly Collection[] {
  return collectionsOf(model, moduleOf(name), mongoose.createConnection())
}

/** What Mongoose calls the type of each kind of field. */
function instanceOf({ type, list }: Field): string {
  if (list) return 'Array'
  if (type.kind === 'value') return 'Embedded'
  if (type.kind === 'ref') return type.holds === 'object_id' ? 'ObjectId' : 'String'
  if (type.kind !== 'scalar') return 'String'
  const instances: Readonly<Record<string, string>> = {
    int: 'Int32',
    bigint: 'BigInt',
    float: 'Number',
    decimal: 'Decimal128',
    boolean: 'Boolean',
    timestamp: 'Date',
    date: 'Date',
    uuid: 'UUID',
    object_id: 'ObjectId',
    json: 'Mixed',
    bytes: 'Buffer',
  }
  return instances[type.scalar] ?? 'String'
}

/** A document of a collection as the server would see it, made through Mongoose. */
function sent({ bound }: Collection, values: Record<string, unknown>): Bson {
  const document = new bound(values)
  return readBson(Buffer.from(mongoose.mongo.BSON.serialize(document.toObject(), { ignoreUndefined: true })))
}

/** Why Mongoose refuses a document; `undefined` where it does not. */
async function refusal({ bound }: Collection, values: Record<string, unknown>): Promise<unknown> {
  return await new bound(values).validate().then(
    () => undefined,
    (error: unknown) => error,
  )
}

describe.each(specs)('%s', (name, model) => {
  test('each collection has a model, a description and a file of its own', () => {
    const names = inMongo(model).map(({ mongo }) => mongo.collection.text)
    expect(moduleOf(name).collections.map((described) => described.name)).toEqual(names)
    expect(Object.values(moduleOf(name).models(connection)).map((bound) => bound.collection.name)).toEqual(names)
  })

  test('each path is as the spec has it: name, type, whether it can be empty or change', () => {
    for (const { schema, entity } of collections(name, model)) {
      const { fields } = entity.mongo
      const paths = Object.keys(schema.paths).filter((path) => !path.includes('.') && path !== '_id')
      expect(paths).toEqual(fields.map((field) => field.physical.text))
      for (const field of fields) {
        const path: SchemaType = schema.path(field.physical.text)
        expect(path.instance, `${entity.name}.${field.name}`).toBe(instanceOf(field))
        expect(Boolean(path.options.required), `${entity.name}.${field.name}`).toBe(!field.optional)
        if (field.immutable || field.publicId) expect(path.options.immutable).toBe(true)
      }
    }
  })

  test('nothing is created behind the caller’s back, and no key is swallowed', () => {
    for (const { schema } of collections(name, model)) {
      expect(schema.get('autoIndex')).toBe(false)
      expect(schema.get('autoCreate')).toBe(false)
      expect(schema.get('versionKey')).toBe(false)
      expect(schema.get('strict')).toBe('throw')
      expect(schema.get('minimize')).toBe(false)
    }
  })

  test('each index is declared once, under the name of the spec’s model', () => {
    for (const { schema, entity } of collections(name, model)) {
      const { uniques, indexes, textIndex, expire } = entity.mongo
      const found = schema.indexes()
      const keys = found.map(([key]) => JSON.stringify(key))
      expect(new Set(keys).size, 'keys are distinct').toBe(keys.length)
      const names = [...uniques, ...indexes, ...(textIndex === undefined ? [] : [textIndex])].map(
        (one) => one.name.text,
      )
      const ownExpiry = found.some(([, options]) => options.name === expire?.name.text)
      const wanted = [...names, ...(ownExpiry && expire !== undefined ? [expire.name.text] : [])]
      expect(found.map(([, options]) => options.name).sort()).toEqual(wanted.sort())
      for (const { fields, name: index, full } of uniques) {
        const [key, options] = found.find(([, { name: other }]) => other === index.text) ?? []
        expect(Object.entries(key ?? {})).toEqual(
          fields.map((field) => [fieldNamed(entity.mongo, field).physical.text, 1]),
        )
        expect(options?.unique).toBe(true)
        const filter: unknown = options?.partialFilterExpression
        const text = JSON.stringify(filter ?? {})
        const optional = fields.map((field) => fieldNamed(entity.mongo, field)).filter((field) => field.optional)
        const narrowing = optional.filter((field) => field.origin.kind !== 'tenant')
        expect(filter === undefined).toBe(full && narrowing.length === 0)
        // Two documents without a value must not collide: null is a value to an index.
        for (const field of narrowing)
          expect(text, `${entity.name}.${index.text}`).toContain(`"${field.physical.text}":`)
      }
      for (const { fields, name: index } of indexes) {
        const [key] = found.find(([, { name: other }]) => other === index.text) ?? []
        expect(Object.entries(key ?? {})).toEqual(
          fields.map(({ field, order }) => [
            fieldNamed(entity.mongo, field).physical.text,
            order === 'asc' ? 1 : order === 'desc' ? -1 : 'text',
          ]),
        )
      }
      const seconds = found.flatMap(([, { expireAfterSeconds }]) => expireAfterSeconds ?? [])
      expect(seconds).toEqual(expire === undefined ? [] : [expire.afterSeconds])
    }
  })

  test('a text index never reads a language from a field of the spec', () => {
    for (const { schema, entity } of collections(name, model)) {
      for (const [key, options] of schema.indexes()) {
        if (!Object.values(key).includes('text')) continue
        const override = String(options.language_override)
        expect(options.default_language).toBe('none')
        expect(entity.mongo.fields.map((field) => field.physical.text)).not.toContain(override)
        expect(override).not.toBe('language')
      }
    }
  })

  test('partial indexes ask only what MongoDB supports in them', () => {
    const supported = new Set(['$eq', '$gt', '$gte', '$lt', '$lte', '$type', '$in', '$and', '$or', '$exists'])
    for (const { schema } of collections(name, model)) {
      for (const [, { partialFilterExpression }] of schema.indexes()) {
        const operators = JSON.stringify(partialFilterExpression ?? {}).match(/\$\w+(?=":)/g) ?? []
        expect(operators.filter((operator) => !supported.has(operator))).toEqual([])
        expect(JSON.stringify(partialFilterExpression ?? {})).not.toContain('"$exists":false')
      }
    }
  })

  test('a document with every field passes Mongoose and the server’s own check', async () => {
    for (const collection of collections(name, model)) {
      const values = sampleDocument(collection.entity.mongo.fields, model)
      expect(await refusal(collection, values), collection.entity.name).toBeUndefined()
      expect(violations(collection.validator, sent(collection, values)), collection.entity.name).toEqual([])
    }
  })

  test('a document with only what must be given has every key once its defaults are in', async () => {
    for (const collection of collections(name, model)) {
      const { fields } = collection.entity.mongo
      const given = fields.filter(
        (field) =>
          !field.optional && (field.default === undefined || (field.publicId && collection.entity.root !== 'mongo')),
      )
      const values = sampleDocument(given, model)
      expect(await refusal(collection, values), collection.entity.name).toBeUndefined()
      expect(violations(collection.validator, sent(collection, values)), collection.entity.name).toEqual([])
    }
  })

  test('what is missing, null, surplus or of another type is refused by both', async () => {
    for (const collection of collections(name, model)) {
      const { fields } = collection.entity.mongo
      const values = sampleDocument(fields, model)
      const good = sent(collection, values)
      if (!(good.value instanceof Map)) throw new Error('no document')
      const fieldsSent: ReadonlyMap<string, Bson> = good.value
      const refused = (changed: ReadonlyMap<string, Bson>): boolean =>
        violations(collection.validator, { type: 'object', value: changed }).length > 0
      expect(refused(new Map([...fieldsSent, ['surplusKey', { type: 'null', value: null }]]))).toBe(true)
      expect(() => new collection.bound({ ...values, surplusKey: 1 })).toThrow()
      for (const field of fields) {
        const key = field.physical.text
        const label = `${collection.entity.name}.${field.name}`
        const without = new Map([...fieldsSent].filter(([other]) => other !== key))
        expect(refused(without), `${label} missing`).toBe(true)
        expect(refused(new Map([...fieldsSent, [key, { type: 'null', value: null }]])), `${label} null`).toBe(
          !field.optional,
        )
        expect(refused(new Map([...fieldsSent, [key, { type: 'regex', value: null }]])), `${label} type`).toBe(true)
        const error = await refusal(collection, { ...values, [key]: null })
        expect(error !== undefined, `${label} null in Mongoose`).toBe(!field.optional)
      }
    }
  })
})

describe('connections', () => {
  const [name, model] = specs[0] ?? fail()
  function fail(): never {
    throw new Error('no spec has collections')
  }

  test('share nothing, and one asked twice gives the same models', () => {
    const one = mongoose.createConnection()
    const two = mongoose.createConnection()
    const first = moduleOf(name).models(one)
    const second = moduleOf(name).models(two)
    for (const [key, bound] of Object.entries(first)) {
      expect(moduleOf(name).models(one)[key]).toBe(bound)
      expect(second[key]).not.toBe(bound)
      expect(second[key]?.schema).not.toBe(bound.schema)
      expect(bound.db).toBe(one)
    }
    expect(mongoose.modelNames()).toEqual([])
    expect(mongoose.connection.modelNames()).toEqual([])
  })

  test('a schema that one of them changes stays as it was for the other', () => {
    const [bound] = Object.values(moduleOf(name).models(mongoose.createConnection()))
    bound?.schema.add({ added: String })
    const [other] = Object.values(moduleOf(name).models(mongoose.createConnection()))
    expect(other?.schema.path('added')).toBeUndefined()
    expect(inMongo(model).length).toBeGreaterThan(0)
  })
})

describe('bounds and texts', () => {
  function withField(keep: (field: Field, entity: MongoEntity) => boolean): readonly (readonly [Collection, Field])[] {
    return specs.flatMap(([name, model]) =>
      collections(name, model).flatMap((collection) =>
        collection.entity.mongo.fields
          .filter((field) => keep(field, collection.entity))
          .map((field) => [collection, field] as const),
      ),
    )
  }
  const invalid = async ([collection, field]: readonly [Collection, Field], value: unknown): Promise<boolean> => {
    const values = { ...sampleDocument(collection.entity.mongo.fields, collection.model), [field.physical.text]: value }
    return (await refusal(collection, values)) !== undefined
  }

  test('a number below its minimum is refused', async () => {
    const found = withField(
      ({ min, list, type }) => min !== undefined && !list && type.kind === 'scalar' && type.scalar === 'int',
    )
    expect(found.length).toBeGreaterThan(0)
    for (const one of found) expect(await invalid(one, (one[1].min ?? 0) - 1), one[1].name).toBe(true)
  })

  test('a text may be empty where no pattern forbids it', async () => {
    const found = withField(({ type, pattern, list }) => {
      return (
        !list && pattern === undefined && type.kind === 'scalar' && (type.scalar === 'string' || type.scalar === 'text')
      )
    })
    expect(found.length).toBeGreaterThan(0)
    for (const one of found) expect(await invalid(one, ''), one[1].name).toBe(false)
  })

  test('a text longer than its field is refused', async () => {
    const found = withField(({ type, list }) => !list && type.kind === 'scalar' && type.length !== undefined)
    expect(found.length).toBeGreaterThan(0)
    for (const one of found) {
      const { type } = one[1]
      const length = type.kind === 'scalar' ? (type.length ?? 0) : 0
      expect(await invalid(one, 'a'.repeat(length + 1)), one[1].name).toBe(true)
    }
  })

  test('a public id that is none is refused', async () => {
    const found = withField(({ publicId }) => publicId)
    expect(found.length).toBeGreaterThan(0)
    for (const one of found) {
      for (const bad of ['8ZZZZZZZZZZZZZZZZZZZZZZZZZ', '01arz3ndektsv4rrffq69g5fav', ''])
        expect(await invalid(one, bad)).toBe(true)
    }
  })

  test('a part never makes up the public id of its record', async () => {
    const found = withField(({ publicId }, entity) => publicId && entity.root !== 'mongo')
    expect(found.length).toBeGreaterThan(0)
    for (const one of found) expect(await invalid(one, undefined)).toBe(true)
  })
})
