import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Conflict, Forbidden, InvalidInput, Missing } from '../../../runtime/src/errors/errors.ts'
import type { Row } from '../../../runtime/src/rows/row-repository.ts'
import { query } from '../../support/postgres-server.ts'
import type { SeededTenant } from '../support/seed.ts'
import { openWorld, type World } from '../support/world.ts'
import { rowsAs, rowsIn, type ScopedRows } from './rows-of.ts'

let world: World
let tenant: SeededTenant
let rows: ScopedRows

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
}, 120_000)
afterAll(() => world?.close())
beforeEach(async () => {
  tenant = await world.tenant()
  rows = rowsAs(world, tenant)
})

const refIdOf = (row: Row): string => String(row.refId)

let count = 0
async function newAuthor(more: object = {}): Promise<Row> {
  count += 1
  return await rows('author').create({ penName: `Pen ${count}`, legalName: 'Legal', ...more })
}

async function newBook(more: object = {}): Promise<Row> {
  return await rows('book').create({ author: refIdOf(await newAuthor()), title: 'Title', ...more })
}

async function refusalOf(work: Promise<unknown>): Promise<Error & { readonly facts?: object }> {
  return await work.then(
    () => new Error('nothing was refused'),
    (error: Error) => error,
  )
}

test('a new record has ids of ours, says who made it, and comes back as it is read', async () => {
  const before = new Date()
  const author = await newAuthor({ bankAccount: 'IBAN', notes: { deep: [1, null] }, signature: new Uint8Array([1, 2]) })
  expect(author).toMatchObject({
    id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
    refId: expect.stringMatching(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/),
    houseId: tenant.id,
    createdBy: tenant.user.id,
    updatedBy: tenant.user.id,
    revision: 0,
    deletedOn: null,
    bankAccount: 'IBAN',
    notes: { deep: [1, null] },
  })
  expect((author.createdOn as Date).getTime()).toBeGreaterThanOrEqual(before.getTime())
  expect((author.updatedOn as Date).getTime()).toBeGreaterThanOrEqual((author.createdOn as Date).getTime())
  expect(await rows('author').get(refIdOf(author))).toEqual(author)
})

test('many records are made in the order of their inputs, all or none, and an input that is wrong is named by its place', async () => {
  const inputs = Array.from({ length: 1_700 }, (_, at) => ({
    penName: `Many ${at}`,
    legalName: 'Legal',
    bankAccount: `${at}`,
  }))
  const made = await rows('author').createMany(inputs)
  expect(made.map(({ penName, bankAccount }) => [penName, bankAccount])).toEqual(
    inputs.map(({ penName, bankAccount }) => [penName, bankAccount]),
  )
  const refIds = made.map(refIdOf)
  expect(refIds).toEqual([...refIds].sort())
  const wrong = await refusalOf(
    rows('author').createMany([
      { penName: 'New', legalName: 'L' },
      { penName: 7, legalName: 'L' },
    ]),
  )
  expect(wrong).toBeInstanceOf(InvalidInput)
  expect(wrong.message).toContain('1.penName')
  const clash = rows('author').createMany([
    { penName: 'New', legalName: 'L' },
    { penName: 'Many 1', legalName: 'L' },
  ])
  await expect(clash).rejects.toThrow(Conflict)
  expect(await rows('author').count({ where: { penName: 'New' } })).toBe(0)
  expect(await rows('author').createMany([])).toEqual([])
})

test('a reference is given as its member or as its relation, and found in the same transaction', async () => {
  const author = await newAuthor()
  for (const given of [{ author: author.refId }, { authorId: author.refId }, { authorId: author.id }]) {
    expect(await rows('book').create({ title: 'By', ...given })).toMatchObject({ authorId: author.id })
  }
  await rows('author').create({ penName: 'Other', legalName: 'L', handledBy: tenant.user.refId })
  expect(await rows('author').count({ where: { handledBy: { refId: tenant.user.refId } } })).toBe(1)
  expect(await rows('author').count({ where: { handledById: tenant.user.refId } })).toBe(1)
  const unknown = await refusalOf(rows('book').create({ title: 'By', author: '01HZZZZZZZ0000000000000001' }))
  expect(unknown).toBeInstanceOf(Missing)
  expect(unknown.message).toBe('Author (Book.authorId) is not there')
})

test('a deleted record is not referred to', async () => {
  const author = await newAuthor()
  await rows('author').delete(refIdOf(author))
  await expect(rows('book').create({ title: 'By', author: author.refId })).rejects.toThrow(Missing)
  await expect(rows('book').create({ title: 'By', authorId: author.id })).rejects.toThrow(Missing)
  const book = await newBook()
  await expect(rows('book').update(refIdOf(book), { author: author.refId })).rejects.toThrow(Missing)
})

