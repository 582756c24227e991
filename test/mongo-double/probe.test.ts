import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MongoDouble, startMongoDouble } from './index.ts'
import type { World } from './probe/behaviour.ts'
import { behaviours } from './probe/behaviours.ts'
import { isTestDouble, openWorld } from './probe/world.ts'

const given = process.env.MONGO_URL ?? ''
/** MONGO_URL may itself name a double: that would be the same run twice. */
const isReal = given !== '' && !(await isTestDouble(given))

describe('the test double', { tags: ['full'] }, () => {
  let double: MongoDouble
  let world: Awaited<ReturnType<typeof openWorld>>

  beforeAll(async () => {
    double = await startMongoDouble()
    world = await openWorld(double.uri)
  })

  afterAll(async () => {
    await world?.close()
    await double?.stop()
  })

  test('says of itself that it is one', async () => {
    expect(await isTestDouble(double.uri)).toBe(true)
  })

  behave(() => world)
})

describe('the MongoDB that MONGO_URL names', () => {
  if (!isReal) {
    test('behaves', ({ skip }) => skip(given === '' ? 'MONGO_URL is not set' : 'MONGO_URL names a test double'))
    return
  }
  let world: Awaited<ReturnType<typeof openWorld>>

  beforeAll(async () => {
    world = await openWorld(given)
  })

  afterAll(() => world?.close())

  behave(() => world)
})

function behave(world: () => World): void {
  for (const { topic, behaviours: list } of behaviours) {
    describe(topic, () => {
      for (const { name, run, timeout } of list) test(name, () => run(world()), timeout)
    })
  }
}
