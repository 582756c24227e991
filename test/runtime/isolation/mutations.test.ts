import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { ProviderOptions } from '../../../runtime/src/provider/options.ts'
import type { Stores } from '../../../runtime/src/stores/stores.ts'
import { Auditor } from '../support/inventory.ts'
import { openWorld, type World } from '../support/world.ts'
import { current, type Mutation, mutations, type Removal, withoutPolicies } from './mutations.ts'
import { probe } from './probe.ts'

// Each mechanism that keeps tenants apart is taken away in turn: with it the suite is clean, without it the suite finds what
// comes through. Where two mechanisms do the same, the other one is lifted first: each suffices by itself.

let world: World
let auditor: Auditor

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
  auditor = new Auditor(world)
})
afterAll(async () => {
  await auditor?.close()
  await world?.close()
})

/** What the usual run has time for. */
const always: ReadonlySet<string> = new Set(['foreign keys that hold the tenant', 'the tenant within $lookup'])

describe.each(mutations)('without $mechanism', ({ mechanism, members, lifted, removed }: Mutation) => {
  test('something comes through', { timeout: 600_000, tags: always.has(mechanism) ? [] : ['full'] }, async () => {
    // That it is clean where nothing is lifted is what operations.test.ts shows.
    if (lifted !== undefined) expect(await leaks(members, lifted)).toEqual([])
    const found = await leaks(members, ...(lifted === undefined ? [] : [lifted]), removed)
    expect(found).not.toEqual([])
  })
})

describe('the policy of each table', () => {
  test('suffices by itself, and its absence is found', { tags: ['every'], timeout: 1_200_000 }, async () => {
    const tables = Object.entries(world.description.entities).flatMap(([member, { table, tenancy }]) =>
      table === undefined || tenancy === 'none' ? [] : [{ member, table: table.table }],
    )
    const lifted = mutations.find(({ mechanism }) => mechanism.startsWith('policies'))?.lifted ?? {}
    for (const { member, table } of tables) {
      const database = (): Promise<() => Promise<void>> => withoutPolicies(world.superuserUrl, [table])
      expect(await leaks([member], lifted, { database }), `without the policy of ${table}`).not.toEqual([])
    }
  })
})

/** What the suite finds on a data layer of which something has been taken away. */
async function leaks(members: readonly string[], ...removals: readonly Removal[]): Promise<readonly string[]> {
  const undo: (() => Promise<void>)[] = []
  vi.resetModules()
  const modules = new Map<string, ((original: Readonly<Record<string, unknown>>) => object)[]>()
  for (const { modules: replaced = {}, database } of removals) {
    for (const [path, replace] of Object.entries(replaced)) modules.set(path, [...(modules.get(path) ?? []), replace])
    if (database !== undefined) undo.push(await database(world))
  }
  for (const [path, replacements] of modules) {
    vi.doMock(`../../../runtime/src/${path}`, async (importOriginal) => {
      const original = await importOriginal<Readonly<Record<string, unknown>>>()
      return Object.assign({}, original, ...replacements.map((replace) => replace(original)))
    })
  }
  try {
    const { providerAt } = await import('../support/connect.ts')
    const facts = removals.some(({ asSuperuser }) => asSuperuser === true)
      ? { ...world.facts, postgresUrl: world.superuserUrl }
      : world.facts
    const options: ProviderOptions = { stores: told }
    const provider = providerAt(world.parts, facts, options)
    try {
      return (await probe(world, provider, auditor, members)).leaks
    } catch (error) {
      return [`nothing works any more: ${String(error)}`]
    } finally {
      await provider.close()
    }
  } finally {
    for (const path of modules.keys()) vi.doUnmock(`../../../runtime/src/${path}`)
    vi.resetModules()
    for (const each of undo) await each()
  }
}

/** Tells for whom PostgreSQL is asked. */
function told(stores: Stores): Stores {
  return {
    ...stores,
    get documents() {
      return stores.documents
    },
    get objects() {
      return stores.objects
    },
    postgres: {
      run: (scope, work, options) => {
        if (scope.kind === 'tenant') current.refId = scope.tenant.refId
        return stores.postgres.run(scope, work, options)
      },
      close: () => stores.postgres.close(),
    },
  }
}
