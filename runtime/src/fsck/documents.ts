import { namedByOperations } from '../collect/live-intents.ts'
import { pointersOf } from '../collect/pointers.ts'
import { documentsReferredTo, documentsWhere, rowsByRefId, valuesAt } from '../collect/references.ts'
import { removeRemains } from '../collect/remove.ts'
import { keptColumn, tableName, tenantJoin } from '../collect/tables.ts'
import type { DocumentsDescription, EntityDescription } from '../description/entity.ts'
import { timeOfObjectId } from '../ids/object-id.ts'
import type { StoredDocument } from '../stores/documents.ts'
import { type Check, type Page, pageSize, type Step } from './check.ts'
import { type Finding, type FindingCode, findingOf } from './finding.ts'
import { checkPointedObjects, type PointedObject } from './pointed-objects.ts'
import { documentsById, factsOf } from './rows.ts'
import { knownTenants } from './tenants.ts'

/** Looks at the documents of an entity: whose they are, who points to them, and where they point. */
export function documentStep(member: string, entity: EntityDescription): Step | undefined {
  const { documents } = entity
  if (documents === undefined) return undefined
  return { name: `documents/${member}`, run: (check, after) => pages({ check, member, entity, documents }, after) }
}

interface Documents {
  readonly check: Check
  readonly member: string
  readonly entity: EntityDescription
  readonly documents: DocumentsDescription
}

async function* pages(of: Documents, from: string | undefined): AsyncGenerator<Page> {
  const { check, documents } = of
  for (let after = from; ; ) {
    const page = await check.stores.documents.page(documents.collection, {
      limit: pageSize,
      ...(check.tenant === undefined ? {} : { tenant: check.tenant.refId }),
      ...(after === undefined ? {} : { after }),
    })
    const last = page.at(-1)
    if (last === undefined) return
    check.documents += page.length
    yield { findings: await checkPage(of, page), after: last._id }
    if (page.length < pageSize) return
    after = last._id
  }
}

async function checkPage(of: Documents, page: readonly StoredDocument[]): Promise<readonly Finding[]> {
  const unnamed = await unreferred(of, page)
  const live = page.filter((document) => !unnamed.has(document._id))
  return [
    ...(await leftovers(
      of,
      page.filter((document) => unnamed.has(document._id)),
    )),
    ...(await strangers(of, live)),
    ...(await brokenReferences(of, live)),
    ...(await brokenLinks(of, live)),
    ...(await checkPointedObjects(
      of.check,
      live.flatMap((document) => objectsOf(of, document)),
    )),
  ]
}

function facts(
  { entity }: Documents,
  document: StoredDocument,
): Pick<Finding, 'entity' | 'refId' | 'tenant' | 'document'> {
  const refId = keptValue(entity.documents, document, 'refId')
  const tenant = keptValue(entity.documents, document, 'tenant')
  return {
    entity: entity.name,
    ...(refId === undefined ? {} : { refId }),
    ...(tenant === undefined ? {} : { tenant }),
    document: document._id,
  }
}

function keptValue(
  documents: DocumentsDescription | undefined,
  document: StoredDocument,
  kept: 'refId' | 'tenant',
): string | undefined {
  const name = documents?.fields.find((field) => field.kept === kept)?.name
  const value = name === undefined ? undefined : document[name]
  return typeof value === 'string' ? value : undefined
}

/** Of parts of a split record those that no field points to; the root of a record needs nobody to do so. */
async function unreferred(of: Documents, page: readonly StoredDocument[]): Promise<ReadonlySet<string>> {
  const { check, member, entity, documents } = of
  const pointer = entity.table?.fields.find(({ name }) => name === documents.pointer)
  if (entity.table === undefined || pointer === undefined) return new Set()
  const refIds = page.flatMap((document) => keptValue(documents, document, 'refId') ?? [])
  const rows = await rowsByRefId(check.stores, member, [...new Set(refIds)], [pointer.column])
  const candidates = page.filter(
    (document) => rows.get(keptValue(documents, document, 'refId') ?? '')?.[pointer.column] !== document._id,
  )
  const ids = candidates.map(({ _id }) => _id)
  const referred = await documentsReferredTo(check.stores, member, ids)
  return new Set(ids.filter((id) => !referred.has(id)))
}

async function leftovers(of: Documents, page: readonly StoredDocument[]): Promise<readonly Finding[]> {
  const { check, member, documents } = of
  const old = page.filter((document) => madeOn(documents, document) <= check.before)
  const named = await namedByOperations(
    check.stores,
    old.map(({ _id }) => _id),
  )
  const found: Finding[] = []
  for (const document of old) {
    if (named.has(document._id)) continue
    const finding = findingOf('fsck/leftover-document', facts(of, document))
    if (!check.repair) {
      found.push(finding)
      continue
    }
    const removed = await removeRemains(check.stores, {
      member,
      tenant: keptValue(documents, document, 'tenant') ?? null,
      objects: [],
      documents: [{ collection: documents.collection, id: document._id }],
    })
    found.push({ ...finding, repair: removed.documents === 1 ? 'done' : 'kept' })
  }
  return found
}

/** When a document was made: as it says itself, else by its `_id`. */
function madeOn({ fields }: DocumentsDescription, document: StoredDocument): Date {
  const name = fields.find(({ kept }) => kept === 'createdOn')?.name
  const value = name === undefined ? undefined : document[name]
  return value instanceof Date ? value : new Date(timeOfObjectId(document._id))
}

