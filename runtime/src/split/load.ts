import { Corrupt, Expired, Forbidden, Missing } from '../errors/errors.ts'
import { timeOfObjectId } from '../ids/object-id.ts'
import { parseRefId } from '../ids/ulid.ts'
import type { Context } from '../scoped/context.ts'
import type { StoredDocument } from '../stores/documents.ts'
import type { Session } from '../stores/postgres.ts'
import type { Owner } from './owner.ts'
import { ownerOfDocument, ownerOfRow } from './owners.ts'
import { rootDocument } from './root.ts'
import { internalRows } from './rows.ts'
import type { ObjectShape, SplitShape } from './shape.ts'
import { objectsOfRecord, type StoredObject } from './stored-objects.ts'

/** A record as its stores hold it. */
export interface Loaded {
  readonly refId: string
  readonly owner: Owner
  /** The row; where the document is the root, that. */
  readonly root: Readonly<Record<string, unknown>>
  /** Absent where the row points to none. */
  readonly document?: StoredDocument
  /** What is known of its bytes, by key. */
  readonly stored: ReadonlyMap<string, StoredObject>
}

/**
 * Reads row and document.
 *
 * @throws Missing, and Expired for a document that the store removes at its time
 */
export async function load(context: Context, shape: SplitShape, refId: string): Promise<Loaded> {
  parseRefId(refId, shape.member)
  if (shape.entity.root === 'mongo') return await loadDocument(context, shape, refId)
  const { scope, stores } = context
  const { owner, root, stored } = await stores.postgres.run(
    scope,
    (session) => loadRow({ ...context, session }, shape, refId),
    { readOnly: true },
  )
  const document = await partOf(context, shape, root, owner, refId)
  return { refId, owner, root, stored, ...(document === undefined ? {} : { document }) }
}

export async function loadRow(
  context: Context & { readonly session: Session },
  shape: SplitShape,
  refId: string,
  options: { readonly lock?: boolean } = {},
): Promise<Pick<Loaded, 'owner' | 'root' | 'stored'>> {
  const root = await internalRows(context, shape.member).get(refId, options)
  const owner = await ownerOfRow(context, context.session, root[shape.kept.tenant ?? ''])
  const stored = shape.objects.size === 0 ? new Map() : await objectsOfRecord(context.session, shape.entity.name, refId)
  return { owner, root, stored }
}

async function loadDocument(context: Context, shape: SplitShape, refId: string): Promise<Loaded> {
  const document = await rootDocument(context, shape, refId)
  if (document === undefined) throw new Missing(shape.entity.name, { entity: shape.member, refId })
  const [owner, stored] = await Promise.all([
    ownerOfDocument(context, document[shape.kept.tenant ?? '']),
    context.stores.postgres.run(context.scope, (session) => objectsOfRecord(session, shape.entity.name, refId), {
      readOnly: true,
    }),
  ])
  const { _id: _, ...root } = document
  return { refId, owner, root, document, stored }
}

async function partOf(
  { stores }: Context,
  { member, part, entity }: SplitShape,
  row: Loaded['root'],
  owner: Owner,
  refId: string,
): Promise<StoredDocument | undefined> {
  const id = part?.pointer === undefined ? undefined : row[part.pointer.name]
  if (part === undefined || typeof id !== 'string') return undefined
  const { collection, expireSeconds, expireFrom } = part.description
  const tenant = part.kept.tenant === undefined ? undefined : owner.refId
  const found = await stores.documents.find(collection, id, tenant)
  const what = `the document of ${entity.name}`
  const facts = { entity: member, refId }
  if (found === undefined) {
    // Counted from the document's own time: that of the row tells nothing of a version that an update has made.
    const isExpired =
      expireSeconds !== undefined &&
      expireFrom === undefined &&
      timeOfObjectId(id) + expireSeconds * 1000 <= stores.now().getTime()
    if (isExpired) throw new Expired(what, facts)
    throw new Missing(what, facts, 'Run `stowage fsck`; restore it from a backup.')
  }
  if (part.kept.refId !== undefined && found[part.kept.refId] !== refId) throw new Corrupt(what, facts)
  return found
}

/** The key that a record's pointer holds; undefined where it is empty. */
export function keyIn({ root, document }: Loaded, { description: { pointer } }: ObjectShape): string | undefined {
  const holder = pointer?.part === 'documents' ? document : root
  const key = pointer === undefined ? undefined : holder?.[pointer.field]
  return typeof key === 'string' ? key : undefined
}

/**
 * Demands that a key is one of this record and of its tenant: it was read from a store, and what is in a store may have been
 * written by others.
 */
export function demandOwnKey(
  context: Context,
  shape: SplitShape,
  object: ObjectShape,
  loaded: Loaded,
  key: string,
): void {
  const parsed = object.keys.parse(key)
  const { tenantParameter } = shape
  const isOwn =
    parsed !== undefined &&
    (parsed.refId === undefined || parsed.refId === loaded.refId) &&
    (tenantParameter === undefined ||
      !Object.hasOwn(parsed, tenantParameter) ||
      (parsed[tenantParameter] ?? undefined) === loaded.owner.refId)
  if (isOwn) return
  const facts = { entity: shape.member, refId: loaded.refId, object: object.name }
  context.observer.log('error', 'a pointer holds a key that is not of its record', facts)
  throw new Forbidden(
    'a key that is not of this record',
    facts,
    'Run `stowage fsck`: the pointer was not written by the data layer.',
  )
}
