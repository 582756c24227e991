import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectDocuments } from '../../generator/cli/data/mongo.ts'
import { Unavailable } from '../../runtime/src/errors/errors.ts'
import { FaultProxy } from '../runtime/faults/proxy.ts'
import { openWorld, type World } from '../runtime/support/world.ts'

let world: World
let proxy: FaultProxy

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
})
afterAll(async () => {
  await proxy?.close()
  await world?.close()
})

test('an answer of MongoDB that does not come is waited for no longer than an operation may take', async () => {
  const url = new URL(world.facts.mongoUrl)
  proxy = new FaultProxy('mongo', url.hostname, Number(url.port))
  url.host = `127.0.0.1:${await proxy.listen()}`
  url.searchParams.delete('replicaSet')
  url.searchParams.set('directConnection', 'true')
  const waits = { connectMs: 5_000, operationMs: 500 }
  const documents = await connectDocuments(process.cwd(), world.description, 'PRESS_MONGO_URL', url.href, waits)
  expect(await documents.page('renditions', { limit: 1 })).toEqual([])
  // Longer than a test may take.
  proxy.begin({ at: 1, fault: 'delay', delayMs: 120_000 })
  await expect(documents.page('renditions', { limit: 1 })).rejects.toThrow(Unavailable)
  await documents.close()
})
