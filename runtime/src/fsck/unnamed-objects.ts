import { namedByOperations } from '../collect/live-intents.ts'
import { objectName, pointersOf } from '../collect/pointers.ts'
import { documentsWhere, keysReferredTo, rowsByRefId, valuesAt } from '../collect/references.ts'
import type { Check } from './check.ts'
import type { ObjectName } from './object-names.ts'

/** A key, and whose it is. */
export interface NamedKey {
  readonly key: string
  readonly name: ObjectName
}

/**
 * Of some keys those that nothing points to and no operation names. First each is looked for where it should stand, in the
 * record that its key or its note names; only what is not found there is looked for in every field that could hold it.
 */
export async function unnamedKeys(check: Check, keys: readonly NamedKey[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  const groups = Map.groupBy(keys, ({ name }) => `${objectName(name.member, name.object)} ${name.tenant ?? ''}`)
  for (const group of groups.values()) for (const key of await unnamedInGroup(check, group)) found.add(key)
  return found
}

async function unnamedInGroup(check: Check, group: readonly NamedKey[]): Promise<readonly string[]> {
  const [first] = group
  if (first === undefined) return []
  const { member } = first.name
  const atHome = await keysAtHome(check, group)
  const missed = group.map(({ key }) => key).filter((key) => !atHome.has(key))
  if (missed.length === 0) return []
  const elsewhere = await keysReferredTo(check.stores, member, missed)
  const nowhere = missed.filter((key) => !elsewhere.has(key))
  const underWay = await namedByOperations(check.stores, nowhere)
  return nowhere.filter((key) => !underWay.has(key))
}

/** Keys that stand in the record whose public id they hold. */
async function keysAtHome(check: Check, group: readonly NamedKey[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  const refIds = [...new Set(group.flatMap(({ name }) => name.refId ?? []))]
  const [first] = group
  if (first === undefined || refIds.length === 0) return found
  const { member, object, tenant } = first.name
  const { stores } = check
  const places = pointersOf(stores.description).toObjects.get(objectName(member, object)) ?? []
  for (const { part, path, entity } of places) {
    if (part === 'table') {
      const rows = await rowsByRefId(stores, member, refIds, [path])
      for (const row of rows.values()) for (const key of valuesAt(row, path)) found.add(key)
      continue
    }
    const { documents } = entity
    const refField = documents?.fields.find(({ kept }) => kept === 'refId')?.name
    if (documents === undefined || refField === undefined) continue
    const where = { [refField]: { $in: refIds } }
    for await (const document of documentsWhere(stores, documents.collection, where, tenant ?? undefined)) {
      for (const key of valuesAt(document, path)) found.add(key)
    }
  }
  return found
}
