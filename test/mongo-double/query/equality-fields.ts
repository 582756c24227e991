import {
  type BsonDocument,
  type BsonValue,
  type DraftDocument,
  isArray,
  isDocument,
  isRegularExpression,
} from '../bson/value.ts'
import { refuse } from '../server-error.ts'
import { isOperators } from './condition.ts'

/**
 * The fields that a filter fixes to one value: what an upsert starts its document with.
 * https://www.mongodb.com/docs/v7.0/reference/method/db.collection.updateOne/#upsert-with-operator-expressions
 */
export function equalityFields(filter: BsonDocument): BsonDocument {
  const found: DraftDocument = {}
  collect(filter, found)
  return found
}

function collect(filter: BsonDocument, found: DraftDocument): void {
  for (const [name, operand] of Object.entries(filter)) {
    if (name === '$and' || (name === '$or' && isArray(operand) && operand.length === 1)) {
      if (isArray(operand)) for (const clause of operand) if (isDocument(clause)) collect(clause, found)
    } else if (!name.startsWith('$')) {
      const value = fixedValue(operand)
      if (value === undefined) continue
      if (Object.hasOwn(found, name)) {
        refuse(54, 'NotSingleValueField', `cannot infer query fields to set, path '${name}' is matched twice`)
      }
      found[name] = value
    }
  }
}

/** The one value that a field can have under a condition; nothing where there are several. */
function fixedValue(operand: BsonValue): BsonValue {
  if (!isOperators(operand)) return isRegularExpression(operand) ? undefined : operand
  const { $eq, $in, $all } = operand
  if ($eq !== undefined) return isRegularExpression($eq) ? undefined : $eq
  for (const list of [$in, $all]) {
    if (isArray(list) && list.length === 1 && !isDocument(list[0]) && !isRegularExpression(list[0])) return list[0]
  }
  return undefined
}
