import { createHash } from 'node:crypto'
import { ulid } from 'ulid'
import { entityNamed } from '../collect/intent.ts'
import type { Description } from '../description/description.ts'
import type { EntityDescription } from '../description/entity.ts'
import type { FieldDescription } from '../description/field.ts'
import { InvalidInput } from '../errors/errors.ts'
import type { StoredDocument } from '../stores/documents.ts'
import type { OutboxRow } from './outbox.ts'

/** Where audit records go, and what a move is in them. */
export interface AuditTarget {
  readonly collection: string
  /** The member that holds a row's dedupe key. */
  readonly dedupeKey: string
  /** @throws InvalidInput where a record has no tenant and the audit log demands one */
  record(row: OutboxRow, now: Date): StoredDocument
}

/** @throws InvalidInput where the spec keeps no audit log in MongoDB */
export function auditTarget(description: Description): AuditTarget {
  const { audit } = description
  const entity = audit === undefined ? undefined : description.entities[audit.entity]
  const { documents } = entity ?? {}
  if (audit === undefined || entity === undefined || documents === undefined) {
    throw new InvalidInput('the relay', [
      { path: ['deliver'], message: 'the spec names no audit log (`audit:`): give a function that delivers' },
    ])
  }
  const { fields } = audit
  const actorField = documents.fields.find(({ name }) => name === fields.actor)
  return {
    collection: documents.collection,
    dedupeKey: fields.dedupeKey,
    record: (row, now) => ({
      ...defaults(documents.fields, row, now),
      ...tenantOf(entity, row),
      ...creator(documents.fields, row),
      [fields.action]: `${memberOf(description, row)}.transition`,
      [fields.actor]: actorOf(row, actorField),
      [fields.entity]: row.payload.entity,
      [fields.record]: row.payload.ref_id,
      [fields.before]: { [fieldOf(description, row)]: row.payload.from },
      [fields.after]: { [fieldOf(description, row)]: row.payload.to },
      [fields.occurredOn]: row.createdOn,
      [fields.dedupeKey]: row.dedupeKey,
      _id: documentId(row),
    }),
  }
}

/**
 * The same for every delivery of one row, so that the second of two finds the place taken, whatever indexes there are; its
 * first four bytes are the time, as in any id of MongoDB.
 */
function documentId({ createdOn, dedupeKey }: OutboxRow): string {
  const seconds = Math.floor(createdOn.getTime() / 1000)
  const time = (seconds >>> 0).toString(16).padStart(8, '0')
  return `${time}${createHash('sha256').update(dedupeKey).digest('hex').slice(0, 16)}`
}

/** What the data layer keeps in every document, and what may be left out. */
function defaults(fields: readonly FieldDescription[], row: OutboxRow, now: Date): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    fields.flatMap(({ name, kept, optional, default: value }): [string, unknown][] => {
      if (kept === 'refId') return [[name, ulid(row.createdOn.getTime())]]
      if (kept === 'createdOn') return [[name, now]]
      if (kept !== undefined && kept !== 'createdBy') return []
      if (value === undefined) return optional === true ? [[name, null]] : []
      if (value.kind === 'literal') return [[name, value.value]]
      if (value.kind === 'emptyList') return [[name, []]]
      return value.kind === 'now' ? [[name, now]] : []
    }),
  )
}

function tenantOf({ name, tenancy, documents }: EntityDescription, { tenant }: OutboxRow): Record<string, unknown> {
  const field = documents?.fields.find(({ kept }) => kept === 'tenant')
  if (field === undefined) return {}
  if (tenant !== null) return { [field.name]: tenant }
  if (tenancy !== 'required') return {}
  throw new InvalidInput(name, [{ path: [field.name], message: 'is demanded, and the record that moved has none' }])
}

const ulidForm = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/

/** A user of the tenant who acted made the record, too. */
function creator(fields: readonly FieldDescription[], { payload }: OutboxRow): Record<string, unknown> {
  const field = fields.find(({ kept }) => kept === 'createdBy')
  const isUser = payload.actor?.kind === 'user' && ulidForm.test(payload.actor.id)
  return field === undefined || !isUser ? {} : { [field.name]: payload.actor?.id }
}

/** As an embedded shape of kind and id, or where it is a text, as one. */
function actorOf({ payload: { actor } }: OutboxRow, field: FieldDescription | undefined): unknown {
  const { kind, id } = actor ?? { kind: 'job', id: 'unknown' }
  return field?.type.kind === 'scalar' && field.type.scalar !== 'json' ? `${kind}:${id}` : { kind, id }
}

function memberOf(description: Description, { payload: { entity } }: OutboxRow): string {
  return entityNamed(description, entity)?.member ?? entity
}

function fieldOf(description: Description, { payload: { entity, field } }: OutboxRow): string {
  const fields = entityNamed(description, entity)?.entity.table?.fields ?? []
  return fields.find(({ column }) => column === field)?.name ?? field
}
