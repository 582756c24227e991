import { createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { Forbidden, Unavailable } from '../../../runtime/src/errors/errors.ts'
import type { PostgresStore, Session } from '../../../runtime/src/stores/postgres.ts'
import { query } from '../../support/postgres-server.ts'
import { FaultProxy } from '../faults/proxy.ts'
import { planted } from '../rows/planted.ts'
import type { SeededTenant } from '../support/seed.ts'
import { openWorld, type World } from '../support/world.ts'
import { changedUrl, errorOf, storeOn } from './stores.ts'

let world: World
let tenant: SeededTenant
const stores: PostgresStore[] = []

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
  tenant = await world.tenant()
}, 120_000)
afterAll(() => world?.close())
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close()
})

function opened(given: Parameters<typeof storeOn>[1] = {}): PostgresStore {
  const store = storeOn(world, given)
  stores.push(store)
  return store
}

const scope = (): { readonly kind: 'tenant'; readonly tenant: SeededTenant } => ({ kind: 'tenant', tenant })

async function killed(session: Session): Promise<void> {
  const [row] = await session.query<{ pid: number }>('select pg_backend_pid() as pid')
  await query(world.superuserUrl, `SELECT pg_terminate_backend(${row?.pid})`)
}

test('a server that is not there is said to be so at once, and nothing was done', async () => {
  const url = changedUrl(world.facts.postgresUrl, (one) => {
    one.host = '127.0.0.1:1'
  })
  const error = await errorOf(opened({ url }).run(scope(), async () => 'never'))
  expect(error).toBeInstanceOf(Unavailable)
  expect(error.facts).toMatchObject({ store: 'postgres', undone: true })
  expect(error.message).not.toContain('127.0.0.1')
})

