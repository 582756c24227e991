import { type BsonDocument, type BsonValue, isArray, isDocument, mapValues } from '../bson/value.ts'
import { compileFilter, type FilterContext, type Matcher } from '../query/filter.ts'
import { badValue, failedToParse } from '../server-error.ts'

/** For each identifier of a path, such as `low` in `grades.$[low].mark`: which elements it means. */
export type ArrayFilters = ReadonlyMap<string, Matcher>

/**
 * https://www.mongodb.com/docs/v7.0/reference/operator/update/positional-filtered/
 * @throws ServerError 2 and 9 for a filter of no or several identifiers
 */
export function compileArrayFilters(filters: readonly BsonValue[], context: FilterContext = {}): ArrayFilters {
  const compiled = new Map<string, Matcher>()
  for (const filter of filters) {
    if (!isDocument(filter)) failedToParse('Each array filter must be an object')
    const identifiers = new Set(identifiersOf(filter))
    const [identifier] = identifiers
    if (identifier === undefined) {
      failedToParse('Cannot use an expression without a top-level field name in arrayFilters')
    }
    if (identifiers.size > 1) {
      const names = [...identifiers].map((name) => `'${name}'`).join(' and ')
      failedToParse(`Error parsing array filter :: caused by :: Expected a single top-level field name, found ${names}`)
    }
    if (!/^[a-z][a-zA-Z0-9]*$/.test(identifier)) {
      badValue(
        `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${identifier}'`,
      )
    }
    if (compiled.has(identifier)) {
      failedToParse(`Found multiple array filters with the same top-level field name ${identifier}`)
    }
    // The filter names its element, and so does the document that it is asked about.
    const matches = compileFilter(filter, context)
    compiled.set(identifier, (element) => matches({ [identifier]: elementAsField(element) }))
  }
  return compiled
}

/** An element that is an array itself must not be searched element by element. */
function elementAsField(element: BsonValue): BsonValue {
  return isArray(element) ? [element] : element
}

function identifiersOf(filter: BsonDocument): readonly string[] {
  return Object.entries(filter).flatMap(([name, operand]) => {
    if (!name.startsWith('$')) return [name.split('.')[0] ?? name]
    return isArray(operand) ? operand.filter(isDocument).flatMap(identifiersOf) : []
  })
}

/** @throws ServerError 9 for a filter that no path of the update names */
export function checkArrayFiltersUsed(filters: ArrayFilters, update: BsonDocument): void {
  const paths = Object.values(mapValues(update, (fields) => (isDocument(fields) ? Object.keys(fields) : []))).flatMap(
    (names) => (isArray(names) ? names : []),
  )
  for (const identifier of filters.keys()) {
    if (paths.some((path) => typeof path === 'string' && path.split('.').includes(`$[${identifier}]`))) continue
    failedToParse(`The array filter for identifier '${identifier}' was not used in the update`)
  }
}
