import type { Description } from '../description/description.ts'
import type { EntityDescription } from '../description/entity.ts'
import type { FieldDescription } from '../description/field.ts'

/** A column, or a key of a document, in which something can be pointed to. */
export interface PointerPlace {
  /** Member of the entity that has it. */
  readonly member: string
  readonly entity: EntityDescription
  readonly part: 'table' | 'documents'
  readonly field: FieldDescription
  /** In the store: a column, or the path to a key: `sections.authorRefId`. */
  readonly path: string
}

/** Every place in which a spec points from one store into another, and within MongoDB and S3. */
export interface Pointers {
  /** Where the key of an object may stand, by entity and object: `strategy.narrative`. */
  readonly toObjects: ReadonlyMap<string, readonly PointerPlace[]>
  /** Where the `_id` of a document may stand, by the member of the document's entity. */
  readonly toDocuments: ReadonlyMap<string, readonly PointerPlace[]>
  /** Where documents name records of other entities by their public ids, by the member of the documents' entity. */
  readonly byRefId: ReadonlyMap<string, readonly PointerPlace[]>
}

const known = new WeakMap<Description, Pointers>()

export function pointersOf(description: Description): Pointers {
  const found = known.get(description) ?? findPointers(description)
  known.set(description, found)
  return found
}

/** The name of an object in `toObjects`. */
export function objectName(member: string, object: string): string {
  return `${member}.${object}`
}

function findPointers(description: Description): Pointers {
  const toObjects = new Map<string, PointerPlace[]>()
  const toDocuments = new Map<string, PointerPlace[]>()
  const byRefId = new Map<string, PointerPlace[]>()
  for (const place of placesOf(description)) {
    const { type } = place.field
    if (type.kind === 'key') put(toObjects, objectName(place.member, type.object), place)
    else if (type.kind === 'part') put(toDocuments, place.member, place)
    else if (type.kind === 'ref' && type.holds === 'object_id') put(toDocuments, type.entity, place)
    else if (type.kind === 'ref' && type.holds === 'ref_id') put(byRefId, place.member, place)
  }
  return { toObjects, toDocuments, byRefId }
}

function* placesOf(description: Description): Generator<PointerPlace> {
  for (const [member, entity] of Object.entries(description.entities)) {
    for (const field of entity.table?.fields ?? []) yield { member, entity, part: 'table', field, path: field.column }
    for (const [path, field] of paths(entity.documents?.fields ?? [], description, [])) {
      yield { member, entity, part: 'documents', field, path }
    }
  }
}

/** Fields of documents, those of embedded shapes too. A shape within itself is not gone into. */
function* paths(
  fields: readonly FieldDescription[],
  { valueTypes }: Pick<Description, 'valueTypes'>,
  within: readonly { readonly path: string; readonly shape: string }[],
): Generator<[string, FieldDescription]> {
  for (const field of fields) {
    const path = [...within.slice(-1).map((outer) => outer.path), field.column].join('.')
    yield [path, field]
    if (field.type.kind !== 'value') continue
    const { valueType } = field.type
    if (within.some(({ shape }) => shape === valueType)) continue
    yield* paths(valueTypes[valueType] ?? [], { valueTypes }, [...within, { path, shape: valueType }])
  }
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
