import { type PostgresOptions, postgresStore } from '../../../runtime/src/postgres/postgres-store.ts'
import { silent } from '../../../runtime/src/scoped/observer.ts'
import type { PostgresStore } from '../../../runtime/src/stores/postgres.ts'
import type { World } from '../support/world.ts'

/** A store of its own on a world's database, with what a test wants to be otherwise. */
export function storeOn(world: World, given: Partial<PostgresOptions> = {}): PostgresStore {
  return postgresStore({
    description: world.description,
    url: world.facts.postgresUrl,
    client: (adapter) => world.parts.prismaClient?.(adapter as never),
    maxConnections: 4,
    timeouts: { connectMs: 2_000, transactionMs: 10_000, statementMs: 8_000 },
    retries: { attempts: 3, baseMs: 1, maxMs: 5, totalMs: 5_000 },
    observer: silent,
    ...given,
  })
}

/** The URL with another host, user or password. */
export function changedUrl(url: string, change: (url: URL) => void): string {
  const changed = new URL(url)
  change(changed)
  return changed.href
}

export async function errorOf(
  work: Promise<unknown>,
): Promise<Error & { readonly facts: Readonly<Record<string, unknown>> }> {
  return await work.then(
    () => Promise.reject(new Error('nothing was thrown')),
    (error: Error & { readonly facts: Readonly<Record<string, unknown>> }) => error,
  )
}
