import { compileExpression, type Variables } from '../aggregation/expression.ts'
import { fromPlain, toPlain } from '../bson/codec.ts'
import type { Collation } from '../bson/collation.ts'
import { valueAt } from '../bson/path.ts'
import { type BsonDocument, type BsonValue, isArray } from '../bson/value.ts'
import { elementMatcher } from '../query/array.ts'
import { fieldCompiler } from '../query/filter.ts'
import { matchedElement } from '../query/matched-element.ts'
import { refuseMissingScore } from '../query/text-placement.ts'
import { refuseLocation } from '../server-error.ts'
import { type ParsedProjection, parseProjection, type SpecialField } from './parse.ts'
import { omit, pathTree, pick, withValueAt } from './paths.ts'

export interface ProjectionOptions {
  /** The filter of the same query, for the positional `$`. */
  readonly filter?: BsonDocument | undefined
  /** The score of the `$text` query; absent where nothing is searched. */
  readonly score?: ((document: BsonDocument) => number) | undefined
  readonly variables?: Variables | undefined
  readonly collation?: Collation | undefined
}

export type Projection = (document: BsonDocument) => BsonDocument

/** Compiles the projection of `find` and `findAndModify`; without one, documents stay whole. */
export function compileProjection(
  specification: BsonDocument | undefined,
  options: ProjectionOptions = {},
): Projection {
  if (specification === undefined || Object.keys(specification).length === 0) return (document) => document
  const parsed = parseProjection(specification)
  const fields = fieldSelection(parsed)
  const steps = parsed.special.map((special) => compileSpecial(special, options))
  return (document) => steps.reduce((result, step) => step(result, document), fields(document))
}

/** The special fields keep their value here where they only narrow it. */
function fieldSelection({ mode, paths, withId }: ParsedProjection): Projection {
  const tree = pathTree(paths)
  return (document) => {
    const { _id: picked, ...fields } = mode === 'inclusion' ? pick(document, tree) : omit(document, tree)
    const id = mode === 'inclusion' ? document._id : picked
    return withId && id !== undefined ? { _id: id, ...fields } : fields
  }
}

/** @param result what is selected so far  @param document the whole */
type Step = (result: BsonDocument, document: BsonDocument) => BsonDocument

function compileSpecial(special: SpecialField, options: ProjectionOptions): Step {
  const parts = special.path.split('.')
  switch (special.kind) {
    case 'positional':
      return (result, document) => withValueAt(result, parts, [matched(special.path, document, options)])
    case 'slice':
      return (result, document) => {
        const array = valueAt(document, special.path)
        return isArray(array) ? withValueAt(result, parts, sliced(array, special.skip, special.count)) : result
      }
    case 'element': {
      const matches = elementMatcher(special.condition, { collation: options.collation }, fieldCompiler)
      return (result, document) => {
        const array = valueAt(document, special.path)
        const element = isArray(array) ? array.find(matches) : undefined
        return element === undefined ? result : withValueAt(result, parts, [element])
      }
    }
    case 'score': {
      const { score } = options
      if (score === undefined) return refuseMissingScore()
      return (result, document) => withValueAt(result, parts, score(document))
    }
    case 'expression': {
      const evaluate = compileExpression(special.expression, options.variables)
      return (result, document) => {
        const value = evaluate(toPlain(document))
        return value === undefined ? result : withValueAt(result, parts, fromPlain(value))
      }
    }
  }
}

function matched(path: string, document: BsonDocument, { filter = {}, collation }: ProjectionOptions): BsonValue {
  const prefix = 'Executor error during find command :: caused by :: '
  const index = matchedElement(filter, document, { collation })
  const array = valueAt(document, path)
  if (index === undefined || !isArray(array)) {
    return refuseLocation(51246, `${prefix}positional operator '.$' couldn't find a matching element in the array`)
  }
  if (index >= array.length) return refuseLocation(51247, `${prefix}positional operator '.$' element mismatch`)
  return array[index]
}

function sliced(array: readonly BsonValue[], skip: number | undefined, count: number): readonly BsonValue[] {
  if (skip === undefined) return count >= 0 ? array.slice(0, count) : array.slice(count)
  const from = skip >= 0 ? skip : Math.max(0, array.length + skip)
  return array.slice(from, from + count)
}
