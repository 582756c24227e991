/** A tenant as a scope knows it. The UUID stays inside PostgreSQL. */
export interface Tenant {
  readonly id: string
  readonly refId: string
}

/** Who acts. `id`: the public id of a user of the tenant, of a run, or the name of a job. */
export interface Actor {
  readonly kind: 'user' | 'agent' | 'job' | 'support'
  readonly id: string
}

/** An actor, and the row of the user where it is one of the tenant: what `created_by` takes. */
export interface KnownActor extends Actor {
  readonly userId?: string
}

/** For whom work is done. */
export type Scope =
  | {
      readonly kind: 'tenant'
      readonly tenant: Tenant
      readonly actor?: KnownActor
      /** Writes historic rows instead of acting as the application. */
      readonly role?: 'loader'
    }
  /** Every tenant's data; the reason is logged. */
  | { readonly kind: 'system'; readonly reason: string; readonly actor?: KnownActor }
  /** Of a spec without tenancy. */
  | { readonly kind: 'plain'; readonly actor?: KnownActor }

/** The tenant's public id, which documents and keys hold; undefined where there is none. */
export function tenantRefId(scope: Scope): string | undefined {
  return scope.kind === 'tenant' ? scope.tenant.refId : undefined
}
