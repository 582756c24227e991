import { shellText } from '../bson/shell-text.ts'
import { typeName } from '../bson/type-name.ts'
import { type BsonValue, isArray, isDocument, isNumber, toNumber } from '../bson/value.ts'
import { badValue, failedToParse, typeMismatch } from '../server-error.ts'
import type { UpdateOperator } from './check.ts'
import { checkPath } from './path.ts'

/** @throws ServerError where an operator cannot take its operand, whatever the document holds */
export function checkOperand(operator: UpdateOperator, path: string, operand: BsonValue): void {
  switch (operator) {
    case '$inc':
    case '$mul':
      if (!isNumber(operand)) {
        const verb = operator === '$inc' ? 'increment' : 'multiply'
        typeMismatch(`Cannot ${verb} with non-numeric argument: {${path}: ${shellText(operand)}}`)
      }
      break
    case '$rename':
      checkRename(path, operand)
      break
    case '$currentDate':
      checkCurrentDate(operand)
      break
    case '$bit':
      checkBit(operand)
      break
    case '$push':
      checkPush(operand)
      break
    case '$addToSet':
      checkAddToSet(operand)
      break
    case '$pop':
      checkPop(path, operand)
      break
    case '$pullAll':
      if (!isArray(operand)) badValue(`$pullAll requires an array argument but was given a ${typeName(operand)}`)
      break
    case '$set':
    case '$setOnInsert':
    case '$unset':
    case '$min':
    case '$max':
    case '$pull':
      break
  }
}

function checkRename(path: string, operand: BsonValue): void {
  if (typeof operand !== 'string')
    badValue(`The 'to' field for $rename must be a string: ${path}: ${shellText(operand)}`)
  checkPath(operand)
  if (operand === path) badValue(`The source and target field for $rename must differ: ${path}: "${operand}"`)
  if (`${operand}.`.startsWith(`${path}.`) || `${path}.`.startsWith(`${operand}.`)) {
    badValue(`The source and target field for $rename must not be on the same path: ${path}: "${operand}"`)
  }
  for (const [side, name] of [
    ['source', path],
    ['destination', operand],
  ] as const) {
    if (name.split('.').some((part) => part.startsWith('$'))) {
      badValue(`The ${side} field for $rename may not be dynamic: ${name}`)
    }
  }
}

function checkCurrentDate(operand: BsonValue): void {
  if (typeof operand === 'boolean') return
  if (!isDocument(operand)) {
    badValue(
      `${typeName(operand)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
    )
  }
  const stray = Object.keys(operand).find((name) => name !== '$type')
  if (stray !== undefined) badValue(`Unrecognized $currentDate option: ${stray}`)
  if (operand.$type !== 'date' && operand.$type !== 'timestamp') {
    badValue(
      "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}",
    )
  }
}

function checkBit(operand: BsonValue): void {
  if (!isDocument(operand)) {
    badValue(
      `The $bit modifier is not compatible with a ${typeName(operand)}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}`,
    )
  }
  const entries = Object.entries(operand)
  if (entries.length === 0)
    badValue('You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}')
  for (const [name, mask] of entries) {
    if (name !== 'and' && name !== 'or' && name !== 'xor') {
      badValue(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator`)
    }
    if (typeName(mask) !== 'int' && typeName(mask) !== 'long') {
      badValue(`The $bit modifier field must be an Integer(32/64 bit); a '${typeName(mask)}' is not supported here`)
    }
  }
}

const pushClauses = new Set(['$each', '$position', '$slice', '$sort'])

function checkPush(operand: BsonValue): void {
  if (!isDocument(operand) || !('$each' in operand)) return
  if (!isArray(operand.$each)) {
    badValue(`The argument to $each in $push must be an array but it was of type: ${typeName(operand.$each)}`)
  }
  const stray = Object.keys(operand).find((name) => !pushClauses.has(name))
  if (stray !== undefined) badValue(`Unrecognized clause in $push: ${stray}`)
  for (const clause of ['$position', '$slice'] as const) {
    const value = operand[clause]
    if (value !== undefined && (!isNumber(value) || !Number.isInteger(toNumber(value)))) {
      badValue(`The value for ${clause} must be an integer value but was given type: ${typeName(value)}`)
    }
  }
  const { $sort } = operand
  const directions = isDocument($sort) ? Object.values($sort) : [$sort ?? 1]
  if (directions.length === 0) badValue('The $sort pattern is empty when it should be a set of fields.')
  if (!directions.every((one) => isNumber(one) && Math.abs(toNumber(one)) === 1)) {
    badValue('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields')
  }
}

function checkAddToSet(operand: BsonValue): void {
  if (!isDocument(operand) || Object.keys(operand)[0] !== '$each') return
  if (!isArray(operand.$each)) {
    typeMismatch(`The argument to $each in $addToSet must be an array but it was of type ${typeName(operand.$each)}`)
  }
  if (Object.keys(operand).length > 1) badValue('Found unexpected fields after $each in $addToSet')
}

function checkPop(path: string, operand: BsonValue): void {
  if (!isNumber(operand)) failedToParse(`Expected a number in: ${path}: ${shellText(operand)}`)
  const count = toNumber(operand)
  if (!Number.isInteger(count)) failedToParse(`Expected an integer: ${path}: ${count}`)
  if (Math.abs(count) !== 1) failedToParse(`$pop expects 1 or -1, found: ${count}`)
}
