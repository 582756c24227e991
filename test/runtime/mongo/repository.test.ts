import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { prepareDocument } from '../../../runtime/src/documents/part.ts'
import { Conflict, Forbidden, InvalidInput, Missing } from '../../../runtime/src/errors/errors.ts'
import { newUlid } from '../../../runtime/src/ids/ulid.ts'
import { newUuid7 } from '../../../runtime/src/ids/uuid.ts'
import type { Scope } from '../../../runtime/src/stores/scope.ts'
import { refusal } from '../../live/reference-models.ts'
import { type Documents, newTenant, openDocuments, plant, scopeOf } from './documents.ts'

let documents: Documents
const [ours, theirs] = [newTenant(), newTenant()]
const user = { kind: 'user', id: newUlid(), userId: newUuid7() } as const
const our = scopeOf(ours, user)
const their = scopeOf(theirs)
const system: Scope = { kind: 'system', reason: 'a test' }

beforeAll(async () => {
  documents = await openDocuments()
})
afterAll(() => documents?.close())
beforeEach(() => documents.clear())

const plants = (scope: Scope = our) => documents.repository(scope, 'plant')

const whole = {
  key: 'oak',
  name: 'Oak',
  story: 'Old.',
  count: 3,
  seeds: 9_007_199_254_740_993n,
  price: '12.50',
  acidity: '6.123456789',
  warmth: -3.5,
  isEdible: true,
  plantedOn: new Date('2026-01-02T03:04:05.678Z'),
  dueOn: new Date('2026-05-01'),
  batch: '0198c0de-0000-7000-8000-00000000beef',
  label: newUlid(),
  picture: '0123456789abcdef01234567',
  facts: { deep: [{ a: null, $ref: '#/x' }, 1.5] },
  stamp: new Uint8Array([0, 255, 7]),
  grower: 'ada@example.com',
  page: 'https://example.com/oak',
  externalCatalogueId: 'C 1',
  season: 'autumn',
  seasons: ['spring', 'autumn'],
  tags: ['big'],
  sizes: [{ height: 1, spread: '0.5' }],
  size: { height: 20.5, spread: null, unit: 'ft' },
  secret: 'Water it at night.',
}

