import { Missing } from '../errors/errors.ts'
import { parseRefId } from '../ids/ulid.ts'
import type { Actor, KnownActor, Tenant } from '../stores/scope.ts'
import type { Stores } from '../stores/stores.ts'
import { ask } from './lookup.ts'
import { shapeOf } from './shape.ts'

/**
 * The tenant with a public id. Its UUID is looked up each time: whoever calls keeps it for as long as it likes.
 *
 * @throws Missing, InvalidInput; TypeError for a spec without tenancy
 */
export async function resolveTenant(stores: Stores, refId: string): Promise<Tenant> {
  const { description } = stores
  const member = description.tenancy?.entity
  if (member === undefined) throw new TypeError('the spec has no tenancy')
  const { entity, table, kept, deletedOn } = shapeOf(description, member)
  const { id: idMember = 'id', refId: refIdMember = 'refId' } = kept
  const publicId = parseRefId(refId, member)
  if (Object.hasOwn(table.lookups, refIdMember)) {
    const [found] = await ask(stores, member, refIdMember, publicId)
    if (found?.tenant_id != null) return { id: found.tenant_id, refId: publicId }
    throw new Missing(entity.name, { entity: member, refId: publicId })
  }
  const where = { [refIdMember]: publicId, ...(deletedOn === undefined ? {} : { [deletedOn]: null }) }
  const row = await stores.postgres.run(
    { kind: 'system', reason: 'whose public id it is' },
    (session) => session.delegate(table.delegate).findFirst({ where, select: { [idMember]: true } }),
    { readOnly: true },
  )
  const id = row?.[idMember]
  if (typeof id !== 'string') throw new Missing(entity.name, { entity: member, refId: publicId })
  return { id, refId: publicId }
}

/**
 * Who acts, with the row of the user where it is one.
 *
 * @throws Missing for a user that is none of the tenant's; InvalidInput where its id is no public id
 */
export async function resolveActor(stores: Stores, tenant: Tenant, actor: Actor): Promise<KnownActor> {
  const member = stores.description.tenancy?.user
  if (actor.kind !== 'user' || member === undefined) return { kind: actor.kind, id: actor.id }
  const { entity, table, kept, deletedOn } = shapeOf(stores.description, member)
  const { id: idMember = 'id', refId: refIdMember = 'refId' } = kept
  const refId = parseRefId(actor.id, member)
  const own = kept.tenant === undefined ? {} : { [kept.tenant]: tenant.id }
  const live = deletedOn === undefined ? {} : { [deletedOn]: null }
  const where = { ...own, ...live, [refIdMember]: refId }
  const row = await stores.postgres.run(
    { kind: 'tenant', tenant },
    (session) => session.delegate(table.delegate).findFirst({ where, select: { [idMember]: true } }),
    { readOnly: true },
  )
  const userId = row?.[idMember]
  if (typeof userId !== 'string') throw new Missing(entity.name, { entity: member, refId })
  return { kind: actor.kind, id: refId, userId }
}