test('what clashes is named by its members, and no value is in the message', async () => {
  await newAuthor({ penName: 'Taken Name' })
  const clash = await refusalOf(newAuthor({ penName: 'Taken Name' }))
  expect(clash).toBeInstanceOf(Conflict)
  expect(clash.message).toContain('penName')
  expect(clash.message).not.toContain('Taken Name')
  expect(clash.facts).toMatchObject({ entity: 'author' })
})

test('an update takes the revision that was read, and a later one is a conflict that says where it is', async () => {
  const author = await newAuthor()
  const refId = refIdOf(author)
  expect(await rows('author').update(refId, { legalName: 'New' }, { revision: 0 })).toMatchObject({
    revision: 1,
    legalName: 'New',
  })
  const late = await refusalOf(rows('author').update(refId, { legalName: 'Late' }, { revision: 0 }))
  expect(late).toBeInstanceOf(Conflict)
  expect(late.facts).toMatchObject({ entity: 'author', refId, revision: 1 })
  expect(await refusalOf(rows('author').delete(refId, { revision: 0 }))).toMatchObject({ facts: { revision: 1 } })
  expect(await rows('author').update(refId, { legalName: 'Last' })).toMatchObject({ revision: 2 })
  const racing = Array.from({ length: 20 }, (_, at) =>
    rows('author').update(refId, { legalName: `R${at}` }, { revision: 2 }),
  )
  const settled = await Promise.allSettled(racing)
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(settled.flatMap((one) => (one.status === 'rejected' ? [one.reason.constructor] : []))).toEqual(
    Array(19).fill(Conflict),
  )
  await expect(rows('author').update(refId, {}, { revision: -1 })).rejects.toThrow(InvalidInput)
  await expect(rows('author').update(refId, {}, { revision: 1.5 })).rejects.toThrow(InvalidInput)
})

test('a JSON field is emptied, and not filled with the value null', async () => {
  const author = await newAuthor({ notes: { a: 1 }, home: null })
  expect(await rows('author').update(refIdOf(author), { notes: null })).toMatchObject({ notes: null })
  const [kept] = await query(
    world.superuserUrl,
    `SELECT notes IS NULL AS empty, home IS NULL AS none FROM authors WHERE ref_id = '${author.refId}'`,
  )
  expect(kept).toEqual({ empty: true, none: true })
})

test('who did it last is the acting user, and nobody where no user acted', async () => {
  const author = await newAuthor()
  const job = rowsIn(world, { kind: 'tenant', tenant, actor: { kind: 'job', id: 'nightly' } })
  expect(await job('author').update(refIdOf(author), { legalName: 'J' })).toMatchObject({
    updatedBy: null,
    createdBy: tenant.user.id,
  })
  await rows('author').delete(refIdOf(author))
  expect(await rows('author').withDeleted.get(refIdOf(author))).toMatchObject({
    deletedBy: tenant.user.id,
    updatedBy: tenant.user.id,
  })
  expect(await job('author').restore(refIdOf(author))).toMatchObject({
    deletedOn: null,
    deletedBy: null,
    updatedBy: null,
  })
  expect(await rows('author').deleteMany({ where: { refId: refIdOf(author) } })).toBe(1)
  expect(await rows('author').withDeleted.get(refIdOf(author))).toMatchObject({ updatedBy: tenant.user.id })
})

test('a deleted record is gone from every read, comes back by restore, and goes for good by purge', async () => {
  const author = await newAuthor()
  const refId = refIdOf(author)
  const authors = rows('author')
  await expect(authors.purge(refId)).rejects.toThrow(Conflict)
  await expect(authors.restore(refId)).rejects.toThrow(Conflict)
  await authors.delete(refId)
  expect(await authors.find(refId)).toBeNull()
  await expect(authors.update(refId, { legalName: 'X' })).rejects.toThrow(Missing)
  await expect(authors.delete(refId)).rejects.toThrow(Missing)
  expect(await authors.restore(refId)).toMatchObject({ refId, deletedOn: null })
  expect(await authors.get(refId)).toMatchObject({ legalName: 'Legal' })
  await authors.delete(refId)
  await authors.purge(refId)
  expect(await authors.withDeleted.find(refId)).toBeNull()
  await expect(authors.restore(refId)).rejects.toThrow(Missing)
  await expect(authors.purge(refId)).rejects.toThrow(Missing)
})