describe('a document', () => {
  test('comes back as it was given, with what the data layer writes, and no _id', async () => {
    const before = Date.now()
    const made = await plants().create(whole)
    expect(made).toEqual({
      ...whole,
      price: '12.5',
      sizes: [{ height: 1, spread: '0.5', unit: 'm' }],
      parentRefId: null,
      lot: 'none',
      refId: expect.stringMatching(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/),
      gardenId: ours.refId,
      createdOn: expect.any(Date),
      createdBy: user.id,
      updatedOn: made.createdOn,
      updatedBy: user.id,
      revision: 0,
      deletedOn: null,
      deletedBy: null,
    })
    expect(Number(made.createdOn)).toBeGreaterThanOrEqual(before)
    const refId = String(made.refId)
    expect(await plants().get(refId)).toEqual(made)
    expect(await plants().findFirst({ where: { key: 'oak' } })).toEqual(made)
    const [stored] = await documents.raw('plants').find().toArray()
    expect(JSON.stringify(stored)).not.toContain('night')
    expect(stored?.secret).toMatch(/^s1\.k1\./)
    expect(stored?.picture).toMatchObject({ _bsontype: 'ObjectId' })
    expect(stored?.seeds).toMatchObject({ _bsontype: 'Long' })
    expect(stored?.batch).toMatchObject({ _bsontype: 'Binary', sub_type: 4 })
  })

  test('is found by every type of value that it holds', async () => {
    const { refId } = await plants().create(whole)
    await plants().create(plant('elm'))
    const found = async (where: object): Promise<unknown> =>
      (await plants().findMany({ where })).map((one) => one.refId)
    for (const name of [
      'seeds',
      'price',
      'acidity',
      'plantedOn',
      'dueOn',
      'batch',
      'label',
      'picture',
      'isEdible',
      'warmth',
    ] as const)
      expect(await found({ [name]: whole[name] }), name).toEqual([refId])
    expect(await found({ plantedOn: { $gt: '2026-01-01T00:00:00Z' } })).toEqual([refId])
    expect(await found({ price: { $gte: '12.4', $lt: '12.6' } })).toEqual([refId])
    expect(await found({ 'sizes.spread': '0.5' })).toEqual([refId])
    expect(await found({ sizes: { $elemMatch: { spread: '0.5', height: { $gt: 0 } } } })).toEqual([refId])
    expect(await found({ picture: { $in: [whole.picture] } })).toEqual([refId])
    expect(await found({ $or: [{ picture: whole.picture }, { $nor: [{}] }] })).toEqual([refId])
    expect(await found({ 'facts.deep.1': 1.5 })).toEqual([refId])
    expect(await found({ $expr: { $gt: ['$count', 2] } })).toEqual([refId])
    expect(await found({ key: /^o/ })).toEqual([refId])
  })

  test('changes by members and by operators, each change counted and signed', async () => {
    const { refId } = await plants().create(whole)
    const other = scopeOf(ours)
    const changed = await plants(other).update(String(refId), {
      name: 'Red oak',
      price: '13',
      secret: 'New.',
      batch: null,
    })
    expect(changed).toMatchObject({
      name: 'Red oak',
      price: '13',
      secret: 'New.',
      batch: null,
      revision: 1,
      updatedBy: null,
    })
    const again = await plants().update(String(refId), {
      $set: { season: 'winter' },
      $inc: { count: 2, price: '0.5', seeds: 1n },
      $push: { tags: { $each: ['old', 'red'] } },
      $addToSet: { seasons: 'autumn' },
    })
    expect(again).toMatchObject({
      season: 'winter',
      count: 5,
      price: '13.5',
      seeds: whole.seeds + 1n,
      tags: ['big', 'old', 'red'],
      seasons: ['spring', 'autumn'],
      revision: 2,
      updatedBy: user.id,
    })
    expect(await plants().updateMany({ where: { key: 'oak' }, data: { tags: [] } })).toBe(1)
    expect(await plants().get(String(refId))).toMatchObject({ tags: [], revision: 3 })
  })

  test('is changed by one of two who have read the same', async () => {
    const { refId } = await plants().create(whole)
    await plants().update(String(refId), { name: 'First' }, { revision: 0 })
    const late = await refusal(plants().update(String(refId), { name: 'Second' }, { revision: 0 }))
    expect(late).toBeInstanceOf(Conflict)
    expect(late).toMatchObject({ facts: { revision: 1, given: 0, refId } })
    expect(await plants().get(String(refId))).toMatchObject({ name: 'First' })
    expect(await refusal(plants().delete(String(refId), { revision: 0 }))).toBeInstanceOf(Conflict)
  })

  test('of twenty racing changes one wins', { tags: ['race'] }, async () => {
    const refId = String((await plants().create(whole)).refId)
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => plants().update(refId, { name: `W ${n}` }, { revision: 0 })),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of outcomes) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Conflict)
  })

  test('is hidden by delete, comes back by restore, and goes by purge', async () => {
    const refId = String((await plants().create(whole)).refId)
    expect(await refusal(plants().restore(refId))).toBeInstanceOf(Missing)
    expect(await refusal(plants().purge(refId))).toBeInstanceOf(Missing)
    await plants().delete(refId)
    expect(await plants().find(refId)).toBeNull()
    expect(await plants().count()).toBe(0)
    expect(await plants().aggregate([])).toEqual([])
    expect(await plants().withDeleted.get(refId)).toMatchObject({
      deletedBy: user.id,
      deletedOn: expect.any(Date),
      revision: 1,
    })
    expect(await refusal(plants().update(refId, { name: 'x' }))).toBeInstanceOf(Missing)
    expect(await refusal(plants().delete(refId))).toBeInstanceOf(Missing)

    await plants().create(plant('oak'))
    const taken = await refusal(plants().restore(refId))
    expect(taken).toBeInstanceOf(Conflict)
    expect(taken).toMatchObject({ facts: { field: 'key', index: 'one_key' } })
    await plants().deleteMany({ where: { name: 'oak' } })
    expect(await plants().restore(refId)).toMatchObject({ deletedOn: null, deletedBy: null, revision: 2 })
    await plants().delete(refId)
    await plants().purge(refId)
    expect(await plants().withDeleted.find(refId)).toBeNull()
  })

  test('that is written once is not changed, and says so by name', async () => {
    const weather = documents.repository(our, 'weather')
    const { refId } = await weather.create({ temperature: 3 })
    for (const work of [
      () => weather.update(String(refId), { temperature: 4 }),
      () => weather.updateMany({ data: { temperature: 4 } }),
      () => weather.delete(String(refId)),
      () => weather.deleteMany({}),
      () => weather.purge(String(refId)),
      () => weather.restore(String(refId)),
    ])
      expect(await refusal(work())).toBeInstanceOf(Forbidden)
    expect(await weather.get(String(refId))).toMatchObject({ temperature: 3, plantRefId: null })
  })
})

