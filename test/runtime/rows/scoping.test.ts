import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '../../../runtime/src/errors/errors.ts'
import { query } from '../../support/postgres-server.ts'
import { attempts } from '../../support/run-marks.ts'
import { seedShared } from '../support/seed.ts'
import { openWorld, type World } from '../support/world.ts'
import { anyFind, anyWhere, isCompared, type Values } from './any-arguments.ts'
import { rowsAs, type ScopedRows } from './rows-of.ts'
import { type Twin, twinOf } from './twin.ts'

const members = ['author', 'book', 'chapter', 'genre', 'editor']
let world: World
let empty: World
let twin: Twin
let mine: ScopedRows
let values: Values
/** Public ids of the other tenant's rows. */
const foreign = new Map<string, readonly string[]>()

const refIdOf = (row: object): string => String((row as { readonly refId?: unknown }).refId)

/** The same names for every tenant, so that a row of another one would fit every filter. */
async function fill(rows: ScopedRows, shared: readonly string[]): Promise<void> {
  const many = async (member: string, inputs: readonly object[]): Promise<string[]> =>
    (await rows(member).createMany(inputs)).map(refIdOf)
  const n = (count: number): number[] => Array.from({ length: count }, (_, at) => at)
  const editors = await many(
    'editor',
    n(4).map((at) => ({ email: `e${at}@example.com`, name: `E${at % 2}` })),
  )
  const own = await many(
    'genre',
    n(3).map((at) => ({ key: `own-${at}`, name: `G${at % 2}`, parent: shared[at % 2] })),
  )
  const genres = [...own, ...shared]
  const authors = await many(
    'author',
    n(7).map((at) => ({
      penName: `A${at}`,
      legalName: `L${at % 3}`,
      ...(at % 3 === 0 ? {} : { handledBy: editors[at % 4] }),
    })),
  )
  const books = await many(
    'book',
    n(16).map((at) => ({
      author: authors[at % 6],
      title: `B${at % 5}`,
      ...(at % 4 === 0 ? {} : { genre: genres[at % genres.length] }),
    })),
  )
  await many(
    'chapter',
    n(24).map((at) => ({ book: books[at % 14], position: 1 + Math.floor(at / 14), title: `C${at % 4}` })),
  )
}

/** Marks some as deleted, with what hangs on them where that cannot be without them. */
const deletions = `
  SET session_replication_role = replica;
  UPDATE editors SET deleted_on = now() WHERE email LIKE 'e1@%';
  UPDATE genres SET deleted_on = now() WHERE key LIKE '%1';
  UPDATE authors SET deleted_on = now() WHERE pen_name IN ('A2', 'A6');
  UPDATE books SET deleted_on = now() WHERE title = 'B3' OR author_id IN (SELECT id FROM authors WHERE deleted_on IS NOT NULL);
  UPDATE chapters SET deleted_on = now() WHERE title = 'C2' OR book_id IN (SELECT id FROM books WHERE deleted_on IS NOT NULL);
`

beforeAll(async () => {
  ;[world, empty] = await Promise.all([openWorld('test/runtime/spec'), openWorld('test/runtime/spec')])
  const shared = []
  for (let at = 0; at < 2; at += 1)
    shared.push((await seedShared(world.superuserUrl, world.description, 'genre')).refId)
  const [a, b] = await world.twoTenants()
  mine = rowsAs(world, a)
  await fill(mine, shared)
  await fill(rowsAs(world, b), shared)
  for (const member of members) {
    const others = await rowsAs(world, b)(member).findMany({ where: { houseId: b.id } })
    foreign.set(member, others.map(refIdOf))
  }
  await query(world.superuserUrl, deletions)
  // Policies would hide a mistake of the data layer's own.
  const tables = members.map((member) => world.description.entities[member]?.table?.table ?? '')
  await query(
    world.superuserUrl,
    tables.map((table) => `ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;`).join('\n'),
  )
  twin = await twinOf(world, empty, a.id, ['house', ...members])
  values = await valuesIn(members)
}, 120_000)

afterAll(async () => {
  await twin?.close()
  await world?.close()
  await empty?.close()
})

async function valuesIn(list: readonly string[]): Promise<Values> {
  const found: Record<string, Record<string, readonly unknown[]>> = {}
  for (const member of list) {
    const rows = await mine(member).withDeleted.findMany()
    const fields = world.description.entities[member]?.table?.fields.filter(isCompared) ?? []
    found[member] = Object.fromEntries(fields.map(({ name }) => [name, [...new Set(rows.map((row) => row[name]))]]))
  }
  return found
}

/** A reference to what was deleted is no reference in the twin, where that never was. */
const uncertain = new Set(['handledById', 'genreId', 'parentId', 'invitedById'])

function certain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, one) => (uncertain.has(key) ? undefined : typeof one === 'bigint' ? String(one) : one)),
  )
}

test('whatever is asked, a scope answers what it would if there were nothing but its own live records', async () => {
  const options = { description: world.description, values, members }
  const anyQuestion = fc
    .constantFrom(...members)
    .chain((member) => anyFind(options, member).map((args) => [member, args] as const))
  await fc.assert(
    fc.asyncProperty(anyQuestion, async ([member, args]) => {
      const answer = await mine(member).findMany(args)
      expect(certain(answer)).toEqual(certain(await twin.delegate(member).findMany(args)))
    }),
    { numRuns: attempts(600, 20) },
  )
}, 300_000)

test('what is changed is the own alone, also without a policy: what all tenants share is left to nobody but the system', async () => {
  const genres = mine('genre')
  const shared = await genres.findFirst({ where: { houseId: null } })
  const refId = refIdOf(shared ?? {})
  await expect(genres.update(refId, { name: 'Taken' })).rejects.toThrow(Forbidden)
  await expect(genres.delete(refId)).rejects.toThrow(Forbidden)
  await expect(genres.remove(refId)).rejects.toThrow(Forbidden)
  expect(await genres.updateMany({ where: { houseId: null }, data: { name: 'Taken' } })).toBe(0)
  expect(await genres.deleteMany({ where: { houseId: null } })).toBe(0)
  for (const member of members) {
    const all = { where: { refId: { in: foreign.get(member) ?? [] } } }
    expect([member, foreign.get(member)?.length]).not.toEqual([member, 0])
    expect(await mine(member).updateMany({ ...all, data: {} }), member).toBe(0)
    expect(await mine(member).deleteMany(all), member).toBe(0)
  }
  expect(await genres.get(refId)).toEqual(shared)
})

test('numbers count nothing that is not seen', async () => {
  const options = { description: world.description, values, members }
  const anyQuestion = fc
    .constantFrom(...members)
    .chain((member) => anyWhere(options, member).map((where) => [member, where] as const))
  await fc.assert(
    fc.asyncProperty(anyQuestion, async ([member, where]) => {
      const [by] = Object.keys(values[member] ?? {})
      const bare = twin.delegate(member)
      expect(await mine(member).count({ where })).toBe(await bare.count({ where }))
      const groups = { where, by: [by], _count: { _all: true }, orderBy: { [by ?? '']: 'asc' } }
      expect(await mine(member).groupBy(groups)).toEqual(await bare.groupBy(groups))
      const numbers = { where, _count: true, _max: { refId: true } }
      expect(await mine(member).aggregate(numbers)).toEqual(await bare.aggregate(numbers))
    }),
    { numRuns: attempts(300, 20) },
  )
}, 300_000)
