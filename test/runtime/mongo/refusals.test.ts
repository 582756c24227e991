import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Conflict, Forbidden, InvalidInput, Missing } from '../../../runtime/src/errors/errors.ts'
import { newUlid } from '../../../runtime/src/ids/ulid.ts'
import type { Scope } from '../../../runtime/src/stores/scope.ts'
import { refusal } from '../../live/reference-models.ts'
import { type Documents, newTenant, openDocuments, plant, scopeOf } from './documents.ts'

let documents: Documents
const [ours, theirs] = [newTenant(), newTenant()]
const user = { kind: 'user', id: newUlid() } as const
const our = scopeOf(ours, user)
const their = scopeOf(theirs)

beforeAll(async () => {
  documents = await openDocuments()
})
afterAll(() => documents?.close())
beforeEach(() => documents.clear())

const plants = (scope: Scope = our) => documents.repository(scope, 'plant')

describe('what is refused', () => {
  test.each<readonly [string, object]>([
    ['a key that is no slug', { key: 'Not' }],
    ['a member that is none', { colour: 'red' }],
    ['a member of the data layer', { revision: 3 }],
    ['nothing', {}],
  ])('%s never reaches the server', async (_, input) => {
    expect(await refusal(plants().create({ name: 'x', ...input }))).toBeInstanceOf(InvalidInput)
    expect(await documents.raw('plants').countDocuments()).toBe(0)
  })

  test('a key that is taken is a Conflict that names it, and no value', async () => {
    await plants().create(plant('oak'))
    const error = await refusal(plants().create(plant('oak')))
    expect(error).toBeInstanceOf(Conflict)
    expect(error).toMatchObject({ facts: { entity: 'Plant', field: 'key' } })
    expect(String(error)).not.toContain('oak')
    await plants(their).create(plant('oak'))
  })

  test.each<readonly [string, object]>([
    ['code', { $where: 'true' }],
    ['code in an expression', { $expr: { $function: { body: 'x', args: [], lang: 'js' } } }],
    ['code deep in an expression', { $or: [{ $expr: { $eq: [{ $accumulator: {} }, 1] } }] }],
    ['a search beside others', { $text: { $search: 'x' } }],
    ['a schema', { $jsonSchema: {} }],
    ['an operator nobody knows', { name: { $new: 1 } }],
    ['an expression nobody knows', { $expr: { $new: 1 } }],
    ['another tenant', { gardenId: theirs.refId }],
    ['another tenant deep within', { $and: [{ $or: [{ gardenId: { $in: [ours.refId, theirs.refId] } }] }] }],
    ['whoever is not ours', { gardenId: { $ne: ours.refId } }],
  ])('of filters: %s', async (_, where) => {
    expect(await refusal(plants().findMany({ where }))).toBeInstanceOf(Forbidden)
    expect(await refusal(plants().count({ where }))).toBeInstanceOf(Forbidden)
    expect(await refusal(plants().updateMany({ where, data: { name: 'x' } }))).toBeInstanceOf(Forbidden)
    expect(await refusal(plants().deleteMany({ where }))).toBeInstanceOf(Forbidden)
    expect(await refusal(plants().distinct('name', where))).toBeInstanceOf(Forbidden)
    expect(await refusal(plants().page({ where }))).toBeInstanceOf(Forbidden)
    expect(await refusal(plants().search('x', { where }))).toBeInstanceOf(Forbidden)
  })

  test.each<readonly [string, object]>([
    ['a member that is none', { nam: 'x' }],
    ['an undefined value', { name: undefined }],
    ['an object where a text is', { name: { a: 1 } }],
    ['what is encrypted', { secret: 'x' }],
    ['a value that poses as one of BSON', { facts: { _bsontype: 'Code', code: 'x' } }],
    ['the prototype', JSON.parse('{"__proto__": {"name": "x"}}')],
  ])('of filters, as a mistake: %s', async (_, where) => {
    expect(await refusal(plants().findMany({ where }))).toBeInstanceOf(InvalidInput)
  })

  test.each<readonly [string, unknown]>([
    ['a pipeline', [{ $set: { name: 'x' } }]],
    ['$rename', { $rename: { name: 'key' } }],
    ['$setOnInsert', { $setOnInsert: { name: 'x' } }],
    ['another tenant', { gardenId: theirs.refId }],
  ])('of changes: %s', async (_, changes) => {
    const { refId } = await plants().create(plant('oak'))
    expect(await refusal(plants().update(String(refId), changes))).toBeInstanceOf(Forbidden)
  })

  test.each<readonly [string, object]>([
    ['what the data layer writes', { $set: { revision: 9 } }],
    ['what keeps its first value', { lot: 'x' }],
    ['a counter of the data layer', { $inc: { revision: 9 } }],
    ['the public id', { $min: { refId: 1 } }],
    ['a path within', { $set: { 'size.height': 1 } }],
    ['a secret by an operator', { $push: { secret: 'x' } }],
    ['a value of another type', { $inc: { count: 'x' } }],
    ['an item of another type', { $push: { tags: 1 } }],
  ])('of changes, as a mistake: %s', async (_, changes) => {
    const { refId } = await plants().create(plant('oak'))
    expect(await refusal(plants().update(String(refId), changes))).toBeInstanceOf(InvalidInput)
  })

  test('an operator whose outcome the collection does not take', async () => {
    const { refId } = await plants().create(plant('oak'))
    const error = await refusal(plants().update(String(refId), { $inc: { count: 5_000 } }))
    expect(error).toBeInstanceOf(InvalidInput)
    expect(error).toMatchObject({ issues: [{ path: ['count'] }] })
  })

  test('a secret in many records at once', async () => {
    expect(await refusal(plants().updateMany({ where: {}, data: { secret: 'x' } }))).toBeInstanceOf(Forbidden)
  })

  test.each([
    ['a tenant', our],
    ['the system', { kind: 'system', reason: 'a test' } as const],
  ])('to change or delete all without saying so, by %s', async (_, scope) => {
    await plants().create(plant('oak'))
    for (const work of [
      () => plants(scope).deleteMany(undefined),
      () => plants(scope).deleteMany({}),
      () => plants(scope).deleteMany({ where: undefined }),
      () => plants(scope).updateMany({ data: { name: 'x' } }),
      () => plants(scope).updateMany({ where: undefined, data: { name: 'x' } }),
    ]) {
      const error = await refusal(work())
      expect(error).toBeInstanceOf(InvalidInput)
      expect(error).toMatchObject({ issues: [{ path: ['where'], message: 'is required: an empty one means all' }] })
    }
    expect(await plants().findMany()).toMatchObject([{ name: 'oak' }])
    expect(await plants(scope).deleteMany({ where: {} })).toBe(1)
  })

  test('what refers to a document of another tenant, or to none', async () => {
    const [own, other] = [await plants().create(plant('oak')), await plants(their).create(plant('elm'))]
    await plants(their).create(plant('ivy'))
    const gone = await plants().create(plant('gone'))
    await plants().delete(String(gone.refId))
    const weather = documents.repository(our, 'weather')
    const [refId, parent] = [String(own.refId), String(other.refId)]
    for (const work of [
      () => weather.create({ temperature: 1, plant: parent }),
      () => weather.create({ temperature: 1, plantRefId: newUlid() }),
      () => weather.create({ temperature: 1, plant: gone.refId }),
      () =>
        weather.createMany([
          { temperature: 1, plant: refId },
          { temperature: 1, plant: parent },
        ]),
      () => plants().update(refId, { parent }),
      () => plants().update(refId, { $set: { parentRefId: parent } }),
      () => plants().updateMany({ where: {}, data: { parent } }),
    ]) {
      const error = await refusal(work())
      expect(error).toBeInstanceOf(Missing)
      expect(error).toMatchObject({ facts: { field: expect.stringMatching(/^(plant|parent)RefId$/) } })
    }
    expect(await weather.count()).toBe(0)
    expect(await plants().get(refId)).toMatchObject({ parentRefId: null })
    expect(await plants().update(refId, { parent: refId })).toMatchObject({ parentRefId: refId })
  })

  test.each<readonly [string, (from: string) => object]>([
    ['$lookup', (from) => ({ $lookup: { from, as: 'found', pipeline: [] } })],
    ['$unionWith', (from) => ({ $unionWith: from })],
    [
      '$graphLookup',
      (from) => ({
        $graphLookup: { from, startWith: '$key', connectFromField: 'key', connectToField: 'key', as: 'found' },
      }),
    ],
  ])('%s of documents that are parts of rows, by name', async (_, stage) => {
    expect(await plants().aggregate([stage('recipes')])).toEqual([])
    const error = await refusal(plants().aggregate([stage('greenhouse_plans')]))
    expect(error).toBeInstanceOf(Forbidden)
    expect(String(error)).toContain('greenhouse_plans')
  })

  test('a transaction of PostgreSQL', async () => {
    const session = {} as never
    const { documentRepository } = await import('../../../runtime/src/documents/repository.ts')
    const within = documentRepository(documents.context(our, { session }), 'plant')
    expect(await refusal(within.count())).toBeInstanceOf(Forbidden)
    expect(await refusal(within.create(plant('oak')))).toBeInstanceOf(Forbidden)
  })

  test('a scope that is none', async () => {
    expect(await refusal(plants({ kind: 'plain' }).count())).toBeInstanceOf(Forbidden)
  })
})
