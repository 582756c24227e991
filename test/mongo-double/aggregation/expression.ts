import { Aggregator } from 'mingo'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import { toPlain } from '../bson/codec.ts'
import { shellText } from '../bson/shell-text.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument } from '../bson/value.ts'
import { failedToParse, notImplemented, refuse, refuseLocation } from '../server-error.ts'
import { asServerError } from './engine-error.ts'

export type Variables = Readonly<Record<string, unknown>>

/** Operators that take exactly two arguments. */
const binary = new Set('$eq $ne $gt $gte $lt $lte $cmp $divide $subtract $mod $pow $in $atan2 $split'.split(' '))

/** What MongoDB 7 has and the expression engine has not, or has as something that runs scripts. */
const missing = new Set('$function $accumulator $meta $tsIncrement $tsSecond $binarySize $bsonSize'.split(' '))

/** What the engine has from later versions. */
const later = new Set(['$sigmoid'])

const known = new Set([...Object.keys(expressions), ...Object.keys(accumulators)].filter((name) => !later.has(name)))

const systemVariables = new Set([
  'ROOT',
  'CURRENT',
  'NOW',
  'CLUSTER_TIME',
  'REMOVE',
  'DESCEND',
  'PRUNE',
  'KEEP',
  'USER_ROLES',
])

/**
 * Checks an expression and makes it ready to run on plain documents.
 * https://www.mongodb.com/docs/v7.0/reference/operator/aggregation/
 * @throws ServerError 168 for an operator that there is not, 16020 for too few or many arguments, 17276 for a variable
 */
export function compileExpression(
  expression: BsonValue,
  variables: Variables | undefined,
): (document: unknown) => unknown {
  checkExpression(expression, new Set(Object.keys(variables ?? {})))
  const aggregator = new Aggregator([{ $project: { _id: 0, value: toPlain(expression) } }], {
    variables: variables ?? {},
  })
  return (document) => {
    try {
      return aggregator.run<{ value?: unknown }>([document])[0]?.value
    } catch (error) {
      throw asServerError(error)
    }
  }
}

/** @param bound the variables that the expression may name */
export function checkExpression(expression: BsonValue, bound: ReadonlySet<string>): void {
  if (typeof expression === 'string') checkPath(expression, bound)
  else if (isArray(expression)) for (const item of expression) checkExpression(item, bound)
  else if (isDocument(expression)) checkObject(expression, bound)
}

function checkPath(text: string, bound: ReadonlySet<string>): void {
  if (!text.startsWith('$')) return
  if (text === '$') refuseLocation(16872, "'$' by itself is not a valid FieldPath")
  if (!text.startsWith('$$')) return
  const [name = ''] = text.slice(2).split('.')
  if (name === '') failedToParse('empty variable names are not allowed')
  if (systemVariables.has(name) || bound.has(name)) return
  if (!/^[a-z\u0080-\uffff]/.test(name)) {
    failedToParse(`'${name}' starts with an invalid character for a user variable name`)
  }
  refuseLocation(17276, `Use of undefined variable: ${name}`)
}

function checkObject(expression: BsonDocument, bound: ReadonlySet<string>): void {
  const names = Object.keys(expression)
  const operator = names.find((name) => name.startsWith('$'))
  if (operator === undefined) {
    for (const name of names) checkExpression(expression[name], bound)
    return
  }
  if (names.length > 1) {
    const written = shellText(expression)
    refuseLocation(
      15983,
      `an expression specification must contain exactly one field, the name of the expression. Found ${names.length} fields in ${written}`,
    )
  }
  if (missing.has(operator)) notImplemented(`expression ${operator}`)
  if (!known.has(operator)) refuse(168, 'InvalidPipelineOperator', `Unrecognized expression '${operator}'`)
  const operand = expression[operator]
  checkCount(operator, operand)
  if (operator !== '$literal') checkExpression(operand, withNames(bound, operator, operand))
}

function checkCount(operator: string, operand: BsonValue): void {
  if (!binary.has(operator)) return
  const count = isArray(operand) ? operand.length : 1
  if (count === 2) return
  refuseLocation(16020, `Expression ${operator} takes exactly 2 arguments. ${count} were passed in.`)
}

/** The names that an operator binds for the expressions within it. */
function withNames(bound: ReadonlySet<string>, operator: string, operand: BsonValue): ReadonlySet<string> {
  if (!isDocument(operand)) return bound
  if (operator === '$let') return new Set([...bound, ...(isDocument(operand.vars) ? Object.keys(operand.vars) : [])])
  if (operator === '$reduce') return new Set([...bound, 'this', 'value'])
  if (operator !== '$map' && operator !== '$filter') return bound
  return new Set([...bound, typeof operand.as === 'string' ? operand.as : 'this'])
}
