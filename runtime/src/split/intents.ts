import type { Sql } from '../stores/postgres.ts'
import type { SplitPlan } from './plan.ts'

export type IntentOperation = 'create' | 'update' | 'delete' | 'purge'
export type IntentState = 'pending' | 'locked' | 'committed' | 'aborted' | 'collected'

/** One operation over several stores, as it is kept while it lasts. */
export interface Intent {
  readonly id: string
  /** UUID; null for a record without a tenant. */
  readonly tenantId: string | null
  readonly operation: IntentOperation
  /** The spec's name: `BlogPost`. */
  readonly entity: string
  readonly refId: string
  readonly idempotencyKey: string
  /** SHA-256 of operation, record and input, bodies by their digests. */
  readonly requestHash: string
  readonly plan: SplitPlan
  readonly state: IntentState
  readonly createdOn: Date
  readonly expiresOn: Date
  /** The call that alone may make copies under a lock. */
  readonly claimedBy?: string
}

export type NewIntent = Omit<Intent, 'state' | 'claimedBy'>

/** Finds an intent by the key that its caller gave. Rows of other tenants are not seen. */
export async function intentByKey(sql: Sql, tenantId: string | null, key: string): Promise<Intent | undefined> {
  const [row] = await sql.query<IntentRow>(
    `${selectIntent} where tenant_id is not distinct from $1::uuid and idempotency_key = $2::text`,
    [tenantId, key],
  )
  return row === undefined ? undefined : intentOf(row)
}

/** The tombstone of a record by the key of its removal, whosever it was: for a scope that sees all of them. */
export async function removalOf(sql: Sql, entity: string, refId: string, key: string): Promise<Intent | undefined> {
  const [row] = await sql.query<IntentRow>(
    `${selectIntent} where entity = $1::text and ref_id = $2::text and idempotency_key = $3::text
      and operation in ('delete', 'purge')`,
    [entity, refId, key],
  )
  return row === undefined ? undefined : intentOf(row)
}

export async function intentById(sql: Sql, id: string): Promise<Intent | undefined> {
  const [row] = await sql.query<IntentRow>(`${selectIntent} where id = $1::uuid`, [id])
  return row === undefined ? undefined : intentOf(row)
}

/**
 * Adds an intent, or gives the one that its key names already. An aborted one has had no effect: it is renamed, so that its
 * parts are still collected, and its key serves once more.
 */
export async function beginIntent(sql: Sql, wanted: NewIntent): Promise<Intent> {
  await sql.query(
    `update stowage.storage_intents set idempotency_key = idempotency_key || ':' || id::text
      where tenant_id is not distinct from $1::uuid and idempotency_key = $2::text and request_hash = $3
        and state in ('aborted', 'collected')`,
    [wanted.tenantId, wanted.idempotencyKey, wanted.requestHash],
  )
  const isNew = await addIntent(sql, wanted, 'pending')
  if (isNew) return { ...wanted, state: 'pending' }
  const found = await intentByKey(sql, wanted.tenantId, wanted.idempotencyKey)
  if (found === undefined) throw new Error('an intent is neither new nor there')
  return found
}

/** The tombstone of a deletion: it is committed in the transaction that removes the row, and its leavings go after it. */
export async function addCommitted(sql: Sql, wanted: NewIntent): Promise<boolean> {
  return await addIntent(sql, wanted, 'committed')
}

async function addIntent(sql: Sql, wanted: NewIntent, state: 'pending' | 'committed'): Promise<boolean> {
  const added = await sql.query(
    `insert into stowage.storage_intents
      (id, tenant_id, operation, entity, ref_id, idempotency_key, request_hash, parts, state, created_on, expires_on, settled_on)
      values ($1::uuid, $2::uuid, $3::text, $4::text, $5::text, $6::text, $7::text, $8::jsonb, $9::text,
        $10::timestamptz, $11::timestamptz, $12::timestamptz)
      on conflict (tenant_id, idempotency_key) do nothing returning id`,
    [
      wanted.id,
      wanted.tenantId,
      wanted.operation,
      wanted.entity,
      wanted.refId,
      wanted.idempotencyKey,
      wanted.requestHash,
      JSON.stringify(wanted.plan),
      state,
      wanted.createdOn.toISOString(),
      // What is settled is nobody's any more: the collector may take it up.
      (state === 'committed' ? wanted.createdOn : wanted.expiresOn).toISOString(),
      state === 'committed' ? wanted.createdOn.toISOString() : null,
    ],
  )
  return added.length === 1
}

