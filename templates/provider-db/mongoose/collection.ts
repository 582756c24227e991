import type { Connection, Model, Schema } from 'mongoose'
import type { IndexDescription } from '../live/mongo/description.ts'

/** `ulidPattern` and `documentIdPattern` as the server reads them: its `$` would take a line end, too. */
export const ulidRule = '^[0-7][0-9A-HJKMNP-TV-Z]{25}(?![\\s\\S])'
export const documentIdRule = '^[0-9a-f]{24}(?![\\s\\S])'

/** The indexes that a schema declares, in the words of the server. `background` is Mongoose's own addition. */
export function indexesOf<Document>(schema: Schema<Document>): readonly IndexDescription[] {
  return schema.indexes().map(([key, { background: _, ...options }]) => ({ key, ...options }) as IndexDescription)
}

/**
 * The model of a name on a connection: the one that is known there, or one of a copy of the schema, since connections
 * share nothing. Written out for each collection it would take a compiler several times as long to check.
 */
export function modelOf<Document>(
  connection: Connection,
  known: ReadonlySet<string>,
  name: string,
  schema: Schema<Document>,
): Model<Document> {
  return known.has(name) ? connection.model<Document>(name) : connection.model<Document>(name, schema.clone())
}

/**
 * For `required` of a text that may be empty: Mongoose's own check takes '' for missing. Missing are only `null` and
 * `undefined`.
 */
export function allowingEmpty(path: string): (this: { get(path: string): unknown }) => boolean {
  return function isMissing() {
    const value = this.get(path)
    return value === null || value === undefined
  }
}

/** For `validate` of the number types for which Mongoose knows no `min` and `max`. Null is for `required` to judge. */
export function within(bounds: { readonly min?: number; readonly max?: number }): {
  validator(value: number | bigint | { toString(): string } | null): boolean
  message: string
} {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = bounds
  return {
    validator(value) {
      const number = typeof value === 'object' ? Number(value?.toString()) : value
      return value === null || (number >= min && number <= max)
    },
    message: `{PATH} must be from ${min} to ${max}`,
  }
}
