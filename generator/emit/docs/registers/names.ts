import { storeNames } from '../../../model/entity.ts'
import type { Field } from '../../../model/field.ts'
import type { Model } from '../../../model/model.ts'

/** The pages that list one kind of thing over the whole spec, in the order in which the overview names them. */
export const registerNames = ['fields', 'enums', 'shapes', 'personal-data', 'placement', 'coverage'] as const

export type RegisterName = (typeof registerNames)[number]

/** The registers that a spec has something to tell in. */
export function registersOf(model: Model): ReadonlySet<RegisterName> {
  const names = new Set<RegisterName>()
  if (model.entities.length === 0) return names
  const { entities, enums, mixins, valueTypes } = model
  const groups = [
    ...entities.flatMap(({ mongo, postgres }) => [postgres?.fields ?? [], mongo?.fields ?? []]),
    ...valueTypes.map(({ fields }) => fields),
  ]
  if (mixins.length > 0 || groups.some((fields) => fields.length > 0)) names.add('fields')
  if (enums.length > 0) names.add('enums')
  if (valueTypes.length > 0) names.add('shapes')
  if (groups.some((fields) => fields.some(isGuarded))) names.add('personal-data')
  if (storeNames.filter((store) => entities.some((entity) => entity[store] !== undefined)).length > 1) {
    names.add('placement')
  }
  names.add('coverage')
  return names
}

/** Whether somebody has said that a field may not go everywhere. */
function isGuarded({ classify }: Field): boolean {
  return classify !== undefined && classify !== 'public'
}
