import { assertNever } from '../../base/internal-error.ts'
import type { Filter, FilterValue } from '../../live/mongo/description.ts'
import { fieldNamed } from '../../model/lookup.ts'
import type { MongoPart } from '../../model/mongo.ts'
import type { Condition, Predicate } from '../../model/predicate.ts'
import { bsonTypesOf } from './bson-type.ts'

/** The condition of a partial index; nothing where it holds always. */
export function partialFilter(where: Predicate, part: MongoPart): { readonly partialFilterExpression?: Filter } {
  if (where.length === 0) return {}
  const filters = where.map(
    (condition) => [fieldNamed(part, condition.field).physical.text, filterOf(condition, part)] as const,
  )
  const keys = new Set(filters.map(([key]) => key))
  if (keys.size === filters.length) return { partialFilterExpression: Object.fromEntries(filters) }
  return { partialFilterExpression: { $and: filters.map(([key, value]) => ({ [key]: value })) } }
}

/** Only what MongoDB supports in a partial index: equality, `$in`, `$type`; `$ne` and `$exists: false` are refused. */
function filterOf(condition: Condition, part: MongoPart): FilterValue {
  switch (condition.is) {
    case 'equal':
      return condition.value
    case 'in':
      return { $in: condition.values }
    case 'null':
      return null
    case 'not_null':
      return { $type: presentTypes(condition.field, part) }
    default:
      return assertNever(condition)
  }
}

function presentTypes(name: string, part: MongoPart): FilterValue {
  const { type, list } = fieldNamed(part, name)
  if (list) return 'array'
  const types = bsonTypesOf(type)
  return types.length === 1 && types[0] !== undefined ? types[0] : types
}
