import { typeName } from '../bson/type-name.ts'
import { type BsonDocument, type BsonValue, isDocument } from '../bson/value.ts'
import { failedToParse, refuse } from '../server-error.ts'
import { checkArrayFiltersUsed, compileArrayFilters } from './array-filters.ts'
import { checkOperand } from './operands.ts'
import { checkPath } from './path.ts'
import { checkUpdateStages } from './pipeline.ts'

/** A document of operators, a whole document in place of the old one, or a pipeline. */
export type Update = BsonDocument | readonly BsonValue[]

/** https://www.mongodb.com/docs/v7.0/reference/operator/update/ */
const updateOperators = [
  '$addToSet',
  '$bit',
  '$currentDate',
  '$inc',
  '$max',
  '$min',
  '$mul',
  '$pop',
  '$pull',
  '$pullAll',
  '$push',
  '$rename',
  '$set',
  '$setOnInsert',
  '$unset',
] as const

export type UpdateOperator = (typeof updateOperators)[number]

const names: ReadonlySet<string> = new Set(updateOperators)

const isUpdateOperator = (name: string): name is UpdateOperator => names.has(name)

/** Whether an update puts a whole document in place of the old one: its first name decides. */
export function isReplacement(update: Update): update is BsonDocument {
  return !Array.isArray(update) && !Object.keys(update)[0]?.startsWith('$')
}

/** One operator on one path. */
export interface Change {
  readonly operator: UpdateOperator
  readonly path: string
  readonly operand: BsonValue
}

/**
 * Refuses what MongoDB refuses before it looks for a document.
 * @throws ServerError 9 for an unknown operator, 40 for two changes of one path, 56 and 2 for a wrong path
 */
export function checkUpdate(update: Update, arrayFilters: readonly BsonValue[] = []): void {
  if (isPipeline(update)) {
    if (arrayFilters.length > 0) failedToParse('arrayFilters may not be specified for pipeline-syle updates')
    checkUpdateStages(update)
  } else if (isReplacement(update)) {
    if (arrayFilters.length > 0) failedToParse('arrayFilters may not be specified for replacement-style updates')
    checkReplacement(update)
  } else {
    changesOf(update)
    checkArrayFiltersUsed(compileArrayFilters(arrayFilters), update)
  }
}

export function isPipeline(update: Update): update is readonly BsonValue[] {
  return Array.isArray(update)
}

function checkReplacement(update: BsonDocument): void {
  const dollar = Object.keys(update).find((name) => name.startsWith('$'))
  if (dollar === undefined) return
  refuse(
    52,
    'DollarPrefixedFieldName',
    `The dollar ($) prefixed field '${dollar}' in '${dollar}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
  )
}

/**
 * Every change of an update, checked, in the order in which they are made.
 * https://www.mongodb.com/docs/v7.0/reference/operator/update/#update-operators-behavior
 */
export function changesOf(update: BsonDocument): readonly Change[] {
  const changes: Change[] = []
  const taken = new Set<string>()
  for (const [operator, fields] of Object.entries(update)) {
    if (!isUpdateOperator(operator)) {
      return failedToParse(
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
      )
    }
    if (!isDocument(fields)) {
      return failedToParse(
        `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ...}`,
      )
    }
    for (const [path, operand] of Object.entries(fields)) {
      checkPath(path)
      checkOperand(operator, path, operand)
      claim(path, taken)
      if (operator === '$rename' && typeof operand === 'string') claim(operand, taken)
      changes.push({ operator, path, operand })
    }
  }
  return changes.sort((left, right) => comparePaths(left.path.split('.'), right.path.split('.')))
}

function claim(path: string, taken: Set<string>): void {
  const parts = path.split('.')
  const above = parts.map((_, index) => parts.slice(0, index + 1).join('.')).find((start) => taken.has(start))
  const conflict = above ?? [...taken].find((other) => other.startsWith(`${path}.`))
  if (conflict !== undefined) {
    refuse(40, 'ConflictingUpdateOperators', `Updating the path '${path}' would create a conflict at '${conflict}'`)
  }
  taken.add(path)
}

/** Numbers by their value, other names by their code units. */
function comparePaths(left: readonly string[], right: readonly string[]): number {
  for (const [index, part] of left.entries()) {
    const other = right[index]
    if (other === undefined) return 1
    if (part === other) continue
    if (/^\d+$/.test(part) && /^\d+$/.test(other)) return Number(part) - Number(other)
    return part < other ? -1 : 1
  }
  return left.length - right.length
}
