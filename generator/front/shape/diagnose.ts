import { InternalError } from '../../base/internal-error.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { SpecNode } from '../node.ts'
import type { Place, Places } from './place.ts'
import { unknownKey } from './unknown-key.ts'
import type { ShapeError } from './validator.ts'
import { wrongType } from './wrong-type.ts'
import {
  badFormat,
  badKey,
  duplicateItem,
  empty,
  missingKey,
  mustBeEmpty,
  outOfRange,
  unknownValue,
  unsupportedVersion,
} from './wrong-value.ts'

/** An error of the schema in our words, and the smallest node that it makes unusable. */
export interface Finding {
  readonly diagnostic: Diagnostic
  readonly broken: SpecNode
}

/** Says what an error of the schema means. Every keyword that the language's schema uses has its own words. */
export function diagnose(error: ShapeError, places: Places): Finding {
  const place = places.at(error.instancePath)
  const { node } = place
  if (error.propertyName !== undefined) {
    const broken = node.kind === 'map' ? places.entry(node, error.propertyName)?.value : undefined
    return { diagnostic: badKey(place, error.propertyName, error, places), broken: broken ?? node }
  }
  if (error.keyword === 'additionalProperties' && node.kind === 'map') {
    const entry = places.entry(node, error.params.additionalProperty ?? '')
    if (entry !== undefined)
      return { diagnostic: unknownKey(entry, node, place, error.parentSchema, places), broken: entry.value }
  }
  return { diagnostic: inWords(error, place), broken: node }
}

function inWords(error: ShapeError, place: Place): Diagnostic {
  const { params, parentSchema } = error
  switch (error.keyword) {
    case 'type':
    case 'anyOf':
      return wrongType(place, parentSchema)
    case 'required':
      return missingKey(place, params.missingProperty ?? '', error)
    case 'enum':
      return unknownValue(place, params.allowedValues ?? [])
    case 'const':
      return unsupportedVersion(place)
    case 'pattern':
      return badFormat(place, error)
    case 'minimum':
    case 'maximum':
      return outOfRange(place, error.keyword === 'minimum', params.limit ?? 0)
    case 'minItems':
    case 'minProperties':
      return empty(place)
    case 'maxItems':
      return mustBeEmpty(place)
    case 'uniqueItems':
      return duplicateItem(place, params.i ?? 0, params.j ?? 0)
    default:
      throw new InternalError(`the schema's keyword ${error.keyword} has no words`)
  }
}