/**
 * The fence before a step that cannot be taken back: from here on the intent only rolls forward.
 *
 * @returns false where somebody else has moved it
 */
export async function lockIntent(sql: Sql, id: string, plan: SplitPlan): Promise<boolean> {
  const moved = await sql.query(
    `update stowage.storage_intents set state = 'locked', parts = $2::jsonb
      where id = $1::uuid and state = 'pending' returning id`,
    [id, JSON.stringify(plan)],
  )
  return moved.length === 1
}

/**
 * Takes or renews the right to do alone what leaves a trace for years; by the clock of the database.
 *
 * @param lost whose claim counts no more, though its time is not up
 * @returns false where another call has it, or the intent is past that step
 */
export async function claimIntent(
  sql: Sql,
  id: string,
  holder: string,
  leaseMs: number,
  lost: string | undefined,
): Promise<boolean> {
  const claimed = await sql.query(
    `update stowage.storage_intents set parts = parts || jsonb_build_object('claim', jsonb_build_object(
        'holder', $2::text, 'until', extract(epoch from clock_timestamp()) * 1000 + $3::int))
      where id = $1::uuid and state = 'pending' and (
        parts -> 'claim' is null or parts -> 'claim' ->> 'holder' in ($2::text, $4::text)
        or (parts -> 'claim' ->> 'until')::numeric <= extract(epoch from clock_timestamp()) * 1000) returning id`,
    [id, holder, leaseMs, lost ?? holder],
  )
  return claimed.length === 1
}

export async function unclaimIntent(sql: Sql, id: string, holder: string): Promise<void> {
  await sql.query(
    `update stowage.storage_intents set parts = parts - 'claim'
      where id = $1::uuid and parts -> 'claim' ->> 'holder' = $2::text`,
    [id, holder],
  )
}

/** What PostgreSQL has refused for good goes no further, locked or not: the collector takes what it can of it. */
export async function abortIntent(sql: Sql, id: string, on: Date): Promise<void> {
  await sql.query(
    `update stowage.storage_intents set state = 'aborted', settled_on = $2::timestamptz, expires_on = $2::timestamptz
      where id = $1::uuid and state = 'locked'`,
    [id, on.toISOString()],
  )
}

/**
 * The fence of the commit. What leaves nothing behind is done with at once.
 *
 * @returns false where it was committed or aborted before
 */
export async function commitIntent(sql: Sql, id: string, on: Date): Promise<boolean> {
  const moved = await sql.query(
    `update stowage.storage_intents set state = 'committed', settled_on = $2::timestamptz, expires_on = $2::timestamptz,
        swept_on = case when parts -> 'leavings' = '{"objects": [], "documents": []}'::jsonb then $2::timestamptz end
      where id = $1::uuid and state in ('pending', 'locked') returning id`,
    [id, on.toISOString()],
  )
  return moved.length === 1
}

interface IntentRow {
  readonly id: string
  readonly tenant_id: string | null
  readonly operation: IntentOperation
  readonly entity: string
  readonly ref_id: string
  readonly idempotency_key: string
  readonly request_hash: string
  readonly parts: SplitPlan & { readonly claim?: { readonly holder: string } }
  readonly state: IntentState
  readonly created_on: Date | string
  readonly expires_on: Date | string
}

/** Columns in the order of `IntentRow`; a condition follows. */
const selectIntent = `select id, tenant_id, operation, entity, ref_id, idempotency_key, request_hash, parts, state,
  created_on, expires_on from stowage.storage_intents`

/** A row that `selectIntent` gave. */
export function intentOf(row: IntentRow): Intent {
  const { claim, ...plan } = row.parts
  return {
    id: row.id,
    tenantId: row.tenant_id,
    operation: row.operation,
    entity: row.entity,
    refId: row.ref_id,
    idempotencyKey: row.idempotency_key,
    requestHash: row.request_hash,
    plan,
    state: row.state,
    createdOn: new Date(row.created_on),
    expiresOn: new Date(row.expires_on),
    ...(claim === undefined ? {} : { claimedBy: claim.holder }),
  }
}