test('a name is free again once its record is deleted, and then keeps that one from coming back', async () => {
  const first = await newAuthor({ penName: 'Again' })
  await rows('author').delete(refIdOf(first))
  await newAuthor({ penName: 'Again' })
  const refused = await refusalOf(rows('author').restore(refIdOf(first)))
  expect(refused).toBeInstanceOf(Conflict)
  expect(refused.message).toContain('penName')
})

test('a parent with live children is not deleted, and its children do not come back before it', async () => {
  const book = await newBook()
  const author = await rows('book').get(refIdOf(book), { include: { author: true } })
  const authorRefId = refIdOf(author.author as Row)
  const refused = await refusalOf(rows('author').delete(authorRefId))
  expect(refused).toBeInstanceOf(Conflict)
  expect(refused.message).toContain('Book')
  await rows('book').delete(refIdOf(book))
  await rows('author').delete(authorRefId)
  const early = await refusalOf(rows('book').restore(refIdOf(book)))
  expect(early).toBeInstanceOf(Conflict)
  expect(early.facts).toMatchObject({ field: 'authorId' })
  await expect(rows('author').purge(authorRefId)).rejects.toThrow(Conflict)
  await rows('author').restore(authorRefId)
  expect(await rows('book').restore(refIdOf(book))).toMatchObject({ deletedOn: null })
})

test('what is only ever added is neither changed nor removed', async () => {
  const payments = rows('royaltyPayment')
  const author = await newAuthor()
  const paid = { author: author.refId, cents: 100n, paidOn: new Date('2026-01-31'), approvedBy: tenant.user.refId }
  const refId = refIdOf(await payments.create(paid))
  for (const work of [
    payments.update(refId, { cents: 1n }),
    payments.updateMany({ where: {}, data: { cents: 1n } }),
    payments.delete(refId),
    payments.deleteMany({ where: {} }),
    payments.restore(refId),
    payments.purge(refId),
  ]) {
    await expect(work).rejects.toThrow(Forbidden)
  }
  expect(await payments.get(refId)).toMatchObject({ cents: 100n })
})

test('many are changed or deleted by a filter, and what is sealed for one record is not set for many', async () => {
  await newAuthor({ legalName: 'A' })
  await newAuthor({ legalName: 'A' })
  await newAuthor({ legalName: 'B' })
  expect(await rows('author').updateMany({ where: { legalName: 'A' }, data: { royaltyRate: '0.2' } })).toBe(2)
  await expect(rows('author').updateMany({ where: {}, data: { bankAccount: 'X' } })).rejects.toThrow(/bankAccount/)
  expect(await rows('author').deleteMany({ where: { royaltyRate: { gt: '0.15' } } })).toBe(2)
  expect(await rows('author').count()).toBe(1)
  expect(await rows('author').withDeleted.count({ where: { deletedBy: tenant.user.id } })).toBe(2)
})

test("a secret is bound to its record: one that is put in another's place is found out", async () => {
  const one = await newAuthor({ bankAccount: 'first' })
  const other = await newAuthor({ bankAccount: 'second' })
  await query(
    world.superuserUrl,
    `UPDATE authors SET bank_account = (SELECT bank_account FROM authors WHERE ref_id = '${one.refId}') WHERE ref_id = '${other.refId}'`,
  )
  expect(await rows('author').get(refIdOf(one))).toMatchObject({ bankAccount: 'first' })
  expect(await refusalOf(rows('author').get(refIdOf(other)))).toMatchObject({ code: 'corrupt' })
})

test('a transaction is done whole or not at all, and what failed in it cannot be passed over', async () => {
  const penName = 'In a transaction'
  const failing = rows.transaction(async (tx) => {
    await tx('author').create({ penName, legalName: 'L' })
    throw new RangeError('the application changed its mind')
  })
  await expect(failing).rejects.toThrow(RangeError)
  const passedOver = rows.transaction(async (tx) => {
    const made = await tx('author').create({ penName, legalName: 'L' })
    await tx('author')
      .create({ penName, legalName: 'L' })
      .catch(() => undefined)
    return made
  })
  await expect(passedOver).rejects.toThrow(Conflict)
  expect(await rows('author').count({ where: { penName } })).toBe(0)
  const done = await rows.transaction(async (tx) => {
    const author = await tx('author').create({ penName, legalName: 'L' })
    await tx('book').create({ title: 'One', author: author.refId })
    return await tx('author').get(refIdOf(author), { include: { books: true } })
  })
  expect(done.books).toHaveLength(1)
  expect(await rows('author').count({ where: { penName } })).toBe(1)
})
