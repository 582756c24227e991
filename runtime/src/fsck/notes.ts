import { entityNamed } from '../collect/intent.ts'
import { rowsByRefId } from '../collect/references.ts'
import { removeRemains } from '../collect/remove.ts'
import { tenantJoin } from '../collect/tables.ts'
import { type Check, type Page, pageSize, type Step } from './check.ts'
import { type Finding, findingOf } from './finding.ts'
import { type NamedKey, unnamedKeys } from './unnamed-objects.ts'

/** Looks at what was noted of objects: whether anything still points to them. */
export const noteStep: Step = { name: 'notes', run: pages }

interface Note {
  readonly bucket: string
  readonly key: string
  readonly entity: string
  readonly object: string
  readonly ref_id: string
  readonly tenant: string | null
}

async function* pages(check: Check, from: string | undefined): AsyncGenerator<Page> {
  for (let after = from; ; ) {
    const page = await readPage(check, after)
    const last = page.at(-1)
    if (last === undefined) return
    check.rows += page.length
    after = `${last.bucket} ${last.key}`
    yield { findings: await leftovers(check, page), after }
    if (page.length < pageSize) return
  }
}

/** @param after bucket and key; a bucket's name has no space */
async function readPage(check: Check, after: string | undefined): Promise<readonly Note[]> {
  const { description } = check.stores
  const { join, refId } = tenantJoin(description, 'stored.tenant_id')
  const at = after?.indexOf(' ') ?? -1
  return await check.read<Note>(
    `select stored.bucket, stored.key, stored.entity, stored.object, stored.ref_id::text, ${refId} as tenant
     from stowage.stored_objects as stored ${join}
     where (stored.bucket, stored.key) > ($2::text, $3::text) and stored.created_on <= $4::timestamptz
       and ($5::uuid is null or stored.tenant_id = $5::uuid)
     order by stored.bucket, stored.key limit $1::int`,
    [
      pageSize,
      after?.slice(0, at) ?? '',
      after?.slice(at + 1) ?? '',
      check.before.toISOString(),
      check.tenant?.id ?? null,
    ],
  )
}

async function leftovers(check: Check, page: readonly Note[]): Promise<readonly Finding[]> {
  const named = page.flatMap((note): (NamedKey & { readonly note: Note })[] => {
    const found = entityNamed(check.stores.description, note.entity)
    const name = { object: note.object, tenant: note.tenant, refId: note.ref_id }
    return found === undefined ? [] : [{ key: note.key, name: { ...name, member: found.member }, note }]
  })
  const unnamed = await unnamedKeys(check, named)
  const lost = named.filter(({ key }) => unnamed.has(key))
  const recordless = await withoutRecord(check, lost)
  const found: Finding[] = []
  for (const one of lost) {
    const { bucket, key, entity, ref_id: refId, tenant } = one.note
    const facts = { entity, refId, ...(tenant === null ? {} : { tenant }), bucket, key }
    if (!recordless.has(refId)) found.push(findingOf('fsck/lost-pointer', facts))
    else if (check.repair) found.push({ ...findingOf('fsck/leftover-record', facts), repair: await remove(check, one) })
    else found.push(findingOf('fsck/leftover-record', facts))
  }
  return found
}

/**
 * Public ids of records whose row is gone: PostgreSQL says so itself, and it is what holds. Of a record whose root is a
 * document that cannot be told: MongoDB may stand at an earlier time.
 */
async function withoutRecord(check: Check, lost: readonly NamedKey[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const [member, group] of Map.groupBy(lost, ({ name }) => name.member)) {
    if (check.stores.description.entities[member]?.table === undefined) continue
    const refIds = group.flatMap(({ name }) => name.refId ?? [])
    const rows = await rowsByRefId(check.stores, member, [...new Set(refIds)], [])
    for (const refId of refIds) if (!rows.has(refId)) found.add(refId)
  }
  return found
}

async function remove(check: Check, { key, name, note }: NamedKey & { readonly note: Note }): Promise<'done' | 'kept'> {
  const { member, tenant } = name
  const objects = [{ bucket: note.bucket, key }]
  const removed = await removeRemains(check.stores, { member, tenant, objects, documents: [] })
  return removed.objects === 1 ? 'done' : 'kept'
}
