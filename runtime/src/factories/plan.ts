import type { Description } from '../description/description.ts'
import type { EntityDescription, ObjectDescription } from '../description/entity.ts'
import type { FieldDescription } from '../description/field.ts'

/** What a factory fills of an entity. */
export interface RecordPlan {
  /** Of the root; references are among them. */
  readonly fields: readonly FieldDescription[]
  /** Of the document, where the root is a row. */
  readonly document?: readonly FieldDescription[]
  /** Objects that every record has. */
  readonly objects: readonly ObjectDescription[]
  /** Members that tell records apart. */
  readonly distinct: ReadonlySet<string>
  /** References that must be to a record of its own for each, since nothing else tells the records apart. */
  readonly fresh: ReadonlySet<string>
}

export function planOf(entity: EntityDescription, description: Description): RecordPlan {
  const { table, documents } = entity
  const root = table ?? documents
  const fields = (root?.fields ?? []).filter((field) => isGiven(field, entity))
  const uniques = Object.values(root?.uniques ?? {}).map((members) => fieldsNamed(members, root?.fields ?? []))
  const told = uniques.map(tellingApart)
  return {
    fields,
    ...(table !== undefined && documents !== undefined
      ? { document: documents.fields.filter((field) => isGiven(field, entity)) }
      : {}),
    objects: Object.values(entity.objects).filter(({ pointer }) => pointer?.optional === false),
    distinct: new Set(told.flatMap((field) => (field !== undefined && field.type.kind !== 'ref' ? [field.name] : []))),
    fresh: new Set(
      told.flatMap((field) => (field?.type.kind === 'ref' && !isSelf(field, entity, description) ? [field.name] : [])),
    ),
  }
}

/** What a caller gives: not what the data layer writes, and not what it finds out of bytes. */
function isGiven(field: FieldDescription, { objects }: EntityDescription): boolean {
  if (field.kept !== undefined || field.type.kind === 'key' || field.type.kind === 'part') return false
  return !Object.values(objects).some(({ keeps }) => keeps.sha256 === field.name || keeps.size === field.name)
}

function fieldsNamed(members: readonly string[], fields: readonly FieldDescription[]): readonly FieldDescription[] {
  return members.flatMap((member) => fields.filter(({ name }) => name === member))
}

/**
 * The one that has most values. Where the data layer writes one itself, or one may be empty, nothing has to be done: empty
 * ones are no clash, and what is kept differs.
 */
function tellingApart(members: readonly FieldDescription[]): FieldDescription | undefined {
  const own = members.filter(({ kept }) => kept !== 'tenant')
  if (own.some(({ kept, type }) => kept !== undefined || type.kind === 'key' || type.kind === 'part')) return undefined
  return own.toSorted((one, other) => breadth(other) - breadth(one))[0]
}

function breadth({ type }: FieldDescription): number {
  if (type.kind === 'scalar') return type.scalar === 'boolean' ? 0 : 3
  if (type.kind === 'ref') return 2
  return type.kind === 'enum' ? 1 : 0
}

function isSelf({ type }: FieldDescription, entity: EntityDescription, { entities }: Description): boolean {
  return type.kind === 'ref' && entities[type.entity] === entity
}
