import { type BsonDocument, type BsonValue, fieldOf, isArray, isDocument } from '../bson/value.ts'
import { elementMatcher } from './array.ts'
import { eq } from './comparison.ts'
import { type FilterContext, isOperators, type Matcher, subjectAt } from './condition.ts'
import { compileFilter, fieldCompiler } from './filter.ts'

/** Index of the element by which a document fulfils a filter, for the positional `$`; nothing where no array does. */
export function matchedElement(
  filter: BsonDocument,
  document: BsonValue,
  context: FilterContext = {},
): number | undefined {
  for (const [name, operand] of Object.entries(filter)) {
    const index = name === '$and' ? inClauses(operand, document, context) : inField(name, operand, document, context)
    if (index !== undefined) return index
  }
  return undefined
}

function inClauses(clauses: BsonValue, document: BsonValue, context: FilterContext): number | undefined {
  if (!isArray(clauses)) return undefined
  for (const clause of clauses) {
    const index = isDocument(clause) ? matchedElement(clause, document, context) : undefined
    if (index !== undefined) return index
  }
  return undefined
}

function inField(name: string, operand: BsonValue, document: BsonValue, context: FilterContext): number | undefined {
  if (name.startsWith('$')) return undefined
  const parts = name.split('.')
  let current = document
  for (let depth = 0; depth <= parts.length; depth++) {
    if (isArray(current)) {
      const index = current.findIndex(matcherFor(parts.slice(depth).join('.'), operand, context))
      return index === -1 ? undefined : index
    }
    const part = parts[depth]
    if (part === undefined || !isDocument(current)) return undefined
    current = fieldOf(current, part)
  }
  return undefined
}

function matcherFor(rest: string, operand: BsonValue, context: FilterContext): Matcher {
  if (rest !== '') {
    const matches = compileFilter({ [rest]: operand }, context)
    return (element) => isDocument(element) && matches(element)
  }
  const subject = subjectAt('', context)
  if (!isOperators(operand)) return eq(operand, subject)
  if (operand.$elemMatch !== undefined) return elementMatcher(operand.$elemMatch, context, fieldCompiler)
  return fieldCompiler.field(operand, subject)
}
