import { expect, test } from 'vitest'
import { collectionsOf } from '../../generator/catalog/mongo/index.ts'
import type { CollectionDescription, IndexDescription } from '../../generator/live/mongo/description.ts'
import type { Model } from '../../generator/model/model.ts'
import { analyzeText, errorsOf } from '../support/analyze-text.ts'
import { soundSpecs } from '../support/sound-specs.ts'
import { fromPlainDocument } from './bson/codec.ts'
import { typeName } from './bson/type-name.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument } from './bson/value.ts'
import { completeIndexSpecification } from './indexes/complete-specification.ts'
import { checkTextPlacement } from './query/text-placement.ts'
import { refusalOf } from './refusal.ts'
import { isLanguage } from './text-search/language.ts'
import { compileValidator } from './validation/validator.ts'

/** Every way to narrow an index that the language has, over fields of every type that says how a value is there. */
const bakery = analyzeText(`
enums: { Crust: { about: How hard it is., values: { soft: Soft., hard: Hard. } } }
entities:
  Loaf:
    use: [base_fields, soft_delete_fields]
    tenancy: { mode: required }
    mongo:
      why: every loaf is another
      fields:
        name: { type: string(80) }
        crust: { type: Crust }
        grams: { type: int? }
        price: { type: "decimal(10,2)?" }
        warmth: { type: float? }
        tags: { type: "string(20)[]?" }
        sliced: { type: boolean }
        stamp: { type: bytes? }
        baked_on: { type: timestamp? }
        baker: { type: ref(Baker)? }
      unique:
        - { fields: [name], where: { deleted_on: null }, name: one_name, scope: tenant, about: Names are unique. }
        - { fields: [grams], where: { crust: hard }, name: one_weight, scope: tenant, about: One of a weight. }
        - { fields: [price, warmth], name: one_price, scope: tenant, about: One of a price. }
      indexes:
        - { fields: [baked_on], where: { crust: [soft, hard], grams: [1, 2] }, name: by_crust, about: By crust. }
        - { fields: [grams], where: { sliced: true, grams: 500 }, name: by_sliced, about: Sliced. }
        - { fields: [name], where: { tags: { not: null }, stamp: { not: null }, baker: { not: null } }, name: by_rest, about: Rest. }
        - { fields: [crust], where: { baked_on: { not: null } }, name: by_baked, about: Baked. }
`)

/** Every shape that the compiler emits for a server, over all specs; each is looked up in MongoDB's manual. */
const described: readonly (readonly [spec: string, collection: CollectionDescription])[] = specs().flatMap(
  ([spec, model]) => collectionsOf(model).map((collection) => [spec, collection] as const),
)

const indexes: readonly IndexDescription[] = described.flatMap(([, collection]) => collection.indexes)

function specs(): readonly (readonly [string, Model])[] {
  if (bakery.model === undefined) throw new Error(bakery.diagnostics.map(({ message }) => message).join())
  return [...soundSpecs(), ['bakery', bakery.model]]
}

/** As the driver sends it. */
const asSent = (value: object): BsonDocument => fromPlainDocument({ ...value })

/** What a value looks like where neither names nor numbers count. */
function shapeOf(value: BsonValue): string {
  if (isArray(value)) return `[${[...new Set(value.map(shapeOf))].sort().join(' | ')}]`
  if (!isDocument(value)) return typeName(value)
  const fields = Object.entries(value).map(
    ([name, item]) => `${name.startsWith('$') ? name : 'field'}: ${shapeOf(item)}`,
  )
  return `{ ${[...new Set(fields)].sort().join(', ')} }`
}

function shapesOf(values: readonly object[]): readonly string[] {
  return [...new Set(values.map((value) => shapeOf(asSent(value))))].sort()
}

/** https://www.mongodb.com/docs/v7.0/core/index-partial/: equality, `$type`, `$in`, `$and`; nothing that negates. */
const filterShapes = [
  '{ $and: [{ field: null }] }',
  '{ field: bool }',
  '{ field: int }',
  '{ field: null }',
  '{ field: string }',
  '{ field: { $in: [int] } }',
  '{ field: { $in: [string] } }',
  '{ field: { $type: [string] } }',
  '{ field: { $type: string } }',
]

test('the bakery is in order', () => {
  expect(errorsOf(bakery)).toEqual([])
})

test('the filters of partial indexes are of few shapes, all of which MongoDB documents', () => {
  const filters = indexes.map((index) => index.partialFilterExpression).filter((filter) => filter !== undefined)
  const conditions = filters.flatMap((filter) => {
    return '$and' in filter ? [filter] : Object.entries(filter).map(([field, condition]) => ({ [field]: condition }))
  })
  expect(shapesOf(conditions)).toEqual(filterShapes)
})

