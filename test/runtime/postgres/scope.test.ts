import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '../../../runtime/src/errors/errors.ts'
import type { PostgresStore } from '../../../runtime/src/stores/postgres.ts'
import type { Scope } from '../../../runtime/src/stores/scope.ts'
import { query } from '../../support/postgres-server.ts'
import type { SeededTenant } from '../support/seed.ts'
import { openWorld, type World } from '../support/world.ts'
import { changedUrl, errorOf, storeOn } from './stores.ts'

let world: World
let tenants: readonly [SeededTenant, SeededTenant]

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
  tenants = await world.twoTenants()
}, 120_000)
afterAll(() => world?.close())

const settings = `select current_user::text as role, current_setting('app.tenant_id', true) as tenant,
  current_setting('app.actor', true) as actor, current_setting('app.reason', true) as reason,
  current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
  pg_backend_pid()::text as connection`

async function within(store: PostgresStore, scope: Scope): Promise<Readonly<Record<string, string>>> {
  const [row] = await store.run(scope, (session) => session.query<Record<string, string>>(settings))
  return row ?? {}
}

test('a transaction has the role, tenant and actor of its scope, and nothing of them stays on the connection', async () => {
  const store = storeOn(world, { maxConnections: 1 })
  const { roles } = world.description.tenancy ?? { roles: { app: '', system: '', loader: '' } }
  const [one] = tenants
  const actor = { kind: 'user', id: one.user.refId, userId: one.user.id } as const
  const asTenant = await within(store, { kind: 'tenant', tenant: one, actor })
  expect(asTenant).toMatchObject({ role: roles.app, tenant: one.id, reason: '', statement: '8s', lock: '5s' })
  expect(JSON.parse(asTenant.actor ?? '')).toEqual({ kind: 'user', id: one.user.refId })
  const asSystem = await within(store, { kind: 'system', reason: "a 'reason'" })
  expect(asSystem).toMatchObject({ role: roles.system, tenant: '', actor: '', reason: "a 'reason'" })
  expect(await within(store, { kind: 'tenant', tenant: one, role: 'loader' })).toMatchObject({
    role: roles.loader,
    tenant: one.id,
  })
  expect(await within(store, { kind: 'plain' })).toMatchObject({ role: roles.app, tenant: '', actor: '' })
  await errorOf(store.run({ kind: 'tenant', tenant: one }, () => Promise.reject(new Error('failed'))))
  expect(await within(store, { kind: 'plain' })).toMatchObject({ tenant: '', connection: asTenant.connection })
  await store.close()
})

test('what is said to read only cannot write', async () => {
  const store = storeOn(world)
  const write = store.run(
    { kind: 'tenant', tenant: tenants[0] },
    (session) => session.delegate('editor').updateMany({ where: {}, data: { name: 'Written' } }),
    { readOnly: true },
  )
  await expect(write).rejects.toThrow(Forbidden)
  await store.close()
})

test('two hundred scopes at once on four connections each see their own tenant', async () => {
  const store = storeOn(world)
  const seen = await Promise.all(
    Array.from({ length: 200 }, async (_, at) => {
      const tenant = tenants[at % 2] ?? tenants[0]
      const work = store.run({ kind: 'tenant', tenant }, async (session) => {
        if (at % 7 === 0) await session.query('select pg_sleep(0.01)::text as slept')
        const rows = await session.delegate('editor').findMany({ select: { refId: true } })
        if (at % 5 === 0) throw new RangeError(String(rows[0]?.refId))
        return rows.map(({ refId }) => refId)
      })
      const rows = await work.catch((error: Error) => [error.message])
      return [rows, [tenant.user.refId]]
    }),
  )
  for (const [rows, expected] of seen) expect(rows).toEqual(expected)
  await store.close()
})

test('no connection is opened before the first work, and none stays after close', async () => {
  const name = 'stowage_counted'
  const url = changedUrl(world.facts.postgresUrl, (one) => one.searchParams.set('application_name', name))
  const count = async (): Promise<number> =>
    Number(
      (await query(world.superuserUrl, `SELECT count(*) FROM pg_stat_activity WHERE application_name = '${name}'`))[0]
        ?.count,
    )
  const store = storeOn(world, { url })
  expect(await count()).toBe(0)
  await within(store, { kind: 'plain' })
  expect(await count()).toBeGreaterThan(0)
  await store.close()
  await expect.poll(count).toBe(0)
  await expect(within(store, { kind: 'plain' })).rejects.toMatchObject({ code: 'closed' })
  await store.close()
})

test('close waits for the work that is under way', async () => {
  const store = storeOn(world)
  const work = store.run({ kind: 'plain' }, (session) => session.query('select pg_sleep(0.2)::text as slept'))
  await store.close()
  await expect(work).resolves.toHaveLength(1)
})

test('a second URL serves the system alone', async () => {
  const systemUrl = changedUrl(world.facts.postgresUrl, (one) => one.searchParams.set('application_name', 'of_system'))
  const store = storeOn(world, { systemUrl })
  const nameIn = async (scope: Scope): Promise<unknown> =>
    (
      await store.run(scope, (session) =>
        session.query<{ name: string }>(`select current_setting('application_name') as name`),
      )
    )[0]?.name
  expect(await nameIn({ kind: 'system', reason: 'a test' })).toBe('of_system')
  expect(await nameIn({ kind: 'plain' })).not.toBe('of_system')
  await store.close()
})

test('a role that no policy binds, that is not there, or that the login may not take on is refused before any work', async () => {
  const tenancy = world.description.tenancy
  if (tenancy === undefined) throw new Error('the spec has tenants')
  const login = 'stowage_bare_login'
  await query(
    world.superuserUrl,
    `DROP ROLE IF EXISTS stowage_unbound; DROP ROLE IF EXISTS ${login};
     CREATE ROLE stowage_unbound NOLOGIN BYPASSRLS; CREATE ROLE ${login} LOGIN PASSWORD 'p'`,
  )
  const withApp = (app: string): object => ({
    description: { ...world.description, tenancy: { ...tenancy, roles: { ...tenancy.roles, app } } },
  })
  const bare = changedUrl(world.facts.postgresUrl, (one) => {
    one.username = login
    one.password = 'p'
  })
  try {
    for (const [given, message] of [
      [{ ...withApp('stowage_unbound'), url: world.superuserUrl }, /bypasses row level security/],
      [{ ...withApp(decodeURIComponent(new URL(world.superuserUrl).username)), url: world.superuserUrl }, /superuser/],
      [withApp('stowage_nobody'), /not there/],
      [{ url: bare }, /may not take on/],
    ] as const) {
      const store = storeOn(world, given)
      let isBegun = false
      const error = await errorOf(
        store.run({ kind: 'plain' }, async () => {
          isBegun = true
        }),
      )
      expect(error).toBeInstanceOf(Forbidden)
      expect(error.message).toMatch(message)
      expect(error).toHaveProperty('advice')
      expect(isBegun).toBe(false)
      await store.close()
    }
  } finally {
    await query(world.superuserUrl, `DROP ROLE stowage_unbound; DROP ROLE ${login}`)
  }
})
