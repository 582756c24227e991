import { rowRepository } from '../../../runtime/src/rows/repository.ts'
import type { RowRepository } from '../../../runtime/src/rows/row-repository.ts'
import type { Context } from '../../../runtime/src/scoped/context.ts'
import { silent } from '../../../runtime/src/scoped/observer.ts'
import { secretsOf } from '../../../runtime/src/secrets/secrets.ts'
import type { Session } from '../../../runtime/src/stores/postgres.ts'
import type { Scope } from '../../../runtime/src/stores/scope.ts'
import type { SeededTenant } from '../support/seed.ts'
import { testKeys } from '../support/test-keys.ts'
import type { World } from '../support/world.ts'

/** Repositories of rows in one scope, by member, as a provider would make them. */
export interface ScopedRows {
  (member: string): RowRepository
  readonly context: Context
  /** The same within one transaction. */
  transaction<T>(work: (tx: (member: string) => RowRepository) => Promise<T>): Promise<T>
}

/** In the scope of a tenant, as its person. */
export function rowsAs(world: World, { id, refId, user }: SeededTenant): ScopedRows {
  const actor = { kind: 'user', id: user.refId, userId: user.id } as const
  return rowsIn(world, { kind: 'tenant', tenant: { id, refId }, actor })
}

export function rowsIn(world: World, scope: Scope): ScopedRows {
  const context: Context = {
    stores: world.stores,
    scope,
    secrets: secretsOf(world.description, testKeys),
    observer: silent,
    model: (name) => world.modelNamed(name),
  }
  return Object.assign((member: string) => rowRepository(context, member), {
    context,
    transaction: <T>(work: (tx: (member: string) => RowRepository) => Promise<T>): Promise<T> =>
      world.stores.postgres.run(scope, (session: Session) =>
        work((member) => rowRepository({ ...context, session }, member)),
      ),
  })
}

export const systemScope: Scope = { kind: 'system', reason: 'a test' }
