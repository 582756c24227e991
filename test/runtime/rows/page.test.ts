import { afterAll, beforeAll, expect, test } from 'vitest'
import { InvalidInput } from '../../../runtime/src/errors/errors.ts'
import { readCursor, writeCursor } from '../../../runtime/src/page/cursor.ts'
import type { PageArguments, Row } from '../../../runtime/src/rows/row-repository.ts'
import { openWorld, type World } from '../support/world.ts'
import { planted } from './planted.ts'
import { rowsAs, type ScopedRows } from './rows-of.ts'

let world: World
let rows: ScopedRows
/** In the order in which they were made, as the store sorts it. */
let all: readonly string[]

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
  const [tenant, other] = await world.twoTenants()
  rows = rowsAs(world, tenant)
  const found: { readonly refId: string; readonly at: number }[] = []
  // Most of them at the same moment.
  for (let n = 0; n < 40; n += 1) {
    const at = Date.UTC(2026, 0, 1) + (n < 25 ? 5 : n % 4)
    found.push({ refId: await planted(world, 'book', tenant.id, { createdOn: new Date(at) }), at })
    if (n % 4 === 0) await planted(world, 'book', other.id, { createdOn: new Date(at) })
    if (n % 5 === 0) await planted(world, 'book', tenant.id, { createdOn: new Date(at), deletedOn: new Date() })
  }
  all = found.sort((a, b) => a.at - b.at || (a.refId < b.refId ? -1 : 1)).map(({ refId }) => refId)
}, 120_000)
afterAll(() => world?.close())

async function walk(
  args: PageArguments,
  between: () => Promise<unknown> = async () => undefined,
): Promise<readonly Row[]> {
  const items: Row[] = []
  let after: string | null = null
  do {
    const page: { readonly items: readonly Row[]; readonly next: string | null } = await rows('book').page({
      ...args,
      after,
    })
    items.push(...page.items)
    after = page.next
    if (after !== null) await between()
  } while (after !== null)
  return items
}

const ids = (list: readonly Row[]): unknown[] => list.map(({ refId }) => refId)

test.each([1, 2, 7, 39, 40, 41])(
  'pages of %i hold every record once and in order, many of one moment among them',
  async (take) => {
    expect(ids(await walk({ take, direction: 'asc' }))).toEqual(all)
    expect(ids(await walk({ take }))).toEqual([...all].reverse())
  },
)

test('a page is full while there are records, and the last one says so', async () => {
  const first = await rows('book').page({ take: 40 })
  expect([first.items.length, first.next]).toEqual([40, null])
  const part = await rows('book').page({ take: 39 })
  expect([part.items.length, typeof part.next]).toEqual([39, 'string'])
})

test('records that come and go between two pages shift none of the others', async () => {
  const tenant = rows.context.scope
  const tenantId = tenant.kind === 'tenant' ? tenant.tenant.id : ''
  const added: string[] = []
  const seen = await walk({ take: 6, direction: 'desc' }, async () => {
    const refId = await planted(world, 'book', tenantId, { createdOn: new Date(Date.UTC(2026, 6, 1)) })
    added.push(refId)
  })
  expect(ids(seen)).toEqual([...all].reverse())
  expect(added.length).toBeGreaterThan(3)
  await rows('book').deleteMany({ where: { refId: { in: added } } })
})

test('a page is narrowed by a filter and takes what of a record is wanted, and nothing more', async () => {
  const wanted = all.slice(10, 20)
  const page = await walk({ take: 3, direction: 'asc', where: { refId: { in: wanted } }, select: { title: true } })
  expect(page).toHaveLength(10)
  expect(Object.keys(page[0] ?? {})).toEqual(['title'])
})

test.each([
  { take: 0 },
  { take: -1 },
  { take: 1.5 },
  { take: 1001 },
  { direction: 'up' },
  { after: 'nonsense' },
  { after: '' },
  { after: Buffer.from('1.2.3').toString('base64url') },
  { after: Buffer.from(`${Number.MAX_SAFE_INTEGER}.01HZZZZZZZ0000000000000001`).toString('base64url') },
  { after: Buffer.from('1767225600000.01hzzzzzzz0000000000000001').toString('base64url') },
  { cursor: 'x' },
])('%o is refused', async (args) => {
  await expect(rows('book').page(args as PageArguments)).rejects.toThrow(InvalidInput)
})

test('a cursor comes back as it was written', () => {
  for (const createdOn of [new Date(0), new Date(-1), new Date('2026-01-01T00:00:00.123Z')]) {
    const cursor = { createdOn, refId: '01HZZZZZZZ0000000000000001' }
    expect(readCursor(writeCursor(cursor))).toEqual(cursor)
  }
})
