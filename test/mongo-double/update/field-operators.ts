import { Int32, Long, Timestamp } from 'bson'
import { calculate } from '../bson/arithmetic.ts'
import { shellText } from '../bson/shell-text.ts'
import { typeName } from '../bson/type-name.ts'
import { type BsonNumber, type BsonValue, isDocument, isNumber, toNumber } from '../bson/value.ts'
import { badValue, typeMismatch } from '../server-error.ts'

/** Where a change stands, for the messages. */
export interface Place {
  readonly field: string
  /** The `_id` of the document. */
  readonly id: BsonValue
}

/** `$inc` and `$mul`; what is not there counts as zero of the operand's type. */
export function calculated(
  operator: '$inc' | '$mul',
  current: BsonValue,
  operand: BsonValue,
  place: Place,
): BsonNumber {
  if (!isNumber(operand)) typeMismatch(`Cannot apply ${operator} with a non-numeric argument`)
  if (current === undefined) return operator === '$inc' ? operand : calculate('multiply', operand, new Int32(0))
  if (!isNumber(current)) {
    typeMismatch(
      `Cannot apply ${operator} to a value of non-numeric type. {_id: ${shellText(place.id)}} has the field '${place.field}' of non-numeric type ${typeName(current)}`,
    )
  }
  return calculate(operator === '$inc' ? 'add' : 'multiply', current, operand)
}

/** `$currentDate`, as a date unless told otherwise. */
export function currentDate(operand: BsonValue, now: Date): BsonValue {
  if (!isDocument(operand) || operand.$type !== 'timestamp') return now
  return new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 })
}

/** `$bit`: an int stays an int, unless the operand is a long. */
export function bitwise(current: BsonValue, operand: BsonValue, place: Place): BsonNumber {
  const start = current ?? new Int32(0)
  const isWhole = typeName(start) === 'int' || typeName(start) === 'long'
  if (!isNumber(start) || !isWhole) {
    badValue(
      `Cannot apply $bit to a value of non-integral type._id: ${shellText(place.id)} has the field ${place.field} of non-integer type ${typeName(start)}`,
    )
  }
  const masks = isDocument(operand) ? Object.entries(operand) : []
  return masks.reduce<BsonNumber>(
    (value, [name, mask]) => (isNumber(mask) ? combined(name, value, mask) : value),
    start,
  )
}

function combined(name: string, value: BsonNumber, mask: BsonNumber): BsonNumber {
  const isLong = typeName(value) === 'long' || typeName(mask) === 'long'
  const left = BigInt(value.toString())
  const right = BigInt(mask.toString())
  const result = name === 'and' ? left & right : name === 'or' ? left | right : left ^ right
  return isLong ? Long.fromBigInt(BigInt.asIntN(64, result)) : new Int32(toNumber(result))
}
