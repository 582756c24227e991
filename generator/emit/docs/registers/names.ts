import { type StoreName, storeNames } from '../../../model/entity.ts'
import type { Field } from '../../../model/field.ts'
import { recallingRuns } from '../../../model/groups.ts'
import type { Model } from '../../../model/model.ts'

/** The pages that list one kind of thing over the whole spec, in the order in which the overview names them. */
export const registerNames = ['fields', 'enums', 'shapes', 'personal-data', 'placement', 'coverage'] as const

export type RegisterName = (typeof registerNames)[number]

/** What makes some registers worth their while. */
interface Found {
  readonly fields: boolean
  /** Whether somebody has said of some field that it may not go everywhere. */
  readonly guarded: boolean
  readonly stores: ReadonlySet<StoreName>
}

const recalled = recallingRuns<Found>()

/** The registers that a spec has something to tell in. */
export function registersOf(model: Model): ReadonlySet<RegisterName> {
  const names = new Set<RegisterName>()
  if (model.entities.length === 0) return names
  const { enums, mixins, valueTypes } = model
  const found = recalled(model, [], (entities) => ({
    ...within(entities.flatMap(({ mongo, postgres }) => [postgres?.fields ?? [], mongo?.fields ?? []])),
    stores: new Set(storeNames.filter((store) => entities.some((entity) => entity[store] !== undefined))),
  }))
  const shapes = within(valueTypes.map(({ fields }) => fields))
  if (mixins.length > 0 || shapes.fields || found.some(({ fields }) => fields)) names.add('fields')
  if (enums.length > 0) names.add('enums')
  if (valueTypes.length > 0) names.add('shapes')
  if (shapes.guarded || found.some(({ guarded }) => guarded)) names.add('personal-data')
  if (new Set(found.flatMap(({ stores }) => [...stores])).size > 1) names.add('placement')
  names.add('coverage')
  return names
}

function within(groups: readonly (readonly Field[])[]): Omit<Found, 'stores'> {
  return {
    fields: groups.some((fields) => fields.length > 0),
    guarded: groups.some((fields) => fields.some(({ classify }) => classify !== undefined && classify !== 'public')),
  }
}
