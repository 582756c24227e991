import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Forbidden } from '../../../runtime/src/errors/errors.ts'
import type { SeededTenant } from '../support/seed.ts'
import { seedShared } from '../support/seed.ts'
import { openWorld, type World } from '../support/world.ts'
import { rowsAs, rowsIn, type ScopedRows, systemScope } from './rows-of.ts'

interface Ids {
  readonly id: string
  readonly refId: string
}

let world: World
let own: SeededTenant
let other: SeededTenant
let rows: ScopedRows
let [ada, bob]: [Ids, Ids] = [
  { id: '', refId: '' },
  { id: '', refId: '' },
]
let genre: Ids

async function made(member: string, input: object): Promise<Ids> {
  const { id, refId } = await rows(member).create(input)
  return { id: String(id), refId: String(refId) }
}

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
  ;[own, other] = await world.twoTenants()
  rows = rowsAs(world, own)
  ada = await made('author', { penName: 'Ada', legalName: 'Ada' })
  bob = await made('author', { penName: 'Bob', legalName: 'Bob' })
  genre = await made('genre', { key: 'crime', name: 'Crime' })
  await made('book', { author: ada.refId, title: 'A1', genre: genre.refId })
  await made('book', { author: ada.refId, title: 'A2' })
  await made('book', { author: bob.refId, title: 'B1' })
  await seedShared(world.superuserUrl, world.description, 'genre')
}, 120_000)
afterAll(() => world?.close())

async function titles(where: object): Promise<readonly unknown[]> {
  return (await rows('book').findMany({ where, orderBy: { title: 'asc' } })).map(({ title }) => title)
}

/** Filters by one or two ids of a reference, of either kind. */
const forms: readonly (readonly [string, (one: string, other: string) => unknown])[] = [
  ['the value', (one) => one],
  ['equals', (one) => ({ equals: one })],
  ['not', (one) => ({ not: one })],
  ['in', (one, another) => ({ in: [one, another] })],
  ['in none', (one) => ({ in: [one], notIn: [one] })],
  ['notIn', (one) => ({ notIn: [one] })],
  ['not beside notIn', (one, another) => ({ not: one, notIn: [another] })],
  ['not equals', (one) => ({ not: { equals: one } })],
  ['not in', (one, another) => ({ not: { in: [one, another] } })],
]

describe('a public id in the place of the row’s own', () => {
  test.each(forms)('finds the same: %s', async (_, form) => {
    const byId = await titles({ authorId: form(ada.id, bob.id) })
    expect(await titles({ authorId: form(ada.refId, bob.refId) })).toEqual(byId)
    expect(await titles({ authorId: form(ada.refId, bob.id) })).toEqual(byId)
    expect(await titles({ authorId: form(ada.id, bob.refId) })).toEqual(byId)
    expect(await titles({ NOT: { authorId: form(ada.refId, bob.refId) } })).toEqual(
      await titles({ NOT: { authorId: form(ada.id, bob.id) } }),
    )
    const optional = await titles({ genreId: form(genre.id, ada.id) })
    expect(await titles({ genreId: form(genre.refId, ada.refId) })).toEqual(optional)
    expect(await rows('author').count({ where: { books: { some: { authorId: form(ada.refId, bob.refId) } } } })).toBe(
      await rows('author').count({ where: { books: { some: { authorId: form(ada.id, bob.id) } } } }),
    )
  })

  test('is told from one that nobody has', async () => {
    expect(await titles({ authorId: { in: ['01HZZZZZZZ0000000000000001'] } })).toEqual([])
    expect(await titles({ authorId: { not: '01HZZZZZZZ0000000000000001' } })).toEqual(['A1', 'A2', 'B1'])
  })

  const { refId } = { refId: '01HZZZZZZZ0000000000000001' }
  const places: readonly (readonly [string, string, object, string])[] = [
    ['of who made it', 'book', { createdBy: refId }, 'where.createdBy'],
    ['of who changed it', 'book', { updatedBy: { in: [refId] } }, 'where.updatedBy.in'],
    [
      'of who deleted it',
      'book',
      { OR: [{ deletedBy: { not: { equals: refId } } }] },
      'where.OR.0.deletedBy.not.equals',
    ],
    ['of the row itself', 'book', { id: refId }, 'where.id'],
    ['of a document', 'release', { outputRef: { not: refId } }, 'where.outputRef.not'],
    ['as a bound', 'book', { authorId: { gt: refId } }, 'where.authorId.gt'],
  ]
  test.each(places)('%s is refused by name', async (_, member, where, named) => {
    await expect(rows(member).findMany({ where })).rejects.toThrow(`${named}: `)
    await expect(rows(member).updateMany({ where, data: {} })).rejects.toThrow(`${named}: `)
  })

  test('is refused by name of groups, and of the tenant by the system', async () => {
    const groups = { by: ['authorId'], having: { authorId: { in: [ada.refId] } } }
    await expect(rows('book').groupBy(groups)).rejects.toThrow('having.authorId.in: ')
    const system = rowsIn(world, systemScope)('book')
    await expect(system.findMany({ where: { houseId: own.refId } })).rejects.toThrow('where.houseId: ')
    expect(await system.count({ where: { authorId: { in: [ada.refId] } } })).toBe(2)
  })
})

describe('the tenant in a filter', () => {
  test.each(forms)('is the own by either id: %s', async (_, form) => {
    const answer = await titles({ houseId: form(own.id, own.id) })
    expect(await titles({ houseId: form(own.refId, own.id) })).toEqual(answer)
    expect(await rows('genre').count({ where: { houseId: form(own.refId, own.refId) } })).toBe(
      await rows('genre').count({ where: { houseId: form(own.id, own.id) } }),
    )
  })

  test.each(forms)('is never another: %s', async (_, form) => {
    for (const id of [other.id, other.refId]) {
      for (const value of [form(id, id), form(own.id, id), form(id, own.id)]) {
        if (!JSON.stringify(value).includes(id)) continue
        for (const where of [{ houseId: value }, { NOT: { houseId: value } }, { author: { houseId: value } }])
          await expect(rows('book').findMany({ where })).rejects.toThrow(Forbidden)
        await expect(rows('genre').count({ where: { houseId: value } })).rejects.toThrow(Forbidden)
      }
    }
  })

  test('may be said to be none', async () => {
    expect(await rows('genre').count({ where: { houseId: null } })).toBe(1)
    expect(await rows('genre').count({ where: { houseId: { not: null } } })).toBe(1)
  })
})
