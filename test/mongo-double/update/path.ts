import { isArrayIndex } from '../bson/path.ts'
import { shellText } from '../bson/shell-text.ts'
import { type BsonDocument, type BsonValue, fieldOf, isArray, isDocument } from '../bson/value.ts'
import { isReferenceField } from '../query/condition.ts'
import { badValue, refuse } from '../server-error.ts'

/** As many elements as MongoDB fills up with null before one that is set. */
const greatestGap = 1_500_000

/**
 * A document with another value at a path: documents that are missing on the way are made, arrays filled with null.
 * @throws ServerError 28 PathNotViable where the path leads through a value that holds no others
 */
export function setAt(document: BsonDocument, path: readonly string[], value: BsonValue): BsonDocument {
  const changed = setWithin(document, path, 0, value)
  return isDocument(changed) ? changed : document
}

function setWithin(container: BsonValue, path: readonly string[], depth: number, value: BsonValue): BsonValue {
  const part = path[depth]
  if (part === undefined) return value
  if (container === undefined) return { [part]: setWithin(undefined, path, depth + 1, value) }
  if (isDocument(container)) {
    return { ...container, [part]: setWithin(fieldOf(container, part), path, depth + 1, value) }
  }
  if (!isArray(container) || !isArrayIndex(part)) return refusePath(container, path, depth)
  const index = Number(part)
  if (index > container.length + greatestGap) badValue(`can't backfill more than ${greatestGap} elements`)
  const filled = [...container, ...new Array<null>(Math.max(0, index - container.length)).fill(null)]
  filled[index] = setWithin(container[index], path, depth + 1, value)
  return filled
}

function refusePath(container: BsonValue, path: readonly string[], depth: number): never {
  const element = `{${path[depth - 1]}: ${shellText(container)}}`
  return refuse(28, 'PathNotViable', `Cannot create field '${path[depth]}' in element ${element}`)
}

/** A document without the value at a path; in an array null takes its place. */
export function removeAt(document: BsonDocument, path: readonly string[]): BsonDocument {
  const changed = removeWithin(document, path, 0)
  return isDocument(changed) ? changed : document
}

function removeWithin(container: BsonValue, path: readonly string[], depth: number): BsonValue {
  const part = path[depth]
  if (part === undefined) return container
  const isLast = depth === path.length - 1
  if (isDocument(container)) {
    if (!Object.hasOwn(container, part)) return container
    if (!isLast) return { ...container, [part]: removeWithin(container[part], path, depth + 1) }
    const { [part]: _, ...rest } = container
    return rest
  }
  if (!isArray(container) || !isArrayIndex(part) || Number(part) >= container.length) return container
  return container.with(Number(part), isLast ? null : removeWithin(container[Number(part)], path, depth + 1))
}

/** @throws ServerError 2 or 56 for a path that no update can have */
export function checkPath(path: string): void {
  if (path === '') emptyName('An empty update path is not valid.')
  const parts = path.split('.')
  if (parts.includes('')) emptyName(`The update path '${path}' contains an empty field name, which is not allowed.`)
  if (parts[0] === '$' || parts[0]?.startsWith('$[')) {
    badValue(`Cannot have positional (i.e. '$') element in the first position in path '${path}'`)
  }
  if (parts.filter((part) => part === '$').length > 1) {
    badValue(`Too many positional (i.e. '$') elements found in path '${path}'`)
  }
}

/**
 * A document that is there takes a name with a dollar below its top level only; one that is inserted takes it anywhere.
 * https://www.mongodb.com/docs/v7.0/core/dot-dollar-considerations/dollar-prefix/
 * @throws ServerError 52
 */
export function checkTopLevelName(path: readonly string[]): void {
  const [name] = path
  if (name === undefined || !name.startsWith('$') || isReferenceField(name)) return
  refuse(
    52,
    'DollarPrefixedFieldName',
    `The dollar ($) prefixed field '${name}' in '${path.join('.')}' is not valid for storage.`,
  )
}

function emptyName(message: string): never {
  return refuse(56, 'EmptyFieldName', message)
}
