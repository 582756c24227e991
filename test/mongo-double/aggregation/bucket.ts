import { type BsonValue, isArray, isDocument } from '../bson/value.ts'
import { refuseLocation } from '../server-error.ts'
import type { Stage } from './stages.ts'

/**
 * `$bucket` as `$group` and `$sort`: the expression engine puts a value equal to a boundary into the bucket below it.
 * https://www.mongodb.com/docs/v7.0/reference/operator/aggregation/bucket/
 */
export function bucketStages(operand: BsonValue): readonly Stage[] {
  if (!isDocument(operand)) refuseLocation(40201, 'Argument to $bucket stage must be an object')
  const { groupBy, boundaries, output } = operand
  if (groupBy === undefined || !isArray(boundaries)) {
    refuseLocation(40198, "$bucket requires 'groupBy' and 'boundaries' to be specified.")
  }
  if (boundaries.length < 2) refuseLocation(40192, "The $bucket 'boundaries' field must have at least 2 values")
  const branches = boundaries.slice(0, -1).map((from, index) => ({
    case: { $and: [{ $gte: [groupBy, from] }, { $lt: [groupBy, boundaries[index + 1]] }] },
    // biome-ignore lint/suspicious/noThenProperty: the name is MongoDB's
    then: from,
  }))
  const otherwise = 'default' in operand ? { default: operand.default } : {}
  const fields = isDocument(output) ? output : { count: { $sum: 1 } }
  return [
    { name: '$group', operand: { _id: { $switch: { branches, ...otherwise } }, ...fields } },
    { name: '$sort', operand: { _id: 1 } },
  ]
}
