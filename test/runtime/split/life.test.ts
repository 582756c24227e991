import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Conflict, Forbidden, InvalidInput, Missing } from '../../../runtime/src/errors/errors.ts'
import { openWorld, type World } from '../support/world.ts'
import { bookOf, inputs, Scoped, sha256 } from './scoped.ts'
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

describe('a row with a document and an object', () => {
  test('is made over three stores, and read whole with what was given', async () => {
    const manuscripts = own.repository('manuscript')
    const made = await manuscripts.create(await input('manuscript'))
    expect(made).toMatchObject({ status: 'draft', revision: 0 })
    const read = await manuscripts.read(made.refId)
    expect(read.document).toMatchObject({
      refId: made.refId,
      houseId: own.tenant.refId,
      createdBy: own.tenant.user.refId,
      wordCount: 3,
      language: 'en',
      passphrase: 'open sesame',
      sections: [{ heading: 'One', words: 3 }],
    })
    expect(read.document).not.toHaveProperty('_id')
    const text = `# Text ${count}`
    expect(read.objects.body).toEqual({
      key: expect.stringMatching(`^houses/${own.tenant.refId}/manuscripts/${made.refId}/v${count}/[0-9A-Z]{26}[.]md$`),
      size: text.length,
      sha256: sha256(text),
      contentType: 'text/markdown',
    })
    expect(await own.handle('manuscript', 'body').text(made.refId)).toBe(text)
    expect(await intentsOf(world, made.refId)).toMatchObject([
      { state: 'committed', operation: 'create', swept_on: expect.any(Date) },
    ])
    expect(await storedOf(world, made.refId)).toEqual([{ key: read.objects.body?.key, version_id: null }])
  })

  test('keeps its secrets as ciphertext', async () => {
    const made = await own.repository('manuscript').create(await input('manuscript'))
    const [intent] = await intentsOf(world, made.refId)
    const [planned] = intent?.parts.documents ?? []
    const stored = await world.stores.documents.find('manuscript_contents', planned?.id ?? '')
    expect(stored?.passphrase).toEqual(expect.not.stringContaining('sesame'))
    expect(stored?.passphrase).toEqual(expect.any(String))
  })

  test('gets new bytes and a new document by an update, and the old ones become leavings', async () => {
    const manuscripts = own.repository('manuscript')
    const made = await manuscripts.create(await input('manuscript'))
    const before = await manuscripts.read(made.refId)
    const [created] = await intentsOf(world, made.refId)
    const changed = await manuscripts.update(
      made.refId,
      { document: { wordCount: 4 }, objects: { body: '# New' } },
      { revision: 0 },
    )
    expect(changed.revision).toBe(1)
    const after = await manuscripts.read(made.refId)
    expect(after.document).toMatchObject({ wordCount: 4, passphrase: 'open sesame', sections: [{ heading: 'One' }] })
    expect(after.objects.body?.key).not.toBe(before.objects.body?.key)
    expect(await own.handle('manuscript', 'body').text(made.refId)).toBe('# New')
    const [, update] = await intentsOf(world, made.refId)
    expect(update).toMatchObject({ state: 'committed', operation: 'update', swept_on: null })
    expect(update?.parts.leavings).toEqual({
      objects: [{ bucket: 'texts', key: before.objects.body?.key }],
      documents: created?.parts.documents,
    })
    expect(await storedOf(world, made.refId)).toEqual([{ key: after.objects.body?.key, version_id: null }])
  })

  test('keeps the object where the document alone changes', async () => {
    const manuscripts = own.repository('manuscript')
    const made = await manuscripts.create(await input('manuscript'))
    const before = await manuscripts.read(made.refId)
    await manuscripts.update(made.refId, { document: { language: 'fr', passphrase: null } })
    const after = await manuscripts.read(made.refId)
    expect(after.document).toMatchObject({ language: 'fr', passphrase: null, wordCount: 3 })
    expect(after.objects).toEqual(before.objects)
  })

  test('changes its row alone without an intent', async () => {
    const manuscripts = own.repository('manuscript')
    const made = await manuscripts.create(await input('manuscript'))
    await manuscripts.update(made.refId, { submittedOn: new Date(Date.UTC(2026, 1, 1)) }, { revision: 0 })
    expect(await intentsOf(world, made.refId)).toHaveLength(1)
    await expect(manuscripts.update(made.refId, { submittedOn: null }, { revision: 0 })).rejects.toThrow(Conflict)
  })

  test('is a conflict where another has changed it, and nothing of the loser is seen', async () => {
    const manuscripts = own.repository('manuscript')
    const made = await manuscripts.create(await input('manuscript'))
    const before = await manuscripts.read(made.refId)
    await manuscripts.update(made.refId, { submittedOn: new Date() }, { revision: 0 })
    const late = manuscripts.update(made.refId, { objects: { body: '# Late' } }, { revision: 0 })
    await expect(late).rejects.toThrow(Conflict)
    expect((await manuscripts.read(made.refId)).objects).toEqual(before.objects)
  })

  test('of two updates at once without a revision one is a conflict, and no part is lost sight of', async () => {
    const manuscripts = own.repository('manuscript')
    const made = await manuscripts.create(await input('manuscript'))
    const ends = await Promise.allSettled(
      ['# A', '# B', '# C'].map((body) => manuscripts.update(made.refId, { objects: { body } })),
    )
    const won = ends.filter(({ status }) => status === 'fulfilled')
    expect(won.length).toBeGreaterThan(0)
    for (const end of ends) if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(Conflict)
    const read = await manuscripts.read(made.refId)
    const intents = await intentsOf(world, made.refId)
    const planned = intents.flatMap(({ parts }) => parts.puts.map(({ key }) => key))
    const gone = intents
      .filter(({ state }) => state === 'committed')
      .flatMap(({ parts }) => parts.leavings.objects.map(({ key }) => key))
    const pending = intents.filter(({ state }) => state === 'pending').flatMap(({ parts }) => parts.puts)
    const known = [...gone, ...pending.map(({ key }) => key), read.objects.body?.key].sort()
    expect(known).toEqual(planned.sort())
  })

  test('is hidden by a deletion, comes back whole, and leaves a tombstone when it is purged', async () => {
    const manuscripts = own.repository('manuscript')
    const made = await manuscripts.create(await input('manuscript'))
    const before = await manuscripts.read(made.refId)
    await manuscripts.delete(made.refId, { revision: 0 })
    await expect(manuscripts.read(made.refId)).rejects.toThrow(Missing)
    await expect(own.handle('manuscript', 'body').text(made.refId)).rejects.toThrow(Missing)
    await manuscripts.restore(made.refId)
    expect((await manuscripts.read(made.refId)).objects).toEqual(before.objects)
    await expect(manuscripts.purge(made.refId)).rejects.toThrow(Conflict)
    await manuscripts.delete(made.refId)
    await manuscripts.purge(made.refId)
    expect(await manuscripts.withDeleted.find(made.refId)).toBeNull()
    const [created, purge] = await intentsOf(world, made.refId)
    expect(purge).toMatchObject({ state: 'committed', operation: 'purge', swept_on: null })
    expect(purge?.parts.leavings).toEqual({
      objects: [{ bucket: 'texts', key: before.objects.body?.key }],
      documents: created?.parts.documents,
    })
    expect(await storedOf(world, made.refId)).toEqual([])
    // What somebody may still be reading stays until the grace is over.
    expect(
      await world.stores.documents.find('manuscript_contents', created?.parts.documents[0]?.id ?? ''),
    ).toBeDefined()
  })

  test('moves on, pages and counts as rows do', async () => {
    const manuscripts = own.repository('manuscript')
    const made = await manuscripts.create(await input('manuscript'))
    const moved = await manuscripts.transition(made.refId, 'submitted', { from: 'draft' })
    expect(moved.status).toBe('submitted')
    expect(await manuscripts.count({ where: { refId: made.refId } })).toBe(1)
    expect((await manuscripts.page({ where: { refId: made.refId } })).items).toHaveLength(1)
  })

  test('may have neither document nor object yet', async () => {
    const manuscripts = own.repository('manuscript')
    const { book } = await bookOf(own)
    const made = await manuscripts.create({ book: book.refId, version: 1 })
    expect(await manuscripts.read(made.refId)).toMatchObject({ document: null, objects: { body: null } })
    await expect(own.handle('manuscript', 'body').text(made.refId)).rejects.toThrow(Missing)
    await expect(manuscripts.update(made.refId, { objects: { body: 'x' } })).rejects.toThrow(InvalidInput)
    await manuscripts.update(made.refId, { document: { wordCount: 1 }, objects: { body: 'x' } })
    expect(await own.handle('manuscript', 'body').text(made.refId)).toBe('x')
  })

  test('refers to what its tenant has alone', async () => {
    const foreign = await bookOf(other)
    const made = own.repository('manuscript').create({ ...(await input('manuscript')), book: foreign.book.refId })
    await expect(made).rejects.toThrow(Missing)
  })
})

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
    expect([...(await own.handle('rendition', 'cover').bytes(made.refId))]).toEqual([count % 256, 2, 3])
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
