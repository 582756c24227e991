import { afterAll, describe, expect, test } from 'vitest'
import { Conflict, Forbidden, InvalidInput, Missing } from '../../../runtime/src/errors/errors.ts'
import type { Row } from '../../../runtime/src/rows/row-repository.ts'
import { query } from '../../support/postgres-server.ts'
import { openWorld, type World } from '../support/world.ts'
import { planted } from './planted.ts'
import { rowsAs, rowsIn, systemScope } from './rows-of.ts'

const worlds = new Map<string, Promise<World>>()

/** Opened by the first test that needs it: the large one only in the full run. */
function worldOf(folder: string): Promise<World> {
  let world = worlds.get(folder)
  if (world === undefined) {
    world = openWorld(folder)
    worlds.set(folder, world)
  }
  return world
}

afterAll(async () => {
  for (const world of worlds.values()) await (await world).close()
})

async function outcomeOf(work: Promise<unknown>): Promise<unknown> {
  return await work.then(
    (row) => row,
    (error: unknown) => error,
  )
}

/** Every state that a life cycle names, as from and as to: what the description allows is done, anything else is refused. */
async function tryEveryPair(folder: string): Promise<number> {
  const world = await worldOf(folder)
  const tenant = await world.tenant()
  let pairs = 0
  for (const [member, { table, name, tenancy }] of Object.entries(world.description.entities)) {
    const lifecycle = table?.lifecycle
    if (lifecycle === undefined) continue
    const rows = (tenancy === 'self' ? rowsIn(world, systemScope) : rowsAs(world, tenant))(member)
    const states = Object.keys(lifecycle.allow)
    for (const from of states) {
      const refId = await planted(world, member, tenant.id, { [lifecycle.field]: from })
      const behindItsBack = (change: string): Promise<unknown> =>
        query(world.superuserUrl, `SET session_replication_role = replica; ${change} WHERE ref_id = '${refId}'`)
      for (const to of states) {
        pairs += 1
        const what = `${name} ${from} -> ${to}`
        const outcome = await outcomeOf(rows.transition(refId, to, { from }))
        const legal = lifecycle.allow[from] ?? []
        if (legal.includes(to)) {
          expect(outcome, what).toMatchObject({ [lifecycle.field]: to })
          expect(await rows.get(refId), what).toMatchObject({ [lifecycle.field]: to })
          const column = table?.fields.find((field) => field.name === lifecycle.field)?.column
          await behindItsBack(`UPDATE ${table?.table} SET ${column} = '${from}'`)
        } else {
          expect(outcome, what).toBeInstanceOf(Conflict)
          for (const state of legal) expect(String(outcome), what).toContain(state)
        }
      }
      expect(await rows.get(refId), name).toMatchObject({ [lifecycle.field]: from })
      // Of rows that stand side by side a unique may allow only one.
      await behindItsBack(`DELETE FROM ${table?.table}`)
    }
  }
  return pairs
}

describe('every pair of states', () => {
  test('of the small spec', async () => {
    expect(await tryEveryPair('test/runtime/spec')).toBeGreaterThanOrEqual(25)
  }, 120_000)

  test('of the reference spec', { tags: ['full'], timeout: 600_000 }, async () => {
    expect(await tryEveryPair('spec')).toBeGreaterThan(300)
  })
})

