import { append } from '../../../figures/append.ts'
import { objectsOf } from '../../../model/lookup.ts'
import type { Model } from '../../../model/model.ts'
import { code, type Inline } from '../../../print/markdown/inline.ts'
import { linkTo, objectLink, type PageName, type Site } from '../site.ts'
import { fieldNamesOf } from './field-names.ts'
import { condensed, type Occurrence, occurrenceLink, occurrencesIn } from './occurrence.ts'

/** Which fields are of an enum or of a shape, by its name: the two share one space. */
export type TypeUses = ReadonlyMap<string, readonly Occurrence[]>

export function typeUses(model: Model): TypeUses {
  const uses = new Map<string, Occurrence[]>()
  for (const occurrence of occurrencesIn(model)) {
    const { type } = occurrence.field
    if (type.kind === 'enum') append(uses, type.enum, occurrence)
    if (type.kind === 'value') append(uses, type.valueType, occurrence)
  }
  return uses
}

/** The fields as links; what very many records have by a mixin is told once. */
export function usesWords(site: Site, page: PageName, uses: readonly Occurrence[]): readonly Inline[] {
  const names = fieldNamesOf(site.model)
  const { carried, single } = condensed(uses)
  return [
    ...carried.map(({ examples, mixin, where }): Inline => {
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
    ...single.map((occurrence) => occurrenceLink(site, page, occurrence)),
  ]
}

/** The objects whose keys hold a value of an enum, by the enum's name. */
export function keyUses(site: Site, page: PageName): ReadonlyMap<string, readonly Inline[]> {
  const uses = new Map<string, Inline[]>()
  for (const { entity, object } of objectsOf(site.model)) {
    const held = new Set<string>()
    for (const piece of object.path.flat()) {
      if (piece.kind === 'variable' && piece.variable.enum !== undefined) held.add(piece.variable.enum)
    }
    const label: Inline = ['the key of ', objectLink(site, page, entity.name, object.name), ` of ${entity.name}`]
    for (const name of held) append(uses, name, label)
  }
  return uses
}
