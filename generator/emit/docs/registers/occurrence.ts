import { counted } from '../../../base/plural.ts'
import { append } from '../../../figures/append.ts'
import type { Entity } from '../../../model/entity.ts'
import type { Field } from '../../../model/field.ts'
import type { Model, ValueType } from '../../../model/model.ts'
import { code, type Inline } from '../../../print/markdown/inline.ts'
import { type FieldPlace, fieldView } from '../field-view.ts'
import { linkTo, type PageName, type Site } from '../site.ts'
import { list } from '../words.ts'

/** A field where it stands: in a part of an entity, or in a shape. */
export type Occurrence =
  | { readonly in: 'part'; readonly entity: Entity; readonly part: 'postgres' | 'mongo'; readonly field: Field }
  | { readonly in: 'shape'; readonly shape: ValueType; readonly field: Field }

export function* occurrencesIn(model: Model): Generator<Occurrence> {
  for (const entity of model.entities) {
    for (const part of ['postgres', 'mongo'] as const) {
      for (const field of entity[part]?.fields ?? []) yield { in: 'part', entity, part, field }
    }
  }
  for (const shape of model.valueTypes) {
    for (const field of shape.fields) yield { in: 'shape', shape, field }
  }
}

/** Its name where it is stored, as a link: `invoices.paid_on`, or `Address.city` in a shape; or the last of it alone. */
export function occurrenceLink(
  site: Site,
  page: PageName,
  occurrence: Occurrence,
  label: 'whole' | 'field' = 'whole',
): Inline {
  const { field } = occurrence
  const name = (holder: string): Inline =>
    code(label === 'whole' ? `${holder}.${field.physical.text}` : field.physical.text)
  if (occurrence.in === 'shape') {
    const { shape } = occurrence
    return linkTo(page, name(shape.name), site.valueTypeField(shape.name, field.name))
  }
  const { entity, part } = occurrence
  return linkTo(page, name(holderName(entity, part)), site.field(entity.name, part, field.name))
}

function holderName({ mongo, name, postgres }: Entity, part: 'postgres' | 'mongo'): string {
  return (part === 'postgres' ? postgres?.table.text : mongo?.collection.text) ?? name
}

/** Its type in the words of its store. A shape is a document within a document in either store. */
export function typeOf(site: Site, page: PageName, occurrence: Occurrence): Inline {
  const place: FieldPlace =
    occurrence.in === 'shape'
      ? { site, page, store: 'mongo' }
      : { site, page, store: occurrence.part, entity: occurrence.entity.name }
  return fieldView(place, occurrence.field, '').type
}

/** A field that very many records carry, because of a mixin or of their tenant. */
export interface Carried {
  /** Absent where it is the tenant's field. */
  readonly mixin?: string
  /** The first of them in each store. */
  readonly examples: readonly Occurrence[]
  /** `33 tables and 10 collections`. */
  readonly where: Inline
}

/** Parts in which a mixin's field is listed one by one; in more, it is told once. */
const mostListed = 5

/** Occurrences of one name: those that stand for themselves, and what very many records have from one origin. */
export function condensed(occurrences: readonly Occurrence[]): {
  readonly single: readonly Occurrence[]
  readonly carried: readonly Carried[]
} {
  const groups = new Map<string, Occurrence[]>()
  const single: Occurrence[] = []
  for (const occurrence of occurrences) {
    const { origin } = occurrence.field
    if (occurrence.in === 'shape' || origin.kind === 'own') single.push(occurrence)
    else append(groups, origin.kind === 'tenant' ? '' : origin.mixin, occurrence)
  }
  const carried: Carried[] = []
  for (const [mixin, group] of groups) {
    if (group.length <= mostListed) single.push(...group)
    else carried.push(carriedBy(mixin, group))
  }
  return { single, carried }
}

function carriedBy(mixin: string, group: readonly Occurrence[]): Carried {
  const inStore = (store: 'postgres' | 'mongo'): readonly Occurrence[] =>
    group.filter((occurrence) => occurrence.in === 'part' && occurrence.part === store)
  const [rows, documents] = [inStore('postgres'), inStore('mongo')]
  return {
    ...(mixin === '' ? {} : { mixin }),
    examples: [...rows.slice(0, 1), ...documents.slice(0, 1)],
    where: list([
      ...(rows.length === 0 ? [] : [counted(rows.length, 'table')]),
      ...(documents.length === 0 ? [] : [counted(documents.length, 'collection')]),
    ]),
  }
}
