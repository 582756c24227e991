import { Corrupt, Missing } from '../errors/errors.ts'
import { resolveTenant } from '../rows/resolve.ts'
import { shapeOf } from '../rows/shape.ts'
import type { Context } from '../scoped/context.ts'
import type { Session } from '../stores/postgres.ts'
import type { OwnTenant } from '../validate/own-tenant.ts'
import { nobody, type Owner } from './owner.ts'

/** Whose a new record is to be. @throws Missing for a tenant that is not there */
export async function ownerOfInput(context: Context, tenant: OwnTenant): Promise<Owner> {
  if (tenant === null || tenant === undefined) return nobody
  const { id, refId } = tenant
  if (id !== undefined && refId !== undefined) return { id, refId }
  if (refId !== undefined) return await resolveTenant(context.stores, refId)
  if (id === undefined) return nobody
  const found = await context.stores.postgres.run(context.scope, (session) => publicIdOf(context, session, id), {
    readOnly: true,
  })
  return { id, refId: found }
}

/** Whose a row is; within the transaction that reads it. */
export async function ownerOfRow(context: Context, session: Session, tenantId: unknown): Promise<Owner> {
  if (typeof tenantId !== 'string') return nobody
  const { scope } = context
  if (scope.kind === 'tenant') {
    if (scope.tenant.id === tenantId) return scope.tenant
    throw new Corrupt('the scope of a row')
  }
  return { id: tenantId, refId: await publicIdOf(context, session, tenantId) }
}

/** Whose a document is. */
export async function ownerOfDocument(context: Context, tenantRefId: unknown): Promise<Owner> {
  if (typeof tenantRefId !== 'string') return nobody
  const { scope } = context
  if (scope.kind === 'tenant' && scope.tenant.refId === tenantRefId) return scope.tenant
  return await resolveTenant(context.stores, tenantRefId)
}

/** Of a deleted tenant too: its records are still its own. */
async function publicIdOf({ stores: { description } }: Context, session: Session, id: string): Promise<string> {
  const member = description.tenancy?.entity ?? ''
  const { table, kept, entity } = shapeOf(description, member)
  const refId = kept.refId ?? 'refId'
  const row = await session.delegate(table.delegate).findFirst({
    where: { [kept.id ?? 'id']: id },
    select: { [refId]: true },
  })
  if (row === null) throw new Missing(entity.name, { entity: member })
  return String(row[refId])
}
