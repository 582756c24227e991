import type { Description } from '../description/description.ts'
import type { DocumentsDescription, EntityDescription, ObjectDescription } from '../description/entity.ts'
import type { FieldDescription, Kept } from '../description/field.ts'
import type { KeyPath } from '../keys/key-path.ts'
import { objectKeys } from '../keys/object-keys.ts'
import { entityIn } from '../scoped/context.ts'

/** What is worked out once of an entity of which parts lie in several stores. */
export interface SplitShape {
  /** Of the client: `blogPost`. */
  readonly member: string
  readonly entity: EntityDescription
  /** Fields of the root: the row's, or the document's. */
  readonly fields: ReadonlyMap<string, FieldDescription>
  readonly kept: Readonly<Partial<Record<Kept, string>>>
  readonly part?: DocumentShape
  /** By the member that callers use. */
  readonly objects: ReadonlyMap<string, ObjectShape>
  /** The parameter of keys that says whose they are. */
  readonly tenantParameter?: string
}

export interface DocumentShape {
  readonly description: DocumentsDescription
  readonly kept: Readonly<Partial<Record<Kept, string>>>
  /** The row's member that holds the `_id`; absent where the document is the root. */
  readonly pointer?: FieldDescription
}

export interface ObjectShape {
  /** As the description calls it: `context_file`. */
  readonly name: string
  readonly description: ObjectDescription
  readonly keys: KeyPath
  /** How long what is written is locked; absent where it is not. */
  readonly lock?: { readonly mode: 'COMPLIANCE' | 'GOVERNANCE'; readonly days: number }
}

const known = new WeakMap<Description, Map<string, SplitShape>>()

export function splitShape(description: Description, member: string): SplitShape {
  const shapes = known.get(description) ?? new Map<string, SplitShape>()
  known.set(description, shapes)
  const found = shapes.get(member) ?? workOut(description, member)
  shapes.set(member, found)
  return found
}

function workOut(description: Description, member: string): SplitShape {
  const entity = entityIn(description, member)
  const { table, documents } = entity
  const tenantParameter = description.tenancy?.parameter
  const fields = (table ?? documents)?.fields ?? []
  const pointer = table?.fields.find(({ name }) => name === documents?.pointer)
  return {
    member,
    entity,
    fields: new Map(fields.map((field) => [field.name, field])),
    kept: keptIn(fields),
    ...(documents === undefined
      ? {}
      : {
          part: {
            description: documents,
            kept: keptIn(documents.fields),
            ...(pointer === undefined ? {} : { pointer }),
          },
        }),
    objects: new Map(
      Object.entries(entity.objects).map(([name, object]) => {
        const lock = description.s3?.buckets[object.bucket]?.lock
        return [
          object.member,
          {
            name,
            description: object,
            keys: objectKeys(object, tenantParameter),
            ...(lock === undefined ? {} : { lock }),
          },
        ]
      }),
    ),
    ...(tenantParameter === undefined ? {} : { tenantParameter }),
  }
}

function keptIn(fields: readonly FieldDescription[]): Partial<Record<Kept, string>> {
  const kept: Partial<Record<Kept, string>> = {}
  for (const field of fields) if (field.kept !== undefined) kept[field.kept] = field.name
  return kept
}

/** Whether an entity's records lie in more than one store, or point to such that are kept whole elsewhere. */
export function isSplit(description: Description, member: string): boolean {
  const { table, documents, objects } = entityIn(description, member)
  const isInParts = (table !== undefined && documents !== undefined) || Object.keys(objects).length > 0
  return isInParts || composedMembers(description, member).length > 0
}

export interface ComposedMember {
  /** The row's member: `outputRef`; and the name that a caller may use for it: `output`. */
  readonly field: FieldDescription
  readonly relation: string
  /** Member of the entity that is kept whole in MongoDB and S3. */
  readonly target: string
}

/** What of a row points to a record that may be made together with it. */
export function composedMembers(description: Description, member: string): readonly ComposedMember[] {
  const { table } = entityIn(description, member)
  return (table?.fields ?? []).flatMap((field): readonly ComposedMember[] => {
    if (field.type.kind !== 'ref' || field.type.holds === 'id' || field.kept !== undefined) return []
    const target = description.entities[field.type.entity]
    if (target?.root !== 'mongo' || Object.keys(target.objects).length === 0) return []
    return [{ field, relation: field.type.relation, target: field.type.entity }]
  })
}
