import { Forbidden } from '../errors/errors.ts'
import type { Scope } from '../stores/scope.ts'
import { isPlain } from '../validate/plain.ts'
import type { DocumentShape } from './shape.ts'

/**
 * A condition on the tenant may name the scope's own alone. It is never overwritten, so that a mistake is found where it is
 * made.
 *
 * @throws Forbidden
 */
export function demandOwnTenant({ entity, kept }: DocumentShape, scope: Scope, condition: unknown): void {
  if (scope.kind !== 'tenant' || kept.tenant === undefined) return
  for (const value of namedIn(condition)) {
    if (value === scope.tenant.refId || (value === null && entity.tenancy === 'shared')) continue
    throw new Forbidden(`${entity.name}.${kept.tenant} names another tenant`, {
      entity: entity.name,
      field: kept.tenant,
    })
  }
}

/** Operators that say more than a value cannot be looked through: they name what is nobody's. */
function namedIn(condition: unknown): readonly unknown[] {
  if (!isPlain(condition)) return [condition]
  return Object.entries(condition).flatMap(([operator, value]) => {
    if (operator === '$eq') return [value]
    return operator === '$in' && Array.isArray(value) ? value : [undefined]
  })
}
