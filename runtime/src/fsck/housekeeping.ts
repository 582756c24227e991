import { collect } from '../collect/collect.ts'
import { tableName, tenantJoin } from '../collect/tables.ts'
import { Forbidden } from '../errors/errors.ts'
import { quoted } from '../postgres/quoted.ts'
import { drain } from '../relay/drain.ts'
import { type Intent, intentById } from '../split/intents.ts'
import { type Check, type Page, pageSize, type Step } from './check.ts'
import { type Finding, findingOf } from './finding.ts'

/** Looks for rows that lie in a default partition, since theirs was not made in time. */
export const partitionStep: Step = { name: 'partitions', run: once(partitions) }
/** Looks for moves that were written down and not delivered. */
export const outboxStep: Step = { name: 'outbox', run: once(undelivered) }
/** Looks for operations that nobody has tidied up after. */
export const intentStep: Step = { name: 'operations', run: once(uncollected) }
export const stuckStep: Step = { name: 'stuck', run: stuck }

function once(work: (check: Check) => Promise<readonly Finding[]>): Step['run'] {
  return async function* (check, after) {
    if (after === undefined) yield { findings: await work(check), after: 'end' }
  }
}

async function partitions(check: Check): Promise<readonly Finding[]> {
  const found: Finding[] = []
  for (const { name, table } of Object.values(check.stores.description.entities)) {
    if (table?.partitioned !== true) continue
    // Read through the parent: nobody is granted anything on a partition. One without pages has no rows to count.
    const [partition] = await check.read<{ name: string }>(
      `select class.oid::text as name from pg_inherits as inherits
       join pg_class as class on class.oid = inherits.inhrelid
       where inherits.inhparent = $1::regclass and pg_get_expr(class.relpartbound, class.oid) = 'DEFAULT'
         and pg_relation_size(class.oid) > 0`,
      [tableName(table)],
    )
    if (partition === undefined) continue
    const [row] = await check.read<{ count: number }>(
      `select count(*)::int as count from ${tableName(table)} as row where row.tableoid = $1::oid
         and ($2::uuid is null or ${tenantColumn(table.fields)} = $2::uuid)`,
      [partition.name, check.tenant?.id ?? null],
    )
    if (row !== undefined && row.count > 0)
      found.push(findingOf('fsck/default-partition', { entity: name, count: row.count }))
  }
  return found
}

function tenantColumn(fields: readonly { readonly kept?: string; readonly column: string }[]): string {
  const field = fields.find(({ kept }) => kept === 'tenant')
  return field === undefined ? 'null' : `row.${quoted(field.column)}`
}

async function undelivered(check: Check): Promise<readonly Finding[]> {
  const { stores, tenant, before } = check
  const count = async (): Promise<number> => {
    const [row] = await check.read<{ count: number }>(
      `select count(*)::int as count from stowage.outbox
       where delivered_on is null and created_on <= $1::timestamptz and ($2::uuid is null or tenant_id = $2::uuid)`,
      [before.toISOString(), tenant?.id ?? null],
    )
    return row?.count ?? 0
  }
  const waiting = await count()
  if (waiting === 0) return []
  const finding = findingOf('fsck/undelivered', { count: waiting })
  if (!check.repair) return [finding]
  if (stores.description.audit !== undefined) {
    await drain(stores, check.observer, tenant === undefined ? {} : { tenant })
  }
  return [{ ...finding, repair: (await count()) === 0 ? 'done' : 'kept' }]
}

async function uncollected(check: Check): Promise<readonly Finding[]> {
  const count = async (): Promise<number> => {
    const [row] = await check.read<{ count: number }>(
      `select count(*)::int as count from stowage.storage_intents
       where ((state = 'pending' and expires_on <= $1::timestamptz)
           or (state = 'aborted' and settled_on <= $3::timestamptz)
           or (state = 'committed' and swept_on is null and settled_on <= $3::timestamptz
             and (parts -> 'leavings' -> 'objects' <> '[]' or parts -> 'leavings' -> 'documents' <> '[]')))
         and ($2::uuid is null or tenant_id = $2::uuid)`,
      [check.before.toISOString(), check.tenant?.id ?? null, aGraceBefore(check).toISOString()],
    )
    return row?.count ?? 0
  }
  const waiting = await count()
  if (waiting === 0) return []
  const finding = findingOf('fsck/uncollected', { count: waiting })
  if (!check.repair) return [finding]
  const { stores, observer, graceMs, tenant } = check
  try {
    await collect(stores, observer, { graceMs, ...(tenant === undefined ? {} : { tenant }) })
  } catch (error) {
    // All else was collected, and of what this login may not remove a document is left.
    if (!(error instanceof Forbidden)) throw error
    return [{ ...finding, repair: 'kept' }]
  }
  return [{ ...finding, repair: (await count()) === 0 ? 'done' : 'kept' }]
}

