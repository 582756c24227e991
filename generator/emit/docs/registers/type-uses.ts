import { append } from '../../../figures/append.ts'
import type { Entity } from '../../../model/entity.ts'
import { recallingRuns } from '../../../model/groups.ts'
import { indexing } from '../../../model/memory/traced-maps.ts'
import type { Model } from '../../../model/model.ts'
import { code, type Inline } from '../../../print/markdown/inline.ts'
import { linkTo, objectLink, type PageName, type Site } from '../site.ts'
import { fieldNamesOf } from './field-names.ts'
import { inEntities, inShapes, type Occurrence, Occurrences, occurrenceLink } from './occurrence.ts'

/** Which fields are of an enum or of a shape, by its name: the two share one space. */
export type TypeUses = ReadonlyMap<string, readonly Occurrence[]>

const recalled = {
  types: recallingRuns<TypeUses>(),
  keys: recallingRuns<ReadonlyMap<string, readonly ObjectKey[]>>(),
}

export const typeUses: (model: Model) => TypeUses = indexing((model) =>
  together([
    ...recalled.types(model, [], (entities) => usesIn(inEntities(entities))),
    usesIn(inShapes(model.valueTypes)),
  ]),
)

function usesIn(occurrences: readonly Occurrence[]): TypeUses {
  const uses = new Map<string, Occurrence[]>()
  for (const occurrence of occurrences) {
    const { type } = occurrence.field
    if (type.kind === 'enum') append(uses, type.enum, occurrence)
    if (type.kind === 'value') append(uses, type.valueType, occurrence)
  }
  return uses
}

/** The lists of all under one name, one behind another. */
function together<T>(maps: readonly ReadonlyMap<string, readonly T[]>[]): ReadonlyMap<string, readonly T[]> {
  const all = new Map<string, T[]>()
  for (const map of maps) for (const [name, items] of map) for (const item of items) append(all, name, item)
  return all
}

/** The fields as links; what very many records have by a mixin is told once. */
export function usesWords(site: Site, page: PageName, uses: readonly Occurrence[]): readonly Inline[] {
  if (uses.length === 0) return []
  const names = fieldNamesOf(site.model)
  const all = Occurrences.of(uses)
  return [
    ...all.carried().map(({ examples, mixin, where }): Inline => {
      const name = examples[0]?.field.name ?? ''
      const place = names.place(name)
      const label = place === undefined ? code(name) : linkTo(page, code(name), place)
      return [
        label,
        ' of ',
        where,
        mixin === undefined ? '' : [', by ', linkTo(page, code(mixin), names.mixinPlace(mixin))],
      ]
    }),
    ...[...all.own, ...all.few()].map((occurrence) => occurrenceLink(site, page, occurrence)),
  ]
}

/** An object whose key holds a value of an enum. */
export interface ObjectKey {
  readonly entity: string
  readonly object: string
}

/** Those objects, by the enum's name. */
export const keyUses: (model: Model) => ReadonlyMap<string, readonly ObjectKey[]> = indexing((model) =>
  together(recalled.keys(model, [], keysIn)),
)

function keysIn(entities: readonly Entity[]): ReadonlyMap<string, readonly ObjectKey[]> {
  const uses = new Map<string, ObjectKey[]>()
  for (const { name, s3 } of entities) {
    for (const object of s3?.objects ?? []) {
      const held = new Set<string>()
      for (const segment of object.path) {
        for (const piece of segment) {
          if (piece.kind === 'variable' && piece.variable.enum !== undefined) held.add(piece.variable.enum)
        }
      }
      for (const one of held) append(uses, one, { entity: name, object: object.name })
    }
  }
  return uses
}

export function keyWords(site: Site, page: PageName, { entity, object }: ObjectKey): Inline {
  return ['the key of ', objectLink(site, page, entity, object), ` of ${entity}`]
}
