import { byCodeUnit } from '../../../base/order.ts'
import { append } from '../../../figures/append.ts'
import { stems } from '../../../figures/stems.ts'
import type { Model } from '../../../model/model.ts'
import type { Place } from '../site.ts'
import { type Occurrence, occurrencesIn } from './occurrence.ts'

/** Every name that a field has in a spec, and what the page of all fields calls it. */
export interface FieldNames {
  /** Sorted by code unit; empty where only a mixin that nobody uses has such a field. */
  readonly occurrences: ReadonlyMap<string, readonly Occurrence[]>
  readonly place: (name: string) => Place | undefined
  readonly mixinPlace: (name: string) => Place
}

const known = new WeakMap<Model, FieldNames>()

export function fieldNamesOf(model: Model): FieldNames {
  const names = known.get(model) ?? gathered(model)
  known.set(model, names)
  return names
}

function gathered(model: Model): FieldNames {
  const found = new Map<string, Occurrence[]>()
  for (const occurrence of occurrencesIn(model)) append(found, occurrence.field.name, occurrence)
  for (const { fields } of model.mixins) {
    for (const { name } of fields) if (!found.has(name)) found.set(name, [])
  }
  const occurrences = new Map([...found].sort(([a], [b]) => byCodeUnit(a, b)))
  const stemOf = stems([...occurrences.keys()])
  const mixinStems = stems(model.mixins.map(({ name }) => name))
  return {
    occurrences,
    place: (name) => {
      const stem = stemOf.get(name)
      return stem === undefined ? undefined : { page: 'fields', anchor: `name-${stem}` }
    },
    mixinPlace: (name) => ({ page: 'fields', anchor: `mixin-${mixinStems.get(name) ?? name}` }),
  }
}