/** What was replaced is kept for a grace, and what was aborted is looked at again after one; the collector must come by, too. */
function aGraceBefore({ before, graceMs }: Check): Date {
  return new Date(before.getTime() - graceMs)
}

async function* stuck(check: Check, from: string | undefined): AsyncGenerator<Page> {
  const { join, refId } = tenantJoin(check.stores.description, 'intent.tenant_id')
  for (let after = from; ; ) {
    const rows = await check.read<{ id: string; entity: string; ref_id: string; tenant: string | null }>(
      `select intent.id::text, intent.entity, intent.ref_id::text, ${refId} as tenant
       from stowage.storage_intents as intent ${join}
       where intent.state = 'locked' and intent.created_on <= $2::timestamptz and ($3::uuid is null or intent.id > $3::uuid)
         and ($4::uuid is null or intent.tenant_id = $4::uuid)
       order by intent.id limit $1::int`,
      [pageSize, check.before.toISOString(), after ?? null, check.tenant?.id ?? null],
    )
    const last = rows.at(-1)
    if (last === undefined) return
    const findings: Finding[] = []
    for (const { id, entity, ref_id, tenant } of rows) {
      const facts = { entity, refId: ref_id, ...(tenant === null ? {} : { tenant }) }
      const finding = findingOf('fsck/stuck-operation', facts)
      findings.push(
        check.repair ? { ...finding, repair: (await giveUp(check, id, entity)) ? 'done' : 'kept' } : finding,
      )
    }
    yield { findings, after: last.id }
    if (rows.length < pageSize) return
    after = last.id
  }
}

/**
 * Gives up an operation that came past its fence and did not come to its end. Whoever asks for repairs says with the age that
 * its writer is no more: the fence alone does not. Its bytes then go with those of any other attempt.
 * @returns false for what has its document, and what a lock of S3 keeps: its caller may still have use for that
 */
async function giveUp(check: Check, id: string, name: string): Promise<boolean> {
  const { stores } = check
  const root = Object.values(stores.description.entities).find((one) => one.name === name)?.root
  const intent = await stores.postgres.run(check.scope, (sql) => intentById(sql, id), { readOnly: true })
  if (root === undefined || intent === undefined) return false
  if (root === 'mongo' ? !(await isWithoutDocument(check, intent)) : await isUnderLock(check, intent)) return false
  const now = stores.now().toISOString()
  const moved = await stores.postgres.run(check.scope, (sql) =>
    sql.query(
      `update stowage.storage_intents set state = 'aborted', settled_on = $2::timestamptz, expires_on = $2::timestamptz
       where id = $1::uuid and state = 'locked' and created_on <= $3::timestamptz returning 1 as one`,
      // Not by `expires_on`, which a collector moves whenever it comes by.
      [id, now, check.before.toISOString()],
    ),
  )
  return moved.length === 1
}

async function isWithoutDocument({ stores }: Check, { plan }: Intent): Promise<boolean> {
  const [planned] = plan.documents
  return planned !== undefined && (await stores.documents.find(planned.collection, planned.id)) === undefined
}

async function isUnderLock({ stores }: Check, { plan }: Intent): Promise<boolean> {
  for (const { bucket, key, versionId } of plan.puts) {
    const place = { bucket: stores.bucket(bucket), key, ...(versionId === undefined ? {} : { versionId }) }
    const until = (await stores.objects.head(place))?.lockedUntil
    if (until !== undefined && until > stores.now()) return true
  }
  return false
}