/** https://www.mongodb.com/docs/v7.0/reference/command/createIndexes/ */
const indexOptions = new Set([
  'name',
  'key',
  'unique',
  'partialFilterExpression',
  'expireAfterSeconds',
  'weights',
  'default_language',
  'language_override',
])

test('the server takes every index', () => {
  for (const index of indexes) {
    expect(
      refusalOf(() => completeIndexSpecification(asSent(index), undefined)),
      index.name,
    ).toBe('accepted')
    expect(Object.keys(index).filter((option) => !indexOptions.has(option))).toEqual([])
    expect(Buffer.byteLength(index.name), index.name).toBeLessThan(128)
    // https://www.mongodb.com/docs/v7.0/reference/limits/#mongodb-limit-Number-of-Indexed-Fields-in-a-Compound-Index
    expect(Object.keys(index.key).length).toBeLessThanOrEqual(32)
  }
})

test('no collection has more indexes than the server takes, two of one name, or two of one place', () => {
  for (const [spec, { name, indexes: own }] of described) {
    const places = own.map(({ key, partialFilterExpression }) =>
      JSON.stringify([Object.entries(key), partialFilterExpression]),
    )
    expect(own.length, `${spec} ${name}`).toBeLessThan(64)
    expect(new Set(own.map((index) => index.name)).size, `${spec} ${name}`).toBe(own.length)
    expect(new Set(places).size, `${spec} ${name}`).toBe(own.length)
  }
})

/** https://www.mongodb.com/docs/v7.0/core/index-ttl/#restrictions */
test('an index that expires documents has one field, a date, and whole seconds', () => {
  const expiring = described.flatMap(([, { validator, indexes: own }]) => {
    return own
      .filter(({ expireAfterSeconds }) => expireAfterSeconds !== undefined)
      .map((index) => ({ validator, index }))
  })
  expect(expiring.length).toBeGreaterThan(0)
  for (const { validator, index } of expiring) {
    const fields = Object.keys(index.key)
    expect(fields).toHaveLength(1)
    expect([validator.$jsonSchema.properties?.[fields[0] ?? '']?.bsonType].flat()).toContain('date')
    expect(index.expireAfterSeconds).toSatisfy(Number.isSafeInteger)
  }
})

/** https://www.mongodb.com/docs/v7.0/core/indexes/index-types/index-text/text-index-restrictions/ */
test('a text index is alone in its collection and can answer the search of one tenant', () => {
  const texts = described.map(([, { indexes: own }]) => own.filter(({ key }) => Object.values(key).includes('text')))
  expect(texts.flat().length).toBeGreaterThan(0)
  for (const own of texts) expect(own.length).toBeLessThan(2)
  for (const index of texts.flat()) {
    const stored = completeIndexSpecification(asSent(index), undefined)
    const $text = { $search: 'coffee' }
    const before = Object.keys(index.key).filter((field) => index.key[field] !== 'text')
    const equality = Object.fromEntries(before.map((field) => [field, 'x']))
    expect(refusalOf(() => checkTextPlacement({ ...equality, $text }, stored))).toBe('accepted')
    const withoutIt = refusalOf(() => checkTextPlacement({ $text }, stored))
    expect(withoutIt).toBe(before.length === 0 ? 'accepted' : '291 NoQueryExecutionPlans')
    expect(isLanguage(index.default_language ?? '')).toBe(true)
    // https://www.mongodb.com/docs/v7.0/tutorial/control-results-of-text-search/
    for (const weight of Object.values(index.weights ?? {}))
      expect(weight).toSatisfy((one: number) => one >= 1 && one < 100_000)
  }
})

/** The keywords of https://www.mongodb.com/docs/v7.0/reference/operator/query/jsonSchema/ that a validator uses. */
const keywords = new Set([
  'additionalProperties',
  'bsonType',
  'enum',
  'items',
  'maxLength',
  'maximum',
  'minimum',
  'pattern',
  'properties',
  'required',
])

function keywordsOf(schema: BsonValue): readonly string[] {
  if (!isDocument(schema)) return []
  const { properties, items } = schema
  const within = isDocument(properties) ? Object.values(properties) : []
  return [...Object.keys(schema), ...[...within, items].flatMap(keywordsOf)]
}

test('the server takes every validator, by itself and negated', () => {
  const validators = described.map(([, { validator }]) => validator)
  expect(validators.length).toBeGreaterThan(0)
  for (const validator of validators) {
    const sent = asSent(validator)
    expect(refusalOf(() => compileValidator(sent))).toBe('accepted')
    // As documents are counted that fail it.
    expect(refusalOf(() => compileValidator({ $nor: [sent] }))).toBe('accepted')
    expect(keywordsOf(sent.$jsonSchema).filter((keyword) => !keywords.has(keyword))).toEqual([])
  }
})
