import { Forbidden } from '../errors/errors.ts'
import type { Context } from '../scoped/context.ts'

/** Whose a record is: UUID for PostgreSQL, public id for keys and documents; neither where it is nobody's. */
export interface Owner {
  readonly id: string | null
  readonly refId: string | undefined
}

export const nobody: Owner = { id: null, refId: undefined }

/**
 * A context that acts for the owner of a record: an operator's work on a tenant's record is bound as the tenant's own.
 *
 * @throws Forbidden where a tenant's scope is to act for another
 */
export function actingFor(context: Context, owner: Owner): Context {
  const { scope } = context
  switch (scope.kind) {
    case 'tenant':
      if (owner.id === scope.tenant.id) return context
      throw new Forbidden('a record of another tenant')
    case 'plain':
      return context
    case 'system': {
      const { id, refId } = owner
      if (id === null || refId === undefined) return context
      const actor = scope.actor === undefined ? {} : { actor: scope.actor }
      return { ...context, scope: { kind: 'tenant', tenant: { id, refId }, ...actor } }
    }
    default:
      return scope satisfies never
  }
}
