import { tenantJoin } from '../collect/tables.ts'
import type { Session } from '../stores/postgres.ts'
import type { Tenant } from '../stores/scope.ts'
import type { Stores } from '../stores/stores.ts'

/** A move of a life cycle as its transaction wrote it down. */
export interface OutboxRow {
  readonly id: string
  readonly topic: string
  /** The tenant's public id; null where the record has none. */
  readonly tenant: string | null
  /** The same for every delivery of the row. */
  readonly dedupeKey: string
  readonly payload: Move
  readonly createdOn: Date
  /** How often it was tried in vain. */
  readonly attempts: number
}

export interface Move {
  /** As the spec calls it: `BlogPost`. */
  readonly entity: string
  readonly table: string
  readonly ref_id: string
  /** The column that moved. */
  readonly field: string
  readonly from: string
  readonly to: string
  readonly actor: { readonly kind: string; readonly id: string } | null
}

/** After so many attempts a row waits for a person: fsck finds it. */
const maxAttempts = 20

/**
 * Takes up rows that nobody else has, in the order in which they were written. After a vain attempt a row rests: a second,
 * two, four and so on, reckoned from when it was written.
 * @param not rows that were tried just now
 */
export async function takeRows(
  stores: Stores,
  session: Session,
  limit: number,
  not: readonly string[],
  tenant?: Tenant,
): Promise<readonly OutboxRow[]> {
  const { join, refId } = tenantJoin(stores.description, 'waiting.tenant_id')
  const rows = await session.query<Row>(
    `with waiting as (
       select * from stowage.outbox
       where delivered_on is null and attempts < $3::int and id <> all($4::uuid[])
         and (attempts = 0 or created_on + make_interval(secs => power(2, attempts) - 1) <= $2::timestamptz)
         and ($5::uuid is null or tenant_id = $5::uuid)
       order by position limit $1::int for update skip locked
     )
     select waiting.id::text, waiting.topic, waiting.dedupe_key, waiting.payload, waiting.created_on, waiting.attempts,
       ${refId} as tenant
     from waiting ${join} order by waiting.position`,
    [limit, stores.now().toISOString(), maxAttempts, not, tenant?.id ?? null],
  )
  return rows.map(({ id, topic, tenant, dedupe_key, payload, created_on, attempts }) => ({
    id,
    topic,
    tenant,
    dedupeKey: dedupe_key,
    payload,
    createdOn: new Date(created_on),
    attempts,
  }))
}

interface Row {
  readonly id: string
  readonly topic: string
  readonly dedupe_key: string
  readonly payload: Move
  readonly created_on: Date | string
  readonly attempts: number
  readonly tenant: string | null
}

export async function markDelivered(session: Session, ids: readonly string[], on: Date): Promise<void> {
  if (ids.length === 0) return
  await session.query(
    `update stowage.outbox set delivered_on = $1::timestamptz, attempts = attempts + 1, last_error = null
     where id = any($2::uuid[]) and delivered_on is null`,
    [on.toISOString(), ids],
  )
}

/** @param reason names and codes, no values */
export async function markFailed(session: Session, id: string, reason: string): Promise<void> {
  await session.query('update stowage.outbox set attempts = attempts + 1, last_error = $2::text where id = $1::uuid', [
    id,
    reason,
  ])
}

/** How many wait: for their turn, for their next attempt, or for a person. */
export async function countWaiting(session: Session, tenant?: Tenant): Promise<number> {
  const [row] = await session.query<{ count: number }>(
    `select count(*)::int as count from stowage.outbox
     where delivered_on is null and ($1::uuid is null or tenant_id = $1::uuid)`,
    [tenant?.id ?? null],
  )
  return row?.count ?? 0
}

/** Removes rows that were delivered before a moment. */
export async function pruneDelivered(session: Session, before: Date, limit: number, tenant?: Tenant): Promise<number> {
  const rows = await session.query<{ id: string }>(
    `with old as (
       select id from stowage.outbox
       where delivered_on <= $1::timestamptz and ($3::uuid is null or tenant_id = $3::uuid)
       limit $2::int for update skip locked
     )
     delete from stowage.outbox as outbox using old where outbox.id = old.id returning outbox.id::text`,
    [before.toISOString(), limit, tenant?.id ?? null],
  )
  return rows.length
}
