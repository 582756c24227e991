import { afterAll, beforeAll, expect, test } from 'vitest'
import { Closed } from '../../../runtime/src/errors/errors.ts'
import { type Db, repository } from '../support/db.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
})
afterAll(() => world?.close())

test.each(['the scope', 'the provider'])('the end of %s ends a loop over changes that do not come', async (what) => {
  const { refId } = await world.tenant()
  const provider = world.provider()
  const begun = performance.now()
  const loops: Promise<void>[] = []
  const reads = async (db: Db): Promise<void> => {
    for await (const _ of repository(db, 'styleGuide').watch()) expect.unreachable()
  }
  const running = provider.withTenant(refId, async (db) => {
    const loop = reads(db)
    loop.catch(() => undefined)
    loops.push(loop)
    await new Promise((resolve) => setTimeout(resolve, 200))
    if (what === 'the provider') await Promise.all([loop, provider.close()])
  })
  if (what === 'the scope') await running
  else await expect(running).rejects.toThrow(Closed)
  await expect(loops[0]).rejects.toThrow(Closed)
  expect(performance.now() - begun).toBeLessThan(3_000)
})
