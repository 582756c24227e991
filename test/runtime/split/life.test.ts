import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Conflict, InvalidInput, Missing } from '../../../runtime/src/errors/errors.ts'
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
