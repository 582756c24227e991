import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Forbidden, Missing } from '../../../runtime/src/errors/errors.ts'
import { openWorld, type World } from '../support/world.ts'
import { bookOf, inputs, picture, Scoped, sha256 } from './scoped.ts'
import { intentsOf, storedOf } from './tables.ts'

let world: World
let own: Scoped
let other: Scoped
let given: Readonly<Record<string, object>>
let count = 0

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
  const [a, b] = await world.twoTenants()
  own = new Scoped(world, a)
  other = new Scoped(world, b)
})
afterAll(() => world?.close())

async function input(member: string): Promise<object> {
  count += 1
  given = inputs(await bookOf(own), own.tenant, count)
  return given[member] ?? {}
}

describe('a document with objects', () => {
  test('is made, read and never changed', async () => {
    const renditions = own.repository('rendition')
    const made = await renditions.create(await input('rendition'))
    const text = `<h1>${count}</h1>`
    expect(made).toMatchObject({ title: `Rendition ${count}`, sha256: sha256(text), sizeBytes: text.length })
    expect(made).not.toHaveProperty('_id')
    const read = await renditions.read(made.refId)
    expect(read).toMatchObject({ title: `Rendition ${count}`, houseId: own.tenant.refId, metadata: { n: count } })
    expect(read.objects.content).toMatchObject({ sha256: sha256(text), size: text.length })
    expect(read.objects.cover).toMatchObject({ size: 9, contentType: 'image/png' })
    expect([...(await own.handle('rendition', 'cover').bytes(made.refId))]).toEqual([...picture(count)])
    expect(await intentsOf(world, made.refId)).toMatchObject([{ state: 'committed' }])
    expect(await storedOf(world, made.refId)).toHaveLength(2)
    await expect(renditions.update(made.refId, { title: 'Other' })).rejects.toThrow()
    await expect(renditions.delete(made.refId)).rejects.toThrow(Forbidden)
  })

  test('may go without what is optional', async () => {
    const { cover: _, ...objects } = { cover: '', content: 'x' }
    const made = await own.repository('rendition').create({ ...(await input('rendition')), objects })
    expect((await own.repository('rendition').read(made.refId)).objects.cover).toBeNull()
    await expect(own.handle('rendition', 'cover').bytes(made.refId)).rejects.toThrow(Missing)
  })

  test('refers to rows that its tenant has, by their public ids', async () => {
    const { book } = await bookOf(own)
    const made = await own.repository('rendition').create({ ...(await input('rendition')), book: book.refId })
    expect(made).toMatchObject({ bookRefId: book.refId })
    const foreign = await bookOf(other)
    const lost = own.repository('rendition').create({ ...(await input('rendition')), book: foreign.book.refId })
    await expect(lost).rejects.toThrow(Missing)
  })
})

describe('a row and the document that it is composed of', () => {
  test('are made together, and read as one', async () => {
    const rendition = await input('rendition')
    const { book } = await bookOf(own)
    const releases = own.repository('release')
    const made = await releases.create(
      { book: book.refId, title: 'Out now', output: rendition },
      { idempotencyKey: 'r-1' },
    )
    const read = await releases.read(made.refId)
    expect(read).toMatchObject({ title: 'Out now', output: { title: `Rendition ${count}` } })
    const url = await releases.contentUrl(made.refId)
    expect(await (await fetch(url)).text()).toBe(`<h1>${count}</h1>`)
    expect((await fetch(await releases.contentUrl(made.refId, 'cover'))).headers.get('content-type')).toBe('image/png')
  })

  test('may share one that is there', async () => {
    const rendition = await own.repository('rendition').create(await input('rendition'))
    const { book } = await bookOf(own)
    const releases = own.repository('release')
    const [a, b] = [
      await releases.create({ book: book.refId, title: 'A', output: rendition.refId }),
      await releases.create({ book: book.refId, title: 'B', output: rendition.refId }),
    ]
    expect(a).toMatchObject({ outputRef: b.outputRef })
    const foreign = await bookOf(other)
    const lost = other.repository('release').create({ book: foreign.book.refId, title: 'C', output: rendition.refId })
    await expect(lost).rejects.toThrow(Missing)
  })

  test('is named by its public id alone: nobody can tell whose an `_id` is', async () => {
    const { book } = await bookOf(own)
    const theirBook = await bookOf(other)
    const rendition = { ...(await input('rendition')), book: theirBook.book.refId }
    const { refId } = await other.repository('rendition').create(rendition)
    const collection = world.description.entities.rendition?.documents?.collection ?? ''
    const [theirs] = await world.stores.documents.page(collection, { where: { refId }, limit: 1 })
    const releases = own.repository('release')
    const made = await releases.create({ book: book.refId, title: 'Mine', output: await input('rendition') })
    for (const outputRef of [theirs?._id, '0123456789abcdef01234567', made.outputRef]) {
      for (const work of [
        releases.create({ book: book.refId, title: 'Theirs', outputRef }),
        releases.createMany([{ book: book.refId, title: 'Theirs', outputRef }]),
        releases.update(made.refId, { outputRef }),
        releases.update(made.refId, { outputRef }, { idempotencyKey: `to ${String(outputRef)}` }),
        releases.updateMany({ where: { refId: made.refId }, data: { outputRef } }),
      ])
        await expect(work).rejects.toThrow(/outputRef: must be a public id/)
    }
    expect(await releases.get(made.refId)).toMatchObject({ outputRef: made.outputRef, title: 'Mine' })
  })
})

describe('a row with a document that expires', () => {
  test('is made with it or without, and never changed', async () => {
    const calls = own.repository('pressCall')
    const made = await calls.create(await input('pressCall'))
    expect(await calls.read(made.refId)).toMatchObject({ method: 'quote', document: { request: { copies: count } } })
    await expect(calls.update(made.refId, { httpStatus: 200 })).rejects.toThrow()
    await expect(calls.delete(made.refId)).rejects.toThrow(Forbidden)
    const { book } = await bookOf(own)
    const bare = await calls.create({ book: book.refId, method: 'order' })
    expect(await calls.read(bare.refId)).toMatchObject({ document: null })
  })
})

describe('a row with optional objects behind an optional document', () => {
  test('gets them one by one, and loses one', async () => {
    const acquisitions = own.repository('acquisition')
    const made = await acquisitions.create({ title: 'Bare' })
    await acquisitions.update(made.refId, { document: { scores: [1] }, objects: { sample: 'first pages' } })
    const first = await acquisitions.read(made.refId)
    await acquisitions.update(made.refId, { objects: { report: 'fine' } })
    const second = await acquisitions.read(made.refId)
    expect(second.objects.sample).toEqual(first.objects.sample)
    expect(second.objects.report).toMatchObject({ size: 4 })
    await acquisitions.update(made.refId, { objects: { sample: null } })
    const third = await acquisitions.read(made.refId)
    expect(third.objects).toEqual({ sample: null, report: second.objects.report })
    expect(third.document).toMatchObject({ scores: [1], sampleS3Key: null })
    const last = (await intentsOf(world, made.refId)).at(-1)
    expect(last?.parts.leavings.objects).toEqual([{ bucket: 'texts', key: first.objects.sample?.key }])
  })
})
