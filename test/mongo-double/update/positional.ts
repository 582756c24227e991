import { valueAtParts } from '../bson/path.ts'
import { type BsonDocument, isArray } from '../bson/value.ts'
import { badValue } from '../server-error.ts'
import type { ArrayFilters } from './array-filters.ts'

/**
 * The paths that a path with `$`, `$[]` or `$[identifier]` stands for in a document.
 * @param matchedIndex which element made the filter match, for `$`
 * @throws ServerError 2 where a position cannot be told
 */
export function concretePaths(
  document: BsonDocument,
  path: string,
  matchedIndex: number | undefined,
  arrayFilters: ArrayFilters,
): readonly (readonly string[])[] {
  return path.split('.').reduce<readonly (readonly string[])[]>(
    (paths, part) => {
      if (part === '$') {
        if (matchedIndex === undefined) {
          return badValue('The positional operator did not find the match needed from the query.')
        }
        return paths.map((before) => [...before, String(matchedIndex)])
      }
      if (!part.startsWith('$[')) return paths.map((before) => [...before, part])
      return paths.flatMap((before) =>
        elementIndexes(document, before, part.slice(2, -1), path, arrayFilters).map((index) => [...before, `${index}`]),
      )
    },
    [[]],
  )
}

function elementIndexes(
  document: BsonDocument,
  before: readonly string[],
  identifier: string,
  path: string,
  arrayFilters: ArrayFilters,
): readonly number[] {
  const matches = identifier === '' ? () => true : arrayFilters.get(identifier)
  if (matches === undefined) badValue(`No array filter found for identifier '${identifier}' in path '${path}'`)
  const array = valueAtParts(document, before)
  if (array === undefined) {
    badValue(`The path '${before.join('.')}' must exist in the document in order to apply array updates.`)
  }
  if (!isArray(array)) badValue(`Cannot apply array updates to non-array element ${before.join('.')}`)
  return array.flatMap((element, index) => (matches(element) ? [index] : []))
}
