import { openDocument } from '../documents/part.ts'
import { Missing } from '../errors/errors.ts'
import type { Context } from '../scoped/context.ts'
import type { StoredDocument } from '../stores/documents.ts'
import type { Intent } from './intents.ts'
import { internalRows } from './rows.ts'
import type { SplitShape } from './shape.ts'

/** The record of truth as a caller sees it: a row, or a document. */
export type Root = Readonly<Record<string, unknown>>

/** What an earlier attempt has made or changed, as it is now. @throws Missing where it has been removed since */
export async function givenAgain(context: Context, shape: SplitShape, { refId }: Intent): Promise<Root> {
  if (shape.entity.root === 'mongo') {
    const document = await rootDocument(context, shape, refId, true)
    if (document !== undefined) return await openDocument(context, shape.member, document)
  } else {
    const rows = internalRows(context, shape.member)
    const row = (await rows.find(refId)) ?? (await rows.withDeleted.find(refId))
    if (row !== null) return row
  }
  throw new Missing(
    shape.entity.name,
    { entity: shape.member, refId },
    'It was done before, and the record has been removed since: use another idempotency key to make it anew.',
  )
}

/** A document that is the root of its record, by its public id. */
export async function rootDocument(
  { scope, stores }: Context,
  { entity, part, kept }: SplitShape,
  refId: string,
  withDeleted: boolean = false,
): Promise<StoredDocument | undefined> {
  if (part === undefined) return undefined
  const isLive = entity.softDelete === undefined || withDeleted ? {} : { [entity.softDelete.on]: null }
  const isOwn = scope.kind === 'tenant' && part.kept.tenant !== undefined && entity.tenancy === 'required'
  const [found] = await stores.documents.page(part.description.collection, {
    ...(isOwn ? { tenant: scope.tenant.refId } : {}),
    limit: 1,
    where: { [kept.refId ?? 'refId']: refId, ...isLive },
  })
  if (found === undefined || entity.tenancy !== 'shared' || scope.kind !== 'tenant') return found
  // Shared ones are everybody's, others their tenant's.
  const owner = found[part.kept.tenant ?? '']
  return owner === null || owner === scope.tenant.refId ? found : undefined
}
