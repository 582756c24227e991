import { type BsonDocument, type BsonValue, fieldOf, isArray, isDocument } from './value.ts'

export const isArrayIndex = (part: string): boolean => /^(0|[1-9]\d*)$/.test(part)

/**
 * The values that a dotted path reaches, as a query sees them: arrays on the way are walked through, by index too.
 * A path that ends nowhere gives one `undefined`; none at all comes from an array without documents.
 */
export function leaves(document: BsonValue, parts: readonly string[]): BsonValue[] {
  const found: BsonValue[] = []
  collect(document, parts, 0, found)
  return found
}

function collect(value: BsonValue, parts: readonly string[], depth: number, found: BsonValue[]): void {
  const part = parts[depth]
  if (part === undefined) {
    found.push(value)
    return
  }
  if (isArray(value)) {
    if (isArrayIndex(part) && Number(part) < value.length) collect(value[Number(part)], parts, depth + 1, found)
    for (const element of value) if (isDocument(element)) collect(element, parts, depth, found)
    return
  }
  if (isDocument(value)) collect(fieldOf(value, part), parts, depth + 1, found)
  else found.push(undefined)
}

/** The one value at a dotted path; arrays are entered by index alone. */
export function valueAt(document: BsonDocument, path: string): BsonValue {
  return valueAtParts(document, path.split('.'))
}

export function valueAtParts(document: BsonValue, parts: readonly string[]): BsonValue {
  let current = document
  for (const part of parts) {
    if (isArray(current)) current = isArrayIndex(part) ? current[Number(part)] : undefined
    else if (isDocument(current)) current = fieldOf(current, part)
    else return undefined
  }
  return current
}