test('a server that does not answer is given up after the time for connections', async () => {
  const mute = createServer((socket) => socket.on('error', () => undefined))
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
  const address = mute.address()
  const url = changedUrl(world.facts.postgresUrl, (one) => {
    one.host = `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  })
  const timeouts = { connectMs: 200, transactionMs: 1_000, statementMs: 1_000 }
  const error = await errorOf(opened({ url, timeouts }).run(scope(), async () => 'never'))
  expect(error).toMatchObject({ code: 'unavailable', facts: { undone: true } })
  mute.close()
})

test('a login that the server refuses is forbidden, and its password is nowhere in the error', async () => {
  const url = changedUrl(world.facts.postgresUrl, (one) => {
    one.username = 'stowage_nobody_at_all'
    one.password = 'SECRETVALUE'
  })
  const error = await errorOf(opened({ url }).run(scope(), async () => 'never'))
  expect(error).toBeInstanceOf(Forbidden)
  expect(`${error.message} ${JSON.stringify(error)} ${error.stack}`).not.toContain('SECRETVALUE')
})

test('a connection that is lost in the middle fails what writes and is made up for in what reads', async () => {
  const store = opened()
  let attempts = 0
  const work = async (session: Session): Promise<unknown> => {
    attempts += 1
    if (attempts === 1) await killed(session)
    return await session.delegate('editor').count({})
  }
  expect(await store.run(scope(), work, { readOnly: true })).toBe(1)
  expect(attempts).toBe(2)
  attempts = 0
  const error = await errorOf(store.run(scope(), work))
  expect(error).toBeInstanceOf(Unavailable)
  expect(error.facts).toMatchObject({ undone: true })
  expect(attempts).toBe(1)
  expect(await store.run(scope(), (session) => session.delegate('editor').count({}))).toBe(1)
})

test('what reads is not tried more often than is allowed', async () => {
  const store = opened({ retries: { attempts: 3, baseMs: 1, maxMs: 2, totalMs: 5_000 } })
  let attempts = 0
  const work = async (session: Session): Promise<void> => {
    attempts += 1
    await killed(session)
    await session.delegate('editor').count({})
  }
  await expect(store.run(scope(), work, { readOnly: true })).rejects.toThrow(Unavailable)
  expect(attempts).toBe(3)
})

test('the loss of idle connections ends neither the process nor the store', async () => {
  const logged: string[] = []
  const observer = {
    span: <T>(_: string, __: object, work: () => Promise<T>) => work(),
    log: (_: string, text: string) => logged.push(text),
  }
  const url = changedUrl(world.facts.postgresUrl, (one) => one.searchParams.set('application_name', 'stowage_idle'))
  const store = opened({ url, observer: observer as never })
  await Promise.all(
    Array.from({ length: 4 }, () =>
      store.run(scope(), (session) => session.query('select pg_sleep(0.05)::text as slept')),
    ),
  )
  await query(
    world.superuserUrl,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'stowage_idle'`,
  )
  await expect.poll(() => logged.length).toBeGreaterThan(0)
  expect(await store.run(scope(), (session) => session.delegate('editor').count({}), { readOnly: true })).toBe(1)
})

test('a transaction that the server ended while nothing was asked of it is said to have taken too long', async () => {
  const store = opened()
  const error = await errorOf(
    store.run(scope(), async (session) => {
      await session.query("select set_config('idle_in_transaction_session_timeout', '50', true)")
      // The server's last word is read only once COMMIT is under way, and so is taken for its answer.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400)
    }),
  )
  expect(error).toMatchObject({ code: 'unavailable', facts: { undone: true } })
})

test('a transaction that takes too long is rolled back, and its connection serves the next one', async () => {
  const store = opened({ maxConnections: 1, timeouts: { connectMs: 2_000, transactionMs: 300, statementMs: 8_000 } })
  const refId = await planted(world, 'author', tenant.id)
  const change = (session: Session): Promise<unknown> =>
    session.delegate('author').updateMany({ where: { refId }, data: { legalName: 'Late' } })
  const slow = [
    async (session: Session): Promise<unknown> => {
      await change(session)
      return await session.query('select pg_sleep(3)::text as slept')
    },
    async (session: Session): Promise<void> => {
      await change(session)
      await new Promise((resolve) => setTimeout(resolve, 500))
    },
  ]
  for (const work of slow) {
    const error = await errorOf(store.run(scope(), work))
    expect(error).toMatchObject({ code: 'unavailable', facts: { undone: true } })
  }
  const read = await store.run(scope(), (session) => session.delegate('author').findFirst({ where: { refId } }))
  expect(read).not.toMatchObject({ legalName: 'Late' })
})

test('who waits for a row that somebody else holds gives up after the time for that', async () => {
  const refId = await planted(world, 'author', tenant.id)
  const store = opened({ timeouts: { connectMs: 2_000, transactionMs: 5_000, statementMs: 4_000, lockMs: 100 } })
  const change = (session: Session): Promise<unknown> =>
    session.delegate('author').updateMany({ where: { refId }, data: { legalName: 'Mine' } })
  const error = await store.run(scope(), async (holder) => {
    await change(holder)
    return await errorOf(store.run(scope(), change))
  })
  expect(error).toMatchObject({ code: 'unavailable', facts: { undone: true } })
})

test('a server that falls silent under a statement is broken off, and others are served', async () => {
  const { hostname, port } = new URL(world.facts.postgresUrl)
  const proxy = new FaultProxy('postgres', hostname, Number(port))
  const through = await proxy.listen()
  const url = changedUrl(world.facts.postgresUrl, (one) => {
    one.host = `127.0.0.1:${through}`
  })
  const store = opened({ url, maxConnections: 1, timeouts: { connectMs: 2_000, transactionMs: 300, statementMs: 300 } })
  await store.run(scope(), (session) => session.delegate('editor').count({}))
  const begun = performance.now()
  const silent = store.run(scope(), async (session) => {
    proxy.begin({ at: 1, fault: 'delay', delayMs: 60_000 })
    return await session.query('select 1 as one')
  })
  expect(await errorOf(silent)).toBeInstanceOf(Unavailable)
  expect(performance.now() - begun).toBeLessThan(20_000)
  proxy.begin()
  expect(await store.run(scope(), (session) => session.delegate('editor').count({}))).toBe(1)
  await proxy.close()
})

test('a server that falls silent at BEGIN keeps no connection: the next call is served, and closing comes to an end', async () => {
  const { hostname, port } = new URL(world.facts.postgresUrl)
  const proxy = new FaultProxy('postgres', hostname, Number(port))
  const through = await proxy.listen()
  const url = changedUrl(world.facts.postgresUrl, (one) => {
    one.host = `127.0.0.1:${through}`
  })
  const store = opened({ url, maxConnections: 1, timeouts: { connectMs: 500, transactionMs: 1_000, statementMs: 500 } })
  const count = (): Promise<unknown> => store.run(scope(), (session) => session.delegate('editor').count({}))
  const silent = async (): Promise<void> => {
    proxy.begin({ at: 1, fault: 'delay', delayMs: 60_000 })
    expect(await errorOf(count())).toMatchObject({ code: 'unavailable', facts: { undone: true } })
    proxy.begin()
  }
  // First it is the role that is asked for, then BEGIN.
  await silent()
  expect(await count()).toBe(1)
  await silent()
  expect(await count()).toBe(1)
  await silent()
  await store.close()
  await proxy.close()
})

test('where the answer to COMMIT is lost nobody claims that nothing was done', async () => {
  const { hostname, port } = new URL(world.facts.postgresUrl)
  const proxy = new FaultProxy('postgres', hostname, Number(port))
  const through = await proxy.listen()
  const url = changedUrl(world.facts.postgresUrl, (one) => {
    one.host = `127.0.0.1:${through}`
  })
  const refId = await planted(world, 'author', tenant.id)
  const store = opened({ url, maxConnections: 1 })
  const lost = store.run(scope(), async (session) => {
    await session.delegate('author').updateMany({ where: { refId }, data: { legalName: 'Committed' } })
    // The next exchange is COMMIT.
    proxy.begin({ at: 1, fault: 'reply', delayMs: 0 })
  })
  const error = await errorOf(lost)
  expect(error).toBeInstanceOf(Unavailable)
  expect(error.facts.undone).toBeUndefined()
  proxy.begin()
  const read = await store.run(scope(), (session) => session.delegate('author').findFirst({ where: { refId } }), {
    readOnly: true,
  })
  expect(read).toMatchObject({ legalName: 'Committed' })
  await proxy.close()
})
