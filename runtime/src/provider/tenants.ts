import { Forbidden, Missing } from '../errors/errors.ts'
import { parseRefId } from '../ids/ulid.ts'
import { converted } from '../observe/converted.ts'
import { resolveActor, resolveTenant } from '../rows/resolve.ts'
import type { Actor, KnownActor, Tenant } from '../stores/scope.ts'
import type { Stores } from '../stores/stores.ts'
import { knownTenant } from '../tenants/known-tenant.ts'
import { Recent } from './recent.ts'

/** Tenants and their users by public id; what was found is known for a minute, so that a scope need not ask each time. */
export class KnownTenants {
  readonly #stores: Stores
  readonly #tenants: Recent<Tenant>
  readonly #actors: Recent<KnownActor>

  constructor(stores: Stores) {
    this.#stores = stores
    this.#tenants = new Recent({ most: 10_000, milliseconds: 60_000, now: () => performance.now() })
    this.#actors = new Recent({ most: 10_000, milliseconds: 60_000, now: () => performance.now() })
  }

  /** @throws Missing, InvalidInput; Forbidden where the two ids that were given are of two tenants */
  async tenant(given: string | Tenant): Promise<Tenant> {
    const refId = parseRefId(typeof given === 'string' ? given : given.refId, 'tenant')
    const found = await this.#tenants.of(refId, () =>
      resolveTenant(this.#stores, refId).catch((error: unknown) => {
        throw converted(error, 'tenant', { refId })
      }),
    )
    if (typeof given !== 'string' && given.id !== found.id) throw twoTenants(refId)
    return found
  }

  /** For looking after its data: one that counts as deleted has some, too. @throws as `tenant` does */
  async evenDeleted(given: string | Tenant): Promise<Tenant> {
    const refId = parseRefId(typeof given === 'string' ? given : given.refId, 'tenant')
    const found = await knownTenant(this.#stores, refId)
    if (found === undefined) throw new Missing('the tenant', { refId })
    if (typeof given !== 'string' && given.id !== found.id) throw twoTenants(refId)
    return found
  }

  /** After tenants or users were removed here; other processes know them for the rest of the minute. */
  forget(): void {
    this.#tenants.clear()
    this.#actors.clear()
  }

  /** @throws Missing where a user is none of the tenant's */
  async actor(tenant: Tenant, actor: Actor): Promise<KnownActor> {
    if (actor.kind !== 'user') return { kind: actor.kind, id: actor.id }
    return this.#actors.of(`${tenant.refId} ${actor.id}`, () =>
      resolveActor(this.#stores, tenant, actor).catch((error: unknown) => {
        throw converted(error, 'actor')
      }),
    )
  }
}

function twoTenants(refId: string): Forbidden {
  return new Forbidden('a tenant whose two ids do not belong together', { refId })
}
