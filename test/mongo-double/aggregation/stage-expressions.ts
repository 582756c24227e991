import { type BsonDocument, type BsonValue, isDocument } from '../bson/value.ts'
import { checkExpression } from './expression.ts'

/**
 * Checks the expressions of a stage before the engine meets them, which tells less of what is wrong.
 * @param bound the variables of the command
 */
export function checkStageExpressions(stage: string, operand: BsonValue, bound: ReadonlySet<string>): void {
  switch (stage) {
    case '$project':
    case '$addFields':
    case '$set':
    case '$replaceWith':
    case '$sortByCount':
      checkExpression(operand, bound)
      break
    case '$replaceRoot':
      if (isDocument(operand)) checkExpression(operand.newRoot, bound)
      break
    case '$group':
      if (isDocument(operand)) checkGroup(operand, bound)
      break
  }
}

function checkGroup(operand: BsonDocument, bound: ReadonlySet<string>): void {
  for (const [name, value] of Object.entries(operand)) {
    if (name === '_id') checkExpression(value, bound)
    // The accumulators that take a list of arguments name them: those are expressions too.
    else if (isDocument(value)) for (const argument of Object.values(value)) checkExpression(argument, bound)
  }
}
