import type { FieldDescription } from '../description/field.ts'
import { Missing } from '../errors/errors.ts'
import { isUlid } from '../ids/ulid.ts'
import { entityIn } from '../scoped/context.ts'
import type { Session } from '../stores/postgres.ts'
import type { Row } from './read-out.ts'
import type { Rows } from './rows.ts'
import { type Shape, shapeOf } from './shape.ts'
import { ownCondition } from './vision.ts'

/** References that are kept as the row's UUID. */
function rowReferences({ table }: Shape): readonly FieldDescription[] {
  return table.fields.filter(({ type, kept }) => kept === undefined && type.kind === 'ref' && type.holds === 'id')
}

const ofShape = new WeakMap<Shape, readonly FieldDescription[]>()

/**
 * Puts UUIDs in the place of public ids, for all records at once: one question an entity that is referred to.
 *
 * @throws Missing where the scope does not see what is referred to
 */
export async function resolveReferences(rows: Rows, session: Session, records: readonly Row[]): Promise<void> {
  const { shape, vision, context } = rows
  let fields = ofShape.get(shape)
  if (fields === undefined) {
    fields = rowReferences(shape)
    ofShape.set(shape, fields)
  }
  const wanted = new Map<string, Set<string>>()
  for (const field of fields) {
    if (field.type.kind !== 'ref') continue
    for (const record of records) {
      const value = record[field.name]
      if (!isUlid(value)) continue
      const refIds = wanted.get(field.type.entity) ?? new Set()
      wanted.set(field.type.entity, refIds.add(value))
    }
  }
  if (wanted.size === 0) return
  const found = new Map<string, unknown>()
  for (const [member, refIds] of wanted) {
    const target = shapeOf(context.stores.description, member)
    const { id = 'id', refId = 'refId' } = target.kept
    const live = ownCondition(target, { ...vision, isLive: true })
    const list = await session.delegate(target.table.delegate).findMany({
      where: { ...live, [refId]: { in: [...refIds] } },
      select: { [id]: true, [refId]: true },
    })
    for (const one of list) found.set(`${member} ${String(one[refId])}`, one[id])
  }
  for (const field of fields) {
    if (field.type.kind !== 'ref') continue
    for (const record of records) {
      const value = record[field.name]
      if (!isUlid(value)) continue
      const id = found.get(`${field.type.entity} ${value}`)
      if (id === undefined) throw notSeen(rows, field, field.type.entity, value)
      record[field.name] = id
    }
  }
}

function notSeen({ shape, context }: Rows, { name: field }: FieldDescription, target: string, refId: string): Missing {
  const { name } = entityIn(context.stores.description, target)
  return new Missing(`${name} (${shape.entity.name}.${field})`, { entity: shape.member, field, refId })
}

/**
 * Puts the `_id` of a document in the place of its public id, which is all that a caller gives. Asks MongoDB, so before the
 * transaction begins.
 *
 * @throws Missing where the scope does not see such a document
 */
export async function resolveDocuments(
  { shape, context: { scope, stores } }: Pick<Rows, 'shape' | 'context'>,
  records: readonly Row[],
): Promise<void> {
  const { description, documents } = stores
  for (const field of shape.table.fields) {
    if (field.type.kind !== 'ref' || field.type.holds !== 'object_id') continue
    const target = description.entities[field.type.entity]
    const parts = target?.documents
    if (target === undefined || parts === undefined) continue
    const kept = (role: string): string | undefined => parts.fields.find((one) => one.kept === role)?.name
    for (const record of records) {
      const value = record[field.name]
      if (!isUlid(value)) continue
      const [deletedOn, tenant] = [kept('deletedOn'), kept('tenant')]
      const where = {
        [kept('refId') ?? 'refId']: value,
        ...(deletedOn === undefined ? {} : { [deletedOn]: null }),
        ...(tenant === undefined || scope.kind !== 'tenant'
          ? {}
          : { [tenant]: { $in: [scope.tenant.refId, ...(target.tenancy === 'shared' ? [null] : [])] } }),
      }
      const [found] = await documents.page(parts.collection, { where, limit: 1 })
      if (found === undefined) {
        const facts = { entity: shape.member, field: field.name, refId: value }
        throw new Missing(`${target.name} (${shape.entity.name}.${field.name})`, facts)
      }
      record[field.name] = found._id
    }
  }
}
