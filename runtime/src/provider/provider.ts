import type { Loader } from '../load/loader.ts'
import type { Actor, Tenant } from '../stores/scope.ts'
import type { Maintenance } from './maintenance.ts'
import type { TenantData } from './tenant-data.ts'

export interface ScopeOptions {
  /** Who acts: fills `created_by` and its like where it is a user, and stands in audit records. */
  readonly actor?: Actor
}

/** A record that was found before its tenant was known. */
export interface FoundRecord {
  readonly tenant: Tenant
  readonly refId: string
}

/** What an application reaches its data by, where the spec has tenants. Nothing connects before it is used. */
export interface Provider<TenantDb, SystemDb, Lookups> extends Maintenance {
  /**
   * Works on the data of one tenant. No transaction: each call of `db` is one of its own, and no connection is held between.
   * What was taken from `db` is of no use after the work.
   *
   * @param tenant its public id, or both ids as `lookup` gives them
   * @throws Missing where there is no such tenant or the actor is no user of it; Closed; what the work throws
   */
  withTenant<T>(tenant: string | Tenant, work: (db: TenantDb) => T | PromiseLike<T>, options?: ScopeOptions): Promise<T>
  /**
   * Works on the data of every tenant.
   *
   * @param reason is logged, and stands in the settings of the database's session
   */
  system<T>(reason: string, work: (db: SystemDb) => T | PromiseLike<T>, options?: ScopeOptions): Promise<T>
  /**
   * Writes rows of one tenant as they were: with ids, dates, revision and state. For bringing data from elsewhere.
   *
   * @throws Forbidden where the spec names no role for it
   */
  load<T>(tenant: string | Tenant, work: (loader: Loader) => T | PromiseLike<T>, options?: ScopeOptions): Promise<T>
  readonly tenants: TenantData
  /** What the spec lets be found before the tenant is known: `lookup.user.byEmail(text)`. */
  readonly lookup: Lookups
}

/** The same for a spec without tenants. */
export interface PlainProvider<Db> extends Maintenance {
  open<T>(work: (db: Db) => T | PromiseLike<T>, options?: ScopeOptions): Promise<T>
}
