import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from './world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
})
afterAll(() => world?.close())

test('the application’s login is bound by the policies until it takes a role on', async () => {
  const [one, other] = await world.twoTenants()
  const client = new pg.Client({ connectionString: world.facts.postgresUrl })
  await client.connect()
  try {
    await expect(client.query('SELECT 1 FROM houses')).rejects.toThrow('permission denied')
    const names = async (role: string, tenant: string): Promise<readonly string[]> => {
      await client.query('BEGIN')
      await client.query(`SELECT set_config('role', $1, true), set_config('app.tenant_id', $2, true)`, [role, tenant])
      const { rows } = await client.query<{ ref_id: string }>('SELECT ref_id FROM houses ORDER BY created_on')
      await client.query('ROLLBACK')
      return rows.map(({ ref_id: refId }) => refId)
    }
    const { app, system } = world.description.tenancy?.roles ?? { app: '', system: '' }
    expect(await names(app, '')).toEqual([])
    expect(await names(app, one.id)).toEqual([one.refId])
    expect(await names(app, other.id)).toEqual([other.refId])
    expect(await names(system, '')).toEqual([one.refId, other.refId])
  } finally {
    await client.end()
  }
})
