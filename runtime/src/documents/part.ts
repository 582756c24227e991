import { newObjectId } from '../ids/object-id.ts'
import { newUlid } from '../ids/ulid.ts'
import type { Context } from '../scoped/context.ts'
import { opened, sealed } from '../secrets/fields.ts'
import type { StoredDocument } from '../stores/documents.ts'
import { tenantRefId } from '../stores/scope.ts'
import { checkedDocument } from '../validate/input-schema.ts'
import { documentShape } from './shape.ts'

/** What the data layer writes of a new document beside what a caller gave. */
export interface NewDocument {
  /** `_id` in hexadecimal; a fresh one where it is absent. */
  readonly id?: string
  readonly refId?: string
  readonly createdOn?: Date
  /** The tenant's public id; that of the scope where it is absent, null for a record that all share. */
  readonly tenant?: string | null
  /** Keys of objects and what else a split record keeps: members and values. */
  readonly pointers?: Readonly<Record<string, unknown>>
}

/**
 * A whole document as `DocumentStore.insert` takes it: checked, with every key, secrets sealed.
 *
 * @throws InvalidInput
 */
export async function prepareDocument(
  context: Context,
  member: string,
  input: unknown,
  { id = newObjectId(), refId = newUlid(), createdOn = context.stores.now(), tenant, pointers = {} }: NewDocument = {},
): Promise<StoredDocument> {
  const { description } = context.stores
  const { entity, documents, kept } = documentShape(description, member)
  const given = checkedDocument(description, member, input)
  const actor = actorRefId(context)
  const ours: Record<string, unknown> = {}
  const write = (key: string | undefined, value: unknown): void => {
    if (key !== undefined) ours[key] = value
  }
  write(kept.refId, refId)
  write(kept.tenant, tenant === undefined ? (tenantRefId(context.scope) ?? null) : tenant)
  write(kept.createdOn, createdOn)
  write(kept.createdBy, actor)
  write(kept.updatedOn, createdOn)
  write(kept.updatedBy, actor)
  write(kept.revision, 0)
  write(kept.deletedOn, null)
  write(kept.deletedBy, null)
  // Keys of objects are null where there is none: the collection wants every key.
  for (const field of documents.fields)
    if (field.optional === true && !Object.hasOwn(given, field.name) && !Object.hasOwn(ours, field.name))
      ours[field.name] = null
  const whole = { ...given, ...ours, ...pointers }
  return { ...(await sealed(context.secrets, entity.name, documents.fields, whole, refId)), _id: id }
}

/** A document as a caller sees it: without its `_id`, secrets opened. */
export async function openDocument(
  context: Context,
  member: string,
  { _id, ...stored }: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const { entity, documents, kept } = documentShape(context.stores.description, member)
  const refId = String(stored[kept.refId ?? 'refId'])
  return await opened(context.secrets, entity.name, documents.fields, stored, refId)
}

/** Documents name who acted where it is a user of the tenant, whose row is known then: no other tenant has such a user. */
export function actorRefId({ scope: { kind, actor } }: Pick<Context, 'scope'>): string | null {
  if (actor?.kind !== 'user') return null
  return kind === 'plain' || actor.userId !== undefined ? actor.id : null
}
