import { hasSplitWork } from '../collect/internal-tables.ts'
import { namedByOperations } from '../collect/live-intents.ts'
import { removeRemains } from '../collect/remove.ts'
import type { ListedObject } from '../stores/objects.ts'
import { type Check, type Page, pageSize, type Step } from './check.ts'
import { type Finding, findingOf } from './finding.ts'
import { nameOfKey, type ObjectName, prefixesIn } from './object-names.ts'
import { knownTenants } from './tenants.ts'
import { type NamedKey, unnamedKeys } from './unnamed-objects.ts'

/** Looks at what lies in a bucket: whether anything points to it. */
export function objectStep(bucket: string): Step {
  return { name: `objects/${bucket}`, run: (check, after) => pages(check, bucket, after) }
}

async function* pages(check: Check, bucket: string, from: string | undefined): AsyncGenerator<Page> {
  const { stores, tenant } = check
  for (const prefix of prefixesIn(stores.description, bucket, tenant?.refId)) {
    // An earlier check had gone through all that begins with it.
    if (from !== undefined && prefix < from && !from.startsWith(prefix)) continue
    const after = from?.startsWith(prefix) === true ? from : undefined
    let page: ListedObject[] = []
    for await (const listed of stores.objects.list(stores.bucket(bucket), prefix, after)) {
      page.push(listed)
      if (page.length < pageSize) continue
      yield await checkPage(check, bucket, page)
      page = []
    }
    if (page.length > 0) yield await checkPage(check, bucket, page)
  }
}

async function checkPage(check: Check, bucket: string, page: readonly ListedObject[]): Promise<Page> {
  const { description } = check.stores
  // What is young may belong to an operation that has not come to its commit.
  const old = page.filter(({ lastModified }) => lastModified <= check.before)
  const named = old.map(({ key }) => ({ key, read: nameOfKey(description, bucket, key) }))
  const objects = named.flatMap(({ key, read }) => (read.kind === 'object' ? [{ key, name: read.name }] : []))
  const stages = named.flatMap(({ key, read }) => (read.kind === 'stage' ? [{ key, tenant: read.tenant }] : []))
  const strays = named.filter(({ read }) => read.kind === 'stray')
  const noted = await notedKeys(check, bucket, objects)
  // What PostgreSQL knows as live is no leftover, though its pointer be lost: another step tells of that.
  const unnamed = await unnamedKeys(
    check,
    objects.filter(({ key }) => !noted.has(key)),
  )
  const staged = await namedByOperations(
    check.stores,
    stages.map(({ key }) => key),
  )
  const findings = [
    ...strays.map(({ key }) => findingOf('fsck/stray-object', { bucket, key })),
    ...(await repaired(
      check,
      bucket,
      objects.filter(({ key }) => unnamed.has(key)),
    )),
    ...(await repairedStages(
      check,
      bucket,
      stages.filter(({ key }) => !staged.has(key)),
    )),
    ...(await strangers(
      check,
      bucket,
      objects.filter(({ key }) => !unnamed.has(key)),
    )),
  ]
  return { findings, after: page.at(-1)?.key ?? '' }
}

/** Keys of objects that were noted in the commit of their records. */
async function notedKeys(check: Check, bucket: string, keys: readonly NamedKey[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0 || !hasSplitWork(check.stores.description)) return new Set()
  const rows = await check.read<{ key: string }>(
    'select key from stowage.stored_objects where bucket = $1::text and key = any($2::text[])',
    [bucket, keys.map(({ key }) => key)],
  )
  return new Set(rows.map(({ key }) => key))
}

function facts(
  check: Check,
  bucket: string,
  key: string,
  name: ObjectName,
): Omit<Finding, 'code' | 'message' | 'advice'> {
  const { member, refId, tenant } = name
  return {
    entity: check.stores.description.entities[member]?.name ?? member,
    ...(refId === undefined ? {} : { refId }),
    ...(tenant === null ? {} : { tenant }),
    bucket,
    key,
  }
}

async function repaired(check: Check, bucket: string, leftovers: readonly NamedKey[]): Promise<readonly Finding[]> {
  const found: Finding[] = []
  for (const { key, name } of leftovers) {
    const finding = findingOf('fsck/leftover-object', facts(check, bucket, key, name))
    if (!check.repair) {
      found.push(finding)
      continue
    }
    const { member, tenant } = name
    const removed = await removeRemains(check.stores, { member, tenant, objects: [{ bucket, key }], documents: [] })
    found.push({ ...finding, repair: removed.objects === 1 ? 'done' : 'kept' })
  }
  return found
}

/** Staged bytes are pointed to by operations alone. */
async function repairedStages(
  check: Check,
  bucket: string,
  stages: readonly { readonly key: string; readonly tenant: string | null }[],
): Promise<readonly Finding[]> {
  const found: Finding[] = []
  for (const { key, tenant } of stages) {
    const finding = findingOf('fsck/leftover-object', { ...(tenant === null ? {} : { tenant }), bucket, key })
    if (check.repair) await check.stores.objects.remove({ bucket: check.stores.bucket(bucket), key })
    found.push(check.repair ? { ...finding, repair: 'done' } : finding)
  }
  return found
}

async function strangers(check: Check, bucket: string, keys: readonly NamedKey[]): Promise<readonly Finding[]> {
  const known = await knownTenants(
    check,
    keys.flatMap(({ name }) => name.tenant ?? []),
  )
  return keys
    .filter(({ name }) => name.tenant !== null && !known.has(name.tenant))
    .map(({ key, name }) => findingOf('fsck/unknown-tenant', facts(check, bucket, key, name)))
}
