import { byCodeUnit } from '../../../base/order.ts'
import { stems } from '../../../figures/stems.ts'
import type { Field } from '../../../model/field.ts'
import { recallingRuns } from '../../../model/groups.ts'
import { indexing } from '../../../model/memory/traced-maps.ts'
import type { Model } from '../../../model/model.ts'
import type { Place } from '../site.ts'

/** Every name that a field has in a spec, and what the page of all fields calls it. */
export interface FieldNames {
  readonly place: (name: string) => Place | undefined
  readonly mixinPlace: (name: string) => Place
}

export function fieldNamesOf(model: Model): FieldNames {
  const places = fieldPlaces(model)
  const mixins = mixinPlaces(model)
  return {
    place: (name) => places.get(name),
    mixinPlace: (name) => mixins.get(name) ?? { page: 'fields', anchor: `mixin-${name}` },
  }
}

const recalled = recallingRuns<ReadonlySet<string>>()

/** By the name, sorted by code unit: of the fields of entities, shapes and mixins. */
export const fieldPlaces: (model: Model) => ReadonlyMap<string, Place> = indexing((model) => {
  const names = new Set<string>()
  const add = (fields: readonly Field[] | undefined, to: Set<string> = names): void => {
    for (const { name } of fields ?? []) to.add(name)
  }
  const runs = recalled(model, [], (entities) => {
    const found = new Set<string>()
    for (const { mongo, postgres } of entities) {
      add(postgres?.fields, found)
      add(mongo?.fields, found)
    }
    return found
  })
  for (const run of runs) for (const name of run) names.add(name)
  for (const { fields } of model.valueTypes) add(fields)
  for (const { fields } of model.mixins) add(fields)
  return placesOf([...names].sort(byCodeUnit), 'name-')
})

const mixinPlaces = indexing((model) =>
  placesOf(
    model.mixins.map(({ name }) => name),
    'mixin-',
  ),
)

function placesOf(names: readonly string[], before: string): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  for (const [name, stem] of stems(names)) places.set(name, { page: 'fields', anchor: before + stem })
  return places
}