describe('records that all tenants share', () => {
  test('are read by all, made and changed by the system alone', async () => {
    const recipes = (scope: Scope) => documents.repository(scope, 'recipe')
    const shared = await recipes(system).create({ title: 'Compost', steps: ['turn'] })
    expect(shared).toMatchObject({ gardenId: null, createdBy: null })
    const own = await recipes(our).create({ title: 'Ours', steps: [] })
    expect((await recipes(our).findMany()).map(({ title }) => title).sort()).toEqual(['Compost', 'Ours'])
    expect((await recipes(their).findMany()).map(({ title }) => title)).toEqual(['Compost'])
    for (const work of [
      () => recipes(our).update(String(shared.refId), { title: 'Taken' }),
      () => recipes(our).delete(String(shared.refId)),
      () => recipes(their).update(String(own.refId), { title: 'Taken' }),
    ])
      expect(await refusal(work())).toBeInstanceOf(Missing)
    expect(await recipes(our).updateMany({ where: {}, data: { title: 'Taken' } })).toBe(1)
    expect(await recipes(our).get(String(shared.refId))).toMatchObject({ title: 'Compost' })
    expect(await refusal(recipes(our).create({ title: 'x', steps: [], gardenId: null }))).toBeInstanceOf(Forbidden)
    expect(await recipes(system).update(String(shared.refId), { title: 'New' })).toMatchObject({ title: 'New' })
  })

  test('a system scope names the tenant of what it makes', async () => {
    expect(await refusal(plants(system).create(plant('oak')))).toBeInstanceOf(InvalidInput)
    expect(await plants(system).create(plant('oak', { gardenId: theirs.refId }))).toMatchObject({
      gardenId: theirs.refId,
    })
    expect(await plants(system).count()).toBe(1)
    expect(await plants().count()).toBe(0)
  })

  test('a user who acts for the system is none of the tenant’s, and is not named', async () => {
    const acting: Scope = { ...system, actor: { kind: 'user', id: newUlid() } }
    const made = await plants(acting).create(plant('oak', { gardenId: theirs.refId }))
    expect(made).toMatchObject({ createdBy: null, updatedBy: null })
    const refId = String(made.refId)
    expect(await plants(acting).update(refId, { name: 'Oak' })).toMatchObject({ updatedBy: null })
    await plants(acting).delete(refId)
    expect(await plants(acting).withDeleted.get(refId)).toMatchObject({ updatedBy: null, deletedBy: null })
    const owned: Scope = { ...their, actor: { kind: 'user', id: newUlid() } }
    expect(await prepareDocument(documents.context(owned), 'plant', plant('elm'))).toMatchObject({ createdBy: null })
  })

  test('what has no tenant is everybody’s', async () => {
    const bugs = (scope: Scope) => documents.repository(scope, 'bug')
    await bugs(our).create({ latin: 'Aphis' })
    expect(await bugs(their).findMany({ select: { latin: true } })).toEqual([{ latin: 'Aphis' }])
  })
})
