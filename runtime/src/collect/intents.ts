import { intentOf } from '../split/intents.ts'
import type { Stores } from '../stores/stores.ts'
import { allTenants } from './all-tenants.ts'
import type { DueIntent } from './intent.ts'
import { tenantJoin } from './tables.ts'

const reason = 'collect what attempts have left'

/** How many are taken up, for how many milliseconds, and whose: everybody's where no tenant is named. */
export interface Taking {
  readonly limit: number
  readonly leaseMs: number
  /** UUID. */
  readonly tenant: string | undefined
}

/**
 * The fence: expired attempts become aborted, and that is committed before a byte of them is touched. A writer commits the
 * same row from `pending`, so that of the two exactly one gets through.
 */
export async function abortExpired(stores: Stores, taking: Taking): Promise<readonly DueIntent[]> {
  return await take(
    stores,
    `intent.state = 'pending' and intent.expires_on <= $1::timestamptz`,
    `state = 'aborted', settled_on = $1::timestamptz,`,
    taking,
  )
}

/** Those that somebody aborted and did not tidy up. */
export async function takeAborted(stores: Stores, taking: Taking): Promise<readonly DueIntent[]> {
  return await take(
    stores,
    `intent.state = 'aborted' and intent.swept_on is null and intent.expires_on <= $1::timestamptz`,
    '',
    taking,
  )
}

/** Those that were tidied up once, so long ago that no request of theirs can still be under way. */
export async function takeSwept(stores: Stores, taking: Taking, graceMs: number): Promise<readonly DueIntent[]> {
  return await take(
    stores,
    `intent.state = 'aborted' and intent.swept_on <= $5::timestamptz and intent.expires_on <= $1::timestamptz`,
    '',
    taking,
    graceMs,
  )
}

/** Those that went through and made something superfluous, so long ago that nobody reads it any more. */
export async function takeLeavings(stores: Stores, taking: Taking, graceMs: number): Promise<readonly DueIntent[]> {
  return await take(
    stores,
    `intent.state = 'committed' and intent.swept_on is null and intent.settled_on <= $5::timestamptz
      and intent.expires_on <= $1::timestamptz`,
    '',
    taking,
    graceMs,
  )
}

/** Those that made what cannot be taken back and did not get to their end. */
export async function takeLocked(stores: Stores, taking: Taking): Promise<readonly DueIntent[]> {
  return await take(stores, `intent.state = 'locked' and intent.expires_on <= $1::timestamptz`, '', taking)
}

/** Parameters of a condition: $1 now, $2 how many, $3 until when they are taken, $4 whose, $5 the moment a grace ago. */
async function take(
  stores: Stores,
  condition: string,
  changes: string,
  { limit, leaseMs, tenant }: Taking,
  graceMs?: number,
): Promise<readonly DueIntent[]> {
  const { description } = stores
  const { join, refId } = tenantJoin(description, 'taken.tenant_id')
  const now = stores.now()
  const text = `with due as (
      select intent.id from stowage.storage_intents as intent
      where ${condition} and ($4::uuid is null or intent.tenant_id = $4::uuid)
      order by intent.expires_on limit $2::int for update skip locked
    ), taken as (
      update stowage.storage_intents as intent set ${changes} expires_on = $3::timestamptz
      from due where intent.id = due.id
      returning intent.*
    )
    select taken.id::text, taken.tenant_id::text, taken.operation, taken.entity, taken.ref_id::text, taken.idempotency_key,
      taken.request_hash::text, taken.parts, taken.state, taken.created_on, taken.expires_on,
      ${refId} as tenant, taken.swept_on is not null as is_swept_once
    from taken ${join}`
  const values = [
    now.toISOString(),
    limit,
    new Date(now.getTime() + leaseMs).toISOString(),
    tenant ?? null,
    ...(graceMs === undefined ? [] : [new Date(now.getTime() - graceMs).toISOString()]),
  ]
  const rows = await stores.postgres.run(allTenants(description, reason), (sql) => sql.query<DueRow>(text, values))
  return rows.map((row) => ({ intent: intentOf(row), tenant: row.tenant, isSweptOnce: row.is_swept_once }))
}

type DueRow = Parameters<typeof intentOf>[0] & { readonly tenant: string | null; readonly is_swept_once: boolean }

/** What is known of an intent once its remains were looked at. */
export type Swept = 'once' | 'for good'

/** Writes down that the remains of some were removed. */
export async function markSwept(stores: Stores, ids: readonly string[], swept: Swept): Promise<void> {
  if (ids.length === 0) return
  const state = swept === 'once' ? '' : `state = case when state = 'aborted' then 'collected' else state end,`
  await stores.postgres.run(allTenants(stores.description, reason), (sql) =>
    sql.query(
      `update stowage.storage_intents set ${state} swept_on = $1::timestamptz, expires_on = $1::timestamptz
       where id = any($2::uuid[]) and state in ('aborted', 'committed')`,
      [stores.now().toISOString(), ids],
    ),
  )
}

/** Removes intents of which nothing is left to do, and which nobody will name by their key any more. */
export async function forget(
  stores: Stores,
  { limit, tenant }: Pick<Taking, 'limit' | 'tenant'>,
  olderThanMs: number,
): Promise<number> {
  const rows = await stores.postgres.run(allTenants(stores.description, reason), (sql) =>
    sql.query<{ id: string }>(
      `with old as (
         select id from stowage.storage_intents
         where state in ('committed', 'collected') and swept_on is not null and settled_on <= $1::timestamptz
           and ($3::uuid is null or tenant_id = $3::uuid)
         order by settled_on limit $2::int for update skip locked
       )
       delete from stowage.storage_intents as intent using old where intent.id = old.id returning intent.id::text`,
      [new Date(stores.now().getTime() - olderThanMs).toISOString(), limit, tenant ?? null],
    ),
  )
  return rows.length
}
