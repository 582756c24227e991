import type { Description } from '../description/description.ts'
import type { DocumentsDescription, EntityDescription } from '../description/entity.ts'
import type { FieldDescription, Kept } from '../description/field.ts'
import { type Conversion, conversionOf } from '../mongo/conversion.ts'
import { entityIn } from '../scoped/context.ts'

/** What is known of the documents of an entity. */
export interface DocumentShape {
  readonly member: string
  readonly entity: EntityDescription
  readonly documents: DocumentsDescription
  readonly fields: ReadonlyMap<string, FieldDescription>
  /** Names of relations, and the fields behind them. */
  readonly relations: ReadonlyMap<string, string>
  /** Keys that the data layer writes, by what they are. */
  readonly kept: Readonly<Partial<Record<Kept, string>>>
  readonly conversion: Conversion
  readonly description: Description
}

const shapes = new WeakMap<Description, Map<string, DocumentShape>>()

/** @throws TypeError for an entity without documents: generated code asks for none */
export function documentShape(description: Description, member: string): DocumentShape {
  const known = shapes.get(description) ?? new Map<string, DocumentShape>()
  shapes.set(description, known)
  const found = known.get(member) ?? make(description, member)
  known.set(member, found)
  return found
}

/** By the name of a collection; undefined for one that is none of the spec's. */
export function shapeOfCollection(description: Description, collection: string): DocumentShape | undefined {
  const found = Object.entries(description.entities).find(([, { documents }]) => documents?.collection === collection)
  return found === undefined ? undefined : documentShape(description, found[0])
}

function make(description: Description, member: string): DocumentShape {
  const entity = entityIn(description, member)
  const { documents } = entity
  if (documents === undefined) throw new TypeError(`${entity.name} has no documents`)
  const { fields } = documents
  return {
    member,
    entity,
    documents,
    fields: new Map(fields.map((field) => [field.name, field])),
    relations: new Map(fields.flatMap(({ name, type }) => (type.kind === 'ref' ? [[type.relation, name]] : []))),
    kept: Object.fromEntries(fields.flatMap(({ name, kept }) => (kept === undefined ? [] : [[kept, name]]))),
    conversion: conversionOf(fields, description),
    description,
  }
}
