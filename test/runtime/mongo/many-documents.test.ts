import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DocumentEvent } from '../../../runtime/src/documents/watch.ts'
import { Conflict, Forbidden, InvalidInput } from '../../../runtime/src/errors/errors.ts'
import { newUlid } from '../../../runtime/src/ids/ulid.ts'
import type { Scope } from '../../../runtime/src/stores/scope.ts'
import { refusal } from '../../live/reference-models.ts'
import { type Documents, newTenant, openDocuments, plant, scopeOf } from './documents.ts'

let documents: Documents
const [ours, theirs] = [newTenant(), newTenant()]
const user = { kind: 'user', id: newUlid() } as const
const our = scopeOf(ours, user)
const their = scopeOf(theirs)

beforeAll(async () => {
  documents = await openDocuments()
})
afterAll(() => documents?.close())
beforeEach(() => documents.clear())

const plants = (scope: Scope = our) => documents.repository(scope, 'plant')

describe('many documents', () => {
  test('are made together, each input looked at before the first is written', async () => {
    const error = await refusal(plants().createMany([plant('a'), plant('B'), plant('c', { count: 0 })]))
    expect(error).toMatchObject({ issues: [{ path: [1, 'key'] }, { path: [2, 'count'] }] })
    expect(await plants().count()).toBe(0)
    const made = await plants().createMany([plant('a'), plant('b', { secret: 's' })])
    expect(made.map(({ key, secret }) => [key, secret])).toEqual([
      ['a', null],
      ['b', 's'],
    ])
    expect(await plants().createMany([])).toEqual([])
    const clash = await refusal(plants().createMany([plant('c'), plant('a'), plant('d')]))
    expect(clash).toBeInstanceOf(Conflict)
    expect(clash).toMatchObject({ facts: { field: 'key', inserted: 1 } })
    expect(await plants().count()).toBe(3)
  })

  test('are read page by page, none twice and none left out, though some are made at one moment', async () => {
    const now = new Date()
    const made = await Promise.all(
      Array.from({ length: 23 }, (_, n) => plants().create(plant(`p-${'abcdefghijklmnopqrstuvwxyz'[n]}`))),
    )
    await documents.raw('plants').updateMany({ key: { $lt: 'p-m' } }, { $set: { createdOn: now } })
    await plants(their).create(plant('x'))
    for (const direction of ['asc', 'desc']) {
      const seen: unknown[] = []
      let after: string | null = null
      do {
        const page = await plants().page({ take: 5, after, direction, select: { refId: true } })
        seen.push(...page.items.map(({ refId }) => refId))
        after = page.next
      } while (after !== null)
      expect(seen).toHaveLength(23)
      expect(new Set(seen)).toEqual(new Set(made.map(({ refId }) => refId)))
    }
    expect(await refusal(plants().page({ after: 'nonsense' }))).toBeInstanceOf(InvalidInput)
  })

  test('are sorted, cut and narrowed to members', async () => {
    await plants().createMany([plant('a', { count: 2 }), plant('b', { count: 3 }), plant('c', { count: 1 })])
    const found = await plants().findMany({ orderBy: { count: 'desc' }, take: 2, skip: 1, select: { key: true } })
    expect(found).toEqual([{ key: 'a' }, { key: 'c' }])
    expect(await plants().distinct('count', { key: { $ne: 'c' } })).toEqual([2, 3])
    expect(await plants().findMany({ take: 0 })).toEqual([])
  })

  test('are found by their words, best first', async () => {
    await plants().createMany([
      plant('a', { name: 'ivy', story: 'Climbs on oak.' }),
      plant('b', { name: 'oak' }),
      plant('c', { name: 'elm' }),
    ])
    await plants(their).create(plant('d', { name: 'oak' }))
    expect((await plants().search('oak')).map(({ key }) => key)).toEqual(['b', 'a'])
    expect((await plants().search('oak', { where: { key: 'a' }, take: 1 })).map(({ key }) => key)).toEqual(['a'])
    expect(await refusal(documents.repository(our, 'weather').search('x'))).toBeInstanceOf(Forbidden)
  })
})

describe('a stream of changes', () => {
  test('that is quiet is left at once, by whoever reads it and by a signal', async () => {
    const begun = performance.now()
    const left = plants().watch()[Symbol.asyncIterator]()
    const waiting = left.next()
    await new Promise((resolve) => setTimeout(resolve, 100))
    await left.return?.()
    expect(await waiting).toEqual({ done: true, value: undefined })

    const controller = new AbortController()
    setTimeout(() => controller.abort(), 100)
    for await (const _ of plants().watch({ signal: controller.signal })) expect.unreachable()
    for await (const _ of plants().watch({ signal: controller.signal })) expect.unreachable()
    expect(performance.now() - begun).toBeLessThan(800)
    expect(await refusal(plants().watch({ signal: 'x' })[Symbol.asyncIterator]().next())).toBeInstanceOf(InvalidInput)
  })

  test('tells of what is made, changed and marked as deleted, and goes on where it was left', async () => {
    const events = plants()
      .watch({ where: { season: { $ne: 'winter' } } })
      [Symbol.asyncIterator]()
    const first = events.next()
    // The stream stands once something of it has come.
    let n = 0
    const knock = setInterval(
      () =>
        void plants()
          .create(plant(`k-${'abcdefghijklmnopqrstuvwxyz'[n++ % 26]}`))
          .catch(() => 0),
      50,
    )
    await first
    clearInterval(knock)
    await plants(their).create(plant('theirs'))
    await plants().create(plant('hidden', { season: 'winter' }))
    const { refId } = await plants().create(plant('oak', { secret: 's' }))
    await plants().update(String(refId), { name: 'Oak' })
    await plants().delete(String(refId))
    const next = async (): Promise<DocumentEvent> => {
      for (;;) {
        const { value, done } = await events.next()
        if (done === true) throw new Error('the stream has ended')
        if (!String(value.document?.key).startsWith('k-')) return value
      }
    }
    const [made, changed, deleted] = [await next(), await next(), await next()]
    expect(made).toMatchObject({ operation: 'create', refId })
    expect(changed).toMatchObject({ refId })
    expect(deleted).toMatchObject({ operation: 'delete', refId, document: null })
    await events.return?.(undefined)

    const again = plants().watch({ resumeAfter: changed.resumeAfter })[Symbol.asyncIterator]()
    expect((await again.next()).value).toMatchObject({ operation: 'delete', refId })
    await again.return?.(undefined)
    const wrong = plants().watch({ resumeAfter: 'x' })[Symbol.asyncIterator]()
    expect(await refusal(wrong.next())).toBeInstanceOf(InvalidInput)
    const foreign = plants()
      .watch({ where: { gardenId: theirs.refId } })
      [Symbol.asyncIterator]()
    expect(await refusal(foreign.next())).toBeInstanceOf(Forbidden)
  })
})
