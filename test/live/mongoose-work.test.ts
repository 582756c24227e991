import type { HydratedDocument, Model, mongo } from 'mongoose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newUlid } from '../../templates/conformance/live/values/ids.ts'
import { type Fields, openReferenceModels, type ReferenceModels, refusal } from './reference-models.ts'

// What the reference does with skills, by the package that it gets.

let reference: ReferenceModels

const model = (name: string): Model<Fields> => reference.model(name)
const raw = (of: Model<Fields>): mongo.Collection<Fields> => reference.raw(of)
const stored = (of: Model<Fields>, one: { readonly _id: unknown }): Promise<Fields | null> => reference.stored(of, one)

beforeAll(async () => {
  reference = await openReferenceModels()
})
afterAll(() => reference?.stop())
beforeEach(() => reference.clear())

const [ours, theirs] = [newUlid(), newUlid()]

function skill(key: string, more: Fields = {}): Fields {
  const texts = { name: 'Writing', summary: 'How to write', content: '# Write' }
  return { tenantId: ours, key, ...texts, ...more }
}

describe('skills', () => {
  test('are made with what the spec fills in, and each tenant reads its own', async () => {
    const skills = model('skill')
    const before = Date.now()
    const made = await skills.create(skill('seo-basics', { agents: ['writer', 'editor'], tags: ['seo'] }))
    await skills.create(skill('seo-basics', { tenantId: theirs, name: 'Of another' }))

    const kept = await stored(skills, made)
    expect(kept).toMatchObject({
      tenantId: ours,
      key: 'seo-basics',
      status: 'draft',
      version: 1,
      agents: ['writer', 'editor'],
      publishedOn: null,
      createdBy: null,
      deletedOn: null,
      revision: 0,
    })
    expect(kept?.refId).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
    expect(Number(kept?.createdOn)).toBeGreaterThanOrEqual(before)
    expect(kept).not.toHaveProperty('__v')

    const mine = await skills.find({ tenantId: ours }).lean()
    expect(mine.map(({ name }) => name)).toEqual(['Writing'])
    expect(await skills.findOne({ tenantId: theirs, key: 'seo-basics' }).lean()).toMatchObject({ name: 'Of another' })
  })

  test.each<readonly [string, Fields, string]>([
    ['a key that is no slug', skill('Not a slug'), 'key'],
    ['a name that is too long', skill('a', { name: 'x'.repeat(121) }), 'name'],
    ['a trade that nobody has', skill('a', { agents: ['astronaut'] }), 'agents.0'],
    ['a version below one', skill('a', { version: 0 }), 'version'],
    ['nobody’s skill', { ...skill('a'), tenantId: undefined }, 'tenantId'],
    ['an id that is none', skill('a', { refId: '8ZZZZZZZZZZZZZZZZZZZZZZZZZ' }), 'refId'],
  ])('are refused before the server sees them: %s', async (_, fields, path) => {
    const error = await refusal(model('skill').create(fields))
    expect(error).toMatchObject({ name: 'ValidationError', errors: { [path]: expect.anything() } })
    expect(await raw(model('skill')).countDocuments()).toBe(0)
  })

  test('hold no key that the spec has not', async () => {
    expect(await refusal(model('skill').create(skill('a', { colour: 'red' })))).toMatchObject({
      name: 'StrictModeError',
    })
  })

  test('are refused by the server where Mongoose is told not to look', async () => {
    const unchecked = new (model('skill'))(skill('a', { name: 'x'.repeat(121) }))
    expect(await refusal(unchecked.save({ validateBeforeSave: false }))).toMatchObject({ code: 121 })
  })

  test('have one live key a tenant, deleted ones aside', async () => {
    const skills = model('skill')
    const first = await skills.create(skill('seo-basics'))
    expect(await refusal(skills.create(skill('seo-basics')))).toMatchObject({ code: 11_000 })
    await skills.create(skill('seo-basics', { tenantId: theirs }))

    await skills.updateOne({ _id: first._id }, { $set: { deletedOn: new Date(), deletedBy: newUlid() } })
    const second = await skills.create(skill('seo-basics'))
    const live = await skills.find({ tenantId: ours, deletedOn: null }).lean()
    expect(live.map(({ _id }) => String(_id))).toEqual([second.id ?? String(second._id)])
    expect(await skills.countDocuments({ tenantId: ours })).toBe(2)
    const restored = refusal(skills.updateOne({ _id: first._id }, { $set: { deletedOn: null } }))
    expect(await restored).toMatchObject({ code: 11_000 })
  })

  test('count their changes, and of two who change what both have read one is told', async () => {
    const skills = model('skill')
    const { _id, createdOn } = await skills.create(skill('seo-basics'))
    const read = async (): Promise<HydratedDocument<Fields>> => await skills.findById(_id).orFail()
    const [one, other] = [await read(), await read()]
    one.set('name', 'First')
    await one.save()
    other.set('name', 'Second')
    expect(await refusal(other.save())).toMatchObject({ name: 'DocumentNotFoundError' })
    expect(await stored(skills, { _id })).toMatchObject({ name: 'First', revision: 1, createdOn })

    const again = await read()
    again.set('name', 'Second, after reading')
    await again.save()
    await skills.updateMany({ tenantId: ours }, { $set: { status: 'published' } })
    const kept = await stored(skills, { _id })
    expect(kept).toMatchObject({ name: 'Second, after reading', status: 'published', revision: 3 })
    expect(Number(kept?.updatedOn)).toBeGreaterThanOrEqual(Number(createdOn))
  })

  test('of twenty who change what all have read one wins', { tags: ['race'] }, async () => {
    const skills = model('skill')
    const { _id } = await skills.create(skill('seo-basics'))
    const readers = await Promise.all(Array.from({ length: 20 }, () => skills.findById(_id).orFail()))
    const outcomes = await Promise.all(
      readers.map(async (reader, n) => {
        reader.set('name', `Writer ${n}`)
        return refusal(reader.save())
      }),
    )
    expect(outcomes.filter((outcome) => outcome === 'nothing was refused')).toHaveLength(1)
    expect(await stored(skills, { _id })).toMatchObject({ revision: 1 })
  })

  test('keep their tenant and their id, whatever an update says', async () => {
    const skills = model('skill')
    const { _id, refId } = await skills.create(skill('seo-basics'))
    for (const change of [{ tenantId: theirs }, { refId: newUlid() }, { createdOn: new Date(0) }]) {
      expect(await refusal(skills.updateOne({ _id }, { $set: change }))).toMatchObject({ name: 'FixedDocumentError' })
    }
    expect(await stored(skills, { _id })).toMatchObject({ tenantId: ours, refId, revision: 0 })
  })

  test('are found by the weight of the words, within a tenant', async () => {
    const skills = model('skill')
    await skills.create(skill('in-content', { content: 'All about backlinks.' }))
    await skills.create(skill('in-summary', { summary: 'All about backlinks.' }))
    await skills.create(skill('in-name', { name: 'All about backlinks.' }))
    await skills.create(skill('of-another', { tenantId: theirs, name: 'All about backlinks.' }))
    const search = (tenantId: string, words: string): Promise<readonly Fields[]> =>
      skills
        .find({ tenantId, $text: { $search: words } }, { key: 1, score: { $meta: 'textScore' } })
        .sort({ score: { $meta: 'textScore' } })
        .lean()
    const found = await search(ours, 'backlinks')
    expect(found.map(({ key }) => key)).toEqual(['in-name', 'in-summary', 'in-content'])
    const [first = 0, second = 0, third = 0] = found.map(({ score }) => Number(score))
    expect(first / third).toBeCloseTo(10)
    expect(second / third).toBeCloseTo(5)
    expect(await search(theirs, 'backlinks')).toHaveLength(1)
    expect(await search(ours, 'backlink'), 'words count as they are written').toEqual([])
    expect((await search(ours, 'backlinks -how')).map(({ key }) => key)).toEqual(['in-summary'])
    // Without the tenant the index cannot be used, and MongoDB says so.
    expect(await refusal(skills.find({ $text: { $search: 'backlinks' } }).exec())).toMatchObject({ code: 291 })
  })

  test('are looked up by the indexes that the spec has for it', async () => {
    const skills = model('skill')
    for (const [n, tags] of [['seo'], ['seo', 'ads'], ['mail']].entries()) {
      await skills.create(skill(`skill-${n}`, { status: n === 2 ? 'draft' : 'published', tags }))
    }
    const keys = (documents: readonly Fields[]): readonly unknown[] => documents.map(({ key }) => key).sort()
    expect(keys(await skills.find({ tenantId: ours, tags: 'seo' }).hint('by_tags').lean())).toEqual([
      'skill-0',
      'skill-1',
    ])
    const offered = skills
      .find({ tenantId: ours, status: 'published' })
      .sort({ updatedOn: -1 })
      .hint('by_status_updated_on')
    expect(keys(await offered.lean())).toEqual(['skill-0', 'skill-1'])
    const counted = await skills.aggregate([
      { $match: { tenantId: ours, deletedOn: null } },
      { $unwind: '$tags' },
      { $group: { _id: '$tags', skills: { $sum: 1 } } },
      { $sort: { skills: -1, _id: 1 } },
    ])
    expect(counted).toEqual([
      { _id: 'seo', skills: 2 },
      { _id: 'ads', skills: 1 },
      { _id: 'mail', skills: 1 },
    ])
  })
})
