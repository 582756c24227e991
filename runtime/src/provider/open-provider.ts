import { Forbidden } from '../errors/errors.ts'
import type { Loader } from '../load/loader.ts'
import { converted } from '../observe/converted.ts'
import { lookup } from '../rows/lookup.ts'
import type { Actor, Scope, Tenant } from '../stores/scope.ts'
import { checkedActor, checkedReason } from './actor.ts'
import { type Core, coreOf } from './core.ts'
import { loaderOf } from './db.ts'
import { lookupsOf } from './lookups.ts'
import type { ProviderOptions, ProviderParts } from './options.ts'
import type { PlainProvider, Provider, ScopeOptions } from './provider.ts'
import { tenantDataOf } from './tenant-data.ts'

/**
 * The way to the data of a spec with tenants. Generated code calls it and says what `db` holds.
 *
 * @throws InvalidInput that names every option that is missing or wrong
 */
export function openProvider<TenantDb, SystemDb, Lookups>(
  parts: ProviderParts,
  options: ProviderOptions = {},
): Provider<TenantDb, SystemDb, Lookups> {
  const core = coreOf(parts, options)
  const { tenancy } = parts.description
  if (tenancy === undefined) throw new TypeError('the spec has no tenants: openPlainProvider')

  const withTenant = async <T>(
    tenant: string | Tenant,
    work: (db: TenantDb) => T | PromiseLike<T>,
    { actor }: ScopeOptions = {},
  ): Promise<T> => {
    const known = actor === undefined ? undefined : checkedActor(actor)
    return core.during(async () => core.inScope(await tenantScope(core, tenant, known), work))
  }

  const system = async <T>(
    reason: string,
    work: (db: SystemDb) => T | PromiseLike<T>,
    { actor }: ScopeOptions = {},
  ): Promise<T> => {
    const scope: Scope = {
      kind: 'system',
      reason: checkedReason(reason),
      ...(actor === undefined ? {} : { actor: checkedActor(actor) }),
    }
    core.observer.log('info', 'provider.system', {
      reason: scope.reason,
      ...(scope.actor === undefined ? {} : { actorKind: scope.actor.kind, actorId: scope.actor.id }),
    })
    return core.during(() =>
      core.observer.span('provider.system', { reason: scope.reason }, () => core.inScope(scope, work)),
    )
  }

  const load = async <T>(
    tenant: string | Tenant,
    work: (loader: Loader) => T | PromiseLike<T>,
    { actor }: ScopeOptions = {},
  ): Promise<T> => {
    if (tenancy.roles.loader === undefined)
      throw new Forbidden(
        'the spec names no role that loads historic rows',
        {},
        'Name `loader` among the roles of the spec.',
      )
    const known = actor === undefined ? undefined : checkedActor(actor)
    return core.during(async () => {
      const scope = await tenantScope(core, tenant, known)
      core.observer.log('info', 'provider.load', { tenant: scope.tenant.refId })
      return core.inScope({ ...scope, role: 'loader' }, work, loaderOf)
    })
  }

  const lookups = lookupsOf(parts.description, (member, field, value) =>
    core.during(() =>
      core.observer.span(`lookup.${member}`, { entity: member, field, store: 'postgres', operation: 'lookup' }, () =>
        lookup(core.stores, member, field, value).catch((error: unknown) => {
          throw converted(error, `lookup of ${member}`)
        }),
      ),
    ),
  )

  return {
    ...core.maintenance,
    withTenant,
    system,
    load,
    tenants: tenantDataOf(core),
    // What can be looked up is for the generated types to say.
    lookup: lookups as Lookups,
  }
}

/**
 * The same for a spec without tenants: every scope sees all.
 *
 * @throws InvalidInput that names every option that is missing or wrong
 */
export function openPlainProvider<Db>(parts: ProviderParts, options: ProviderOptions = {}): PlainProvider<Db> {
  if (parts.description.tenancy !== undefined) throw new TypeError('the spec has tenants: openProvider')
  const core = coreOf(parts, options)
  return {
    ...core.maintenance,
    open: async <T>(work: (db: Db) => T | PromiseLike<T>, { actor }: ScopeOptions = {}): Promise<T> => {
      const scope: Scope = { kind: 'plain', ...(actor === undefined ? {} : { actor: checkedActor(actor) }) }
      return core.during(() => core.inScope(scope, work))
    },
  }
}

async function tenantScope(core: Core, given: string | Tenant, actor: Actor | undefined): Promise<TenantScope> {
  const tenant = await core.tenants.tenant(given)
  return { kind: 'tenant', tenant, ...(actor === undefined ? {} : { actor: await core.tenants.actor(tenant, actor) }) }
}

type TenantScope = Extract<Scope, { readonly kind: 'tenant' }>