async function strangers(of: Documents, page: readonly StoredDocument[]): Promise<readonly Finding[]> {
  const tenants = page.flatMap((document) => keptValue(of.documents, document, 'tenant') ?? [])
  const known = await knownTenants(of.check, tenants)
  return page
    .filter((document) => {
      const tenant = keptValue(of.documents, document, 'tenant')
      return tenant !== undefined && !known.has(tenant)
    })
    .map((document) => findingOf('fsck/unknown-tenant', facts(of, document)))
}

/** Public ids of other records: they must be there, and the same tenant's. */
async function brokenReferences(of: Documents, page: readonly StoredDocument[]): Promise<readonly Finding[]> {
  const { check, member } = of
  const { description } = check.stores
  const found: Finding[] = []
  for (const { field, path } of pointersOf(description).byRefId.get(member) ?? []) {
    // Who did something may have left; whose it is was looked at before.
    if (field.kept !== undefined || field.type.kind !== 'ref') continue
    const refIds = [...new Set(page.flatMap((document) => valuesAt(document, path)))]
    const owners = await ownersOf(of, field.type.entity, refIds)
    for (const document of page) {
      const tenant = keptValue(of.documents, document, 'tenant')
      for (const refId of valuesAt(document, path)) {
        const code = wrongOwner(owners, refId, tenant)
        if (code !== undefined) found.push(findingOf(code, { ...facts(of, document), field: path }))
      }
    }
  }
  return found
}

function wrongOwner(
  owners: ReadonlyMap<string, string | null>,
  refId: string,
  tenant: string | undefined,
): FindingCode | undefined {
  const owner = owners.get(refId)
  if (owner === undefined) return 'fsck/dangling-reference'
  return owner === null || tenant === undefined || owner === tenant ? undefined : 'fsck/foreign-reference'
}

/** The tenants of some records by their public ids; null for one that is everybody's. */
async function ownersOf(
  { check }: Documents,
  member: string,
  refIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const { description } = check.stores
  const target = description.entities[member]
  if (target === undefined || refIds.length === 0) return new Map()
  if (target.table === undefined) return await ownersOfDocuments(check, target, refIds)
  const refId = keptColumn(target.table, 'refId')
  if (refId === undefined) return new Map(refIds.map((id) => [id, null]))
  const column = keptColumn(target.table, 'tenant')
  const tenant = column === undefined ? undefined : tenantJoin(description, `row.${column}`)
  const rows = await check.read<{ ref: string; tenant: string | null }>(
    `select row.${refId}::text as ref, ${tenant?.refId ?? 'null::text'} as tenant
     from ${tableName(target.table)} as row ${tenant?.join ?? ''} where row.${refId} = any($1::text[])`,
    [refIds],
  )
  return new Map(rows.map(({ ref, tenant: owner }) => [ref, owner]))
}

async function ownersOfDocuments(
  check: Check,
  { documents }: EntityDescription,
  refIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const owners = new Map<string, string | null>()
  const name = documents?.fields.find(({ kept }) => kept === 'refId')?.name
  if (documents === undefined || name === undefined) return new Map(refIds.map((id) => [id, null]))
  for await (const document of documentsWhere(check.stores, documents.collection, { [name]: { $in: refIds } })) {
    const refId = document[name]
    if (typeof refId === 'string') owners.set(refId, keptValue(documents, document, 'tenant') ?? null)
  }
  return owners
}

/** `_id`s of other documents: they must be there, and the same tenant's. */
async function brokenLinks(of: Documents, page: readonly StoredDocument[]): Promise<readonly Finding[]> {
  const { check, member } = of
  const { description } = check.stores
  const found: Finding[] = []
  for (const [target, places] of pointersOf(description).toDocuments) {
    const collection = description.entities[target]?.documents
    for (const { path } of places.filter((place) => place.part === 'documents' && place.member === member)) {
      const ids = page.flatMap((document) => valuesAt(document, path))
      const targets = await documentsById(check, collection?.collection ?? '', ids)
      for (const document of page) {
        for (const id of valuesAt(document, path)) {
          const code = wrongLink(of, collection, document, targets.get(id))
          if (code !== undefined) found.push(findingOf(code, { ...facts(of, document), field: path }))
        }
      }
    }
  }
  return found
}

function wrongLink(
  { documents }: Documents,
  collection: DocumentsDescription | undefined,
  from: StoredDocument,
  to: StoredDocument | undefined,
): FindingCode | undefined {
  if (to === undefined) return 'fsck/dangling-document'
  const [own, other] = [keptValue(documents, from, 'tenant'), keptValue(collection, to, 'tenant')]
  return own === undefined || other === undefined || own === other ? undefined : 'fsck/foreign-document'
}

function objectsOf({ check, member, entity, documents }: Documents, document: StoredDocument): PointedObject[] {
  return documents.fields.flatMap((field) => {
    const { type, name } = field
    if (type.kind !== 'key') return []
    return valuesAt(document, name).map(
      (key): PointedObject => ({
        member,
        object: type.object,
        key,
        refId: keptValue(documents, document, 'refId') ?? '',
        tenant: keptValue(documents, document, 'tenant') ?? null,
        field: name,
        ...factsOf(entity, type.object, document),
        isYoung: madeOn(documents, document) > check.before,
        isCurrent: async () => {
          const again = await check.stores.documents.find(documents.collection, document._id)
          return again !== undefined && valuesAt(again, name).includes(key)
        },
      }),
    )
  })
}
