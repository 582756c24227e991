import type { Collation } from '../bson/collation.ts'
import { leaves } from '../bson/path.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument } from '../bson/value.ts'

/** Whether a document (or the element of an array) fulfils a filter or a part of one. */
export type Matcher = (document: BsonValue) => boolean

/** Whether one value fulfils an operator; `undefined` is a field that is not there. */
export type ValueTest = (value: BsonValue) => boolean

export interface FilterContext {
  readonly collation?: Collation | undefined
  /** What `$$name` stands for in `$expr`, as plain JavaScript. */
  readonly variables?: Readonly<Record<string, unknown>> | undefined
  /** Compiles a `$text` query to the score of a document; absent where the collection has no text index. */
  readonly text?: ((query: BsonValue) => (document: BsonDocument) => number) | undefined
}

/** The field that an operator stands on. */
export interface Subject {
  /** Dotted; empty for the element of an array itself. */
  readonly path: string
  /** The values at the path, arrays whole. */
  readonly reach: (document: BsonValue) => readonly BsonValue[]
  readonly context: FilterContext
}

export function subjectAt(path: string, context: FilterContext): Subject {
  const parts = path === '' ? [] : path.split('.')
  return { path, reach: (document) => leaves(document, parts), context }
}

/** Holds where a value passes, or an element of it where it is an array: what most operators mean. */
export function anyValue({ reach }: Subject, test: ValueTest): Matcher {
  return (document) => reach(document).some((value) => test(value) || (isArray(value) && value.some(test)))
}

export function not(matcher: Matcher): Matcher {
  return (document) => !matcher(document)
}

export function every(matchers: readonly Matcher[]): Matcher {
  return (document) => matchers.every((matches) => matches(document))
}

const referenceFields = new Set(['$ref', '$id', '$db'])

/** The names with a dollar that a document may hold: a reference to another document. */
export const isReferenceField = (name: string): boolean => referenceFields.has(name)

export const isOperatorName = (name: string): boolean => name.startsWith('$') && !isReferenceField(name)

/** Whether a value of a filter is operators, not something to be equal to: its first name decides. */
export function isOperators(value: BsonValue): value is BsonDocument {
  if (!isDocument(value)) return false
  const [first] = Object.keys(value)
  return first !== undefined && isOperatorName(first)
}
