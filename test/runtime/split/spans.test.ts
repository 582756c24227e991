import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../support/world.ts'
import { bookOf, inputs, Scoped } from './scoped.ts'

let world: World
let own: Scoped

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
  own = new Scoped(world, await world.tenant())
})
afterAll(() => world?.close())

test('each step is one span by its name', async () => {
  const spans: string[] = []
  const observer = {
    span: <T>(name: string, _facts: object, work: () => Promise<T>): Promise<T> => {
      spans.push(name)
      return work()
    },
    log: () => undefined,
  }
  const watched = new Scoped(world, own.tenant, { observer })
  for (const member of ['manuscript', 'agreement', 'rendition']) {
    await watched.repository(member).create(inputs(await bookOf(own), own.tenant, 1)[member] ?? {})
  }
  expect(spans.sort()).toEqual(
    [
      ...['intent', 'put body', 'document', 'commit'].map((step) => `manuscript.create ${step}`),
      ...['intent', 'rehearse', 'stage scan', 'lock scan', 'fence', 'commit'].map((step) => `agreement.create ${step}`),
      ...['intent', 'put content', 'put cover', 'fence', 'document', 'commit'].map(
        (step) => `rendition.create ${step}`,
      ),
    ].sort(),
  )
})
