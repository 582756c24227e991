import { prepareDocument } from '../documents/part.ts'
import type { Context } from '../scoped/context.ts'
import type { StoredDocument } from '../stores/documents.ts'
import type { Intent } from './intents.ts'
import type { Owner } from './owner.ts'
import type { DocumentShape, SplitShape } from './shape.ts'
import { insertDocument, type Steps, step } from './steps.ts'

/** What a planned document is made of beside its input. */
export interface Planned {
  readonly id: string
  readonly intent: Intent
  readonly owner: Owner
  /** What the data layer fills: keys of objects, and what it keeps of them. By member. */
  readonly filled: Readonly<Record<string, unknown>>
}

/** Inserts a planned document and gives it as it is kept: every attempt makes the same one. */
export async function addDocument(
  steps: Steps,
  shape: SplitShape,
  part: DocumentShape,
  input: Readonly<Record<string, unknown>>,
  { id, intent, owner, filled }: Planned,
): Promise<StoredDocument> {
  const document = await prepare(steps.context, shape, input, { id, intent, owner, filled })
  const tenant = part.kept.tenant === undefined ? undefined : owner.refId
  await step(steps, 'document', () =>
    insertDocument(steps, part.description.collection, document, tenant, identifying(shape, part)),
  )
  return document
}

async function prepare(
  context: Context,
  { member }: SplitShape,
  input: Readonly<Record<string, unknown>>,
  { id, intent, owner, filled }: Planned,
): Promise<StoredDocument> {
  const { refId, createdOn } = intent
  return await prepareDocument(context, member, input, {
    id,
    refId,
    createdOn,
    tenant: owner.refId ?? null,
    pointers: filled,
  })
}

/** What tells a document from another: whose and which it is, and which objects it points to. */
function identifying(shape: SplitShape, { kept }: DocumentShape): readonly string[] {
  const pointers = [...shape.objects.values()].flatMap(({ description: { pointer } }) =>
    pointer?.part === 'documents' ? [pointer.field] : [],
  )
  return [kept.refId, kept.tenant, ...pointers].filter((name) => name !== undefined)
}
