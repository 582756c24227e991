import type { Scope } from '../stores/scope.ts'
import type { Shape } from './shape.ts'

/** A filter of Prisma's. */
export type Where = Readonly<Record<string, unknown>>

/** What a repository sees: whose rows, and whether deleted ones too. The database enforces whose; this spares it the others. */
export interface Vision {
  readonly scope: Scope
  /** The tenant's UUID; undefined where rows of all tenants are seen. */
  readonly tenantId: string | undefined
  readonly isLive: boolean
}

export function visionOf(scope: Scope, isLive: boolean): Vision {
  return { scope, tenantId: scope.kind === 'tenant' ? scope.tenant.id : undefined, isLive }
}

/** What rows of an entity must meet to be seen. `isWritten`: what all tenants share is seen and not written. */
export function ownCondition({ kept, entity, deletedOn }: Shape, vision: Vision, isWritten = false): Where {
  const { tenantId } = vision
  const condition: Record<string, unknown> = {}
  if (vision.isLive && deletedOn !== undefined) condition[deletedOn] = null
  if (tenantId === undefined) return condition
  switch (entity.tenancy) {
    case 'required':
      if (kept.tenant !== undefined) condition[kept.tenant] = tenantId
      return condition
    case 'shared':
      if (kept.tenant === undefined) return condition
      if (isWritten) condition[kept.tenant] = tenantId
      else condition.OR = [{ [kept.tenant]: null }, { [kept.tenant]: tenantId }]
      return condition
    case 'self':
      if (kept.id !== undefined) condition[kept.id] = tenantId
      return condition
    case 'none':
      return condition
    default:
      return entity.tenancy satisfies never
  }
}

export function isEmpty(where: Where): boolean {
  for (const _ in where) return false
  return true
}

/** Both; neither can undo the other. */
export function both(one: Where, other: Where): Where {
  if (isEmpty(one)) return other
  return isEmpty(other) ? one : { AND: [one, other] }
}
