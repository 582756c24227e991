import { type BsonValue, isArray, isBinary, isNumber, toNumber } from '../bson/value.ts'
import { badValue, failedToParse } from '../server-error.ts'
import { anyValue, type Matcher, type Subject } from './condition.ts'

export type BitOperator = '$bitsAllSet' | '$bitsAllClear' | '$bitsAnySet' | '$bitsAnyClear'

/** https://www.mongodb.com/docs/v7.0/reference/operator/query/bitsAllSet/ */
export function bits(operator: BitOperator, operand: BsonValue, subject: Subject): Matcher {
  const mask = maskOf(operator, operand)
  return anyValue(subject, (value) => {
    const masked = bitsOf(value, mask)
    return masked !== undefined && accepts(operator, masked, mask)
  })
}

function accepts(operator: BitOperator, masked: bigint, mask: bigint): boolean {
  switch (operator) {
    case '$bitsAllSet':
      return masked === mask
    case '$bitsAllClear':
      return masked === 0n
    case '$bitsAnySet':
      return masked !== 0n
    case '$bitsAnyClear':
      return masked !== mask
  }
}

function maskOf(operator: BitOperator, operand: BsonValue): bigint {
  if (isArray(operand)) {
    return operand.reduce((mask: bigint, position) => {
      if (!isNumber(position)) return badValue('Failed to parse bit position. Expected a number')
      const bit = toNumber(position)
      if (bit < 0) badValue('Failed to parse bit position. Expected a non-negative number')
      return mask | (1n << BigInt(bit))
    }, 0n)
  }
  if (isNumber(operand) && !Number.isInteger(toNumber(operand))) {
    failedToParse(`Expected an integer: ${operator}: ${toNumber(operand)}`)
  }
  const mask =
    bitsOf(operand, -1n) ?? badValue(`value takes an Array, a number, or a BinData but received: ${operator}`)
  if (mask < 0n) failedToParse('Expected a non-negative number')
  return mask
}

function bitsOf(value: BsonValue, mask: bigint): bigint | undefined {
  if (isBinary(value)) {
    return [...value.value()].reduceRight((bytes, byte) => (bytes << 8n) | BigInt(byte), 0n) & mask
  }
  if (!isNumber(value) || !Number.isInteger(toNumber(value))) return undefined
  return BigInt(value.toString()) & mask
}
