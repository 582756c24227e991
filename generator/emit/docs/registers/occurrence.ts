import { counted } from '../../../base/plural.ts'
import type { Entity } from '../../../model/entity.ts'
import type { Field } from '../../../model/field.ts'
import type { Model, ValueType } from '../../../model/model.ts'
import { code, type Inline } from '../../../print/markdown/inline.ts'
import { type FieldPlace, typeWords } from '../field-view.ts'
import { linkTo, type PageName, type Site } from '../site.ts'
import { list } from '../words.ts'

/** A field where it stands: in a part of an entity, or in a shape. */
export type Occurrence =
  | { readonly in: 'part'; readonly entity: Entity; readonly part: 'postgres' | 'mongo'; readonly field: Field }
  | { readonly in: 'shape'; readonly shape: ValueType; readonly field: Field }

export function occurrencesIn({ entities, valueTypes }: Model): readonly Occurrence[] {
  return [...inEntities(entities), ...inShapes(valueTypes)]
}

export type PartOccurrence = Extract<Occurrence, { readonly in: 'part' }>
export type ShapeOccurrence = Extract<Occurrence, { readonly in: 'shape' }>

export function inEntities(entities: readonly Entity[]): readonly PartOccurrence[] {
  const found: PartOccurrence[] = []
  for (const entity of entities) {
    for (const part of ['postgres', 'mongo'] as const) {
      for (const field of entity[part]?.fields ?? []) found.push({ in: 'part', entity, part, field })
    }
  }
  return found
}

export function inShapes(shapes: readonly ValueType[]): readonly ShapeOccurrence[] {
  return shapes.flatMap((shape) => shape.fields.map((field): ShapeOccurrence => ({ in: 'shape', shape, field })))
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
  return typeWords(place, occurrence.field)
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

/** What records have from one mixin, or from their tenant. */
interface Group {
  /** The first ones, of which one more than are listed is one too many. */
  readonly first: Occurrence[]
  readonly rows: { count: number; example: Occurrence | undefined }
  readonly documents: { count: number; example: Occurrence | undefined }
}

/** Occurrences that belong together: those that stand for themselves, and what very many records have from one origin. */
export class Occurrences {
  /** Of their own, in their order. */
  readonly own: Occurrence[] = []
  readonly #groups = new Map<string, Group>()

  static of(occurrences: Iterable<Occurrence>): Occurrences {
    const all = new Occurrences()
    for (const occurrence of occurrences) all.add(occurrence)
    return all
  }

  add(occurrence: Occurrence): void {
    const { origin } = occurrence.field
    if (occurrence.in === 'shape' || origin.kind === 'own') {
      this.own.push(occurrence)
      return
    }
    const { documents, first, rows } = this.#group(origin.kind === 'tenant' ? '' : origin.mixin)
    if (first.length <= mostListed) first.push(occurrence)
    const inStore = occurrence.part === 'postgres' ? rows : documents
    inStore.count += 1
    inStore.example ??= occurrence
  }

  /** Adds those of others that come later, but for those of their own. */
  addGroups(others: Occurrences): void {
    for (const [origin, { documents, first, rows }] of others.#groups) {
      const group = this.#group(origin)
      for (const occurrence of first) if (group.first.length <= mostListed) group.first.push(occurrence)
      for (const [here, there] of [
        [group.rows, rows],
        [group.documents, documents],
      ] as const) {
        here.count += there.count
        here.example ??= there.example
      }
    }
  }

  /** What so many records carry that it is told once. */
  carried(): readonly Carried[] {
    const carried: Carried[] = []
    for (const [mixin, { documents, first, rows }] of this.#groups) {
      if (first.length <= mostListed) continue
      carried.push({
        ...(mixin === '' ? {} : { mixin }),
        examples: [rows.example, documents.example].filter((example) => example !== undefined),
        where: list([
          ...(rows.count === 0 ? [] : [counted(rows.count, 'table')]),
          ...(documents.count === 0 ? [] : [counted(documents.count, 'collection')]),
        ]),
      })
    }
    return carried
  }

  /** What only a few records have from a mixin. */
  few(): readonly Occurrence[] {
    return [...this.#groups.values()].flatMap(({ first }) => (first.length <= mostListed ? first : []))
  }

  #group(origin: string): Group {
    const known = this.#groups.get(origin)
    if (known !== undefined) return known
    const group: Group = {
      first: [],
      rows: { count: 0, example: undefined },
      documents: { count: 0, example: undefined },
    }
    this.#groups.set(origin, group)
    return group
  }
}