describe('a move', () => {
  async function bookIn(status: string): Promise<{
    readonly books: ReturnType<ReturnType<typeof rowsAs>>
    readonly refId: string
    readonly world: World
  }> {
    const world = await worldOf('test/runtime/spec')
    const tenant = await world.tenant()
    return { world, books: rowsAs(world, tenant)('book'), refId: await planted(world, 'book', tenant.id, { status }) }
  }

  test('from where the record does not stand is a conflict that names where it stands', async () => {
    const { books, refId } = await bookIn('editing')
    const error = await outcomeOf(books.transition(refId, 'writing', { from: 'planned' }))
    expect(error).toBeInstanceOf(Conflict)
    expect(error).toMatchObject({
      message: 'the Book stands at editing, not at planned',
      facts: { refId, state: 'editing' },
    })
    expect(await books.transition(refId, 'cancelled', { from: ['planned', 'writing', 'editing'] })).toMatchObject({
      status: 'cancelled',
    })
  })

  test('takes changes and a revision with it', async () => {
    const { books, refId } = await bookIn('planned')
    const moved = await books.transition(refId, 'writing', { from: 'planned', data: { title: 'Begun' }, revision: 0 })
    expect(moved).toMatchObject({ status: 'writing', title: 'Begun', revision: 1 })
    const late = await outcomeOf(books.transition(refId, 'editing', { from: 'writing', revision: 0 }))
    expect(late).toMatchObject({ code: 'conflict', facts: { revision: 1 } })
  })

  test('is no update, and what begins does so in the first state', async () => {
    const { books, refId } = await bookIn('planned')
    await expect(books.update(refId, { status: 'writing' })).rejects.toThrow(/status/)
    await expect(books.updateMany({ where: {}, data: { status: 'writing' } })).rejects.toThrow(/status/)
    await expect(books.transition(refId, 'writing', { from: 'planned', data: { status: 'printed' } })).rejects.toThrow(
      /status/,
    )
    await expect(books.create({ title: 'T', status: 'printed' })).rejects.toThrow(/status/)
    expect(await books.get(refId)).toMatchObject({ status: 'planned', revision: 0 })
  })

  test('to or from what is no state, or of what is not there, is refused', async () => {
    const { books, refId, world } = await bookIn('planned')
    await expect(books.transition(refId, 'burnt', { from: 'planned' })).rejects.toThrow(InvalidInput)
    await expect(books.transition(refId, 'constructor', { from: 'planned' })).rejects.toThrow(InvalidInput)
    await expect(books.transition(refId, 'writing', { from: 'burnt' })).rejects.toThrow(InvalidInput)
    await expect(books.transition(refId, 'writing', { from: [] })).rejects.toThrow(InvalidInput)
    const other = rowsAs(world, await world.tenant())
    await expect(other('book').transition(refId, 'writing', { from: 'planned' })).rejects.toThrow(Missing)
    await expect(other('author').transition(refId, 'writing', { from: 'planned' })).rejects.toThrow(Forbidden)
    await books.delete(refId)
    await expect(books.transition(refId, 'writing', { from: 'planned' })).rejects.toThrow(Missing)
  })

  test('of which only one may be made leaves one winner among twenty', { tags: ['race'] }, async () => {
    const world = await worldOf('test/runtime/spec')
    const tenant = await world.tenant()
    const rows = rowsAs(world, tenant)
    const author = await rows('author').create({ penName: 'One', legalName: 'One' })
    const books: readonly Row[] = await rows('book').createMany(
      Array.from({ length: 20 }, (_, at) => ({ title: `Book ${at}`, author: author.refId })),
    )
    const settled = await Promise.allSettled(
      books.map(({ refId }) => rows('book').transition(String(refId), 'writing', { from: 'planned' })),
    )
    const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(refused).toHaveLength(19)
    for (const error of refused) {
      expect(error).toBeInstanceOf(Conflict)
      expect(error.message).toContain('authorId')
    }
    expect(await rows('book').count({ where: { status: 'writing' } })).toBe(1)
  })

  test('that twenty make at once with one record is made by one', { tags: ['race'] }, async () => {
    const { books, refId } = await bookIn('planned')
    const racing = Array.from({ length: 20 }, () => books.transition(refId, 'writing', { from: 'planned' }))
    const settled = await Promise.allSettled(racing)
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of settled) {
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'conflict', facts: { state: 'writing' } })
    }
    expect(await books.get(refId)).toMatchObject({ revision: 1 })
  })
})
