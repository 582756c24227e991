/** Plain data, as JSON has it. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject

export interface JsonObject {
  readonly [key: string]: Json
}

/**
 * What every key of the language says of itself: an editor prints the one and offers the other. Two rules hold for all
 * pieces built here: `x-expected` says in words what a pattern asks for, and the branches of an `anyOf` are of
 * different JSON types, so that a report can tell which of them was meant.
 */
interface Said {
  /** What it means, for an editor's tooltip. */
  readonly description: string
  readonly examples: readonly Json[]
  readonly default?: Json
}

/** A mapping with known keys. */
export function mapping(
  said: Said,
  properties: JsonObject,
  { required = [], ...rest }: { readonly required?: readonly string[] } & JsonObject = {},
): JsonObject {
  return {
    ...said,
    type: 'object',
    properties,
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
    ...rest,
  }
}

/** A mapping whose keys are names that the spec chooses. */
export function named(said: Said, names: JsonObject, values: JsonObject, rest: JsonObject = {}): JsonObject {
  return { ...said, type: 'object', propertyNames: names, additionalProperties: values, ...rest }
}

export function list(said: Said, items: JsonObject, rest: JsonObject = {}): JsonObject {
  return { ...said, type: 'array', items, ...rest }
}

/** A list in which nothing may stand twice. */
export function set(said: Said, items: JsonObject, rest: JsonObject = {}): JsonObject {
  return list(said, items, { uniqueItems: true, ...rest })
}

/** A text that says something. */
export const filled: JsonObject = { type: 'string', pattern: '\\S', 'x-expected': 'a text' }

/** Free text. */
export function text(description: string, ...examples: readonly string[]): JsonObject {
  return { description, examples, ...filled }
}

/** Text of a given form, with that form in words. */
export function formed(said: Said, form: JsonObject): JsonObject {
  return { ...said, ...form }
}

/** One of a closed set of words. */
export function word(description: string, words: readonly string[], rest: JsonObject = {}): JsonObject {
  return { description, examples: words.slice(0, 1), type: 'string', enum: words, ...rest }
}

export function flag(description: string, byDefault = false): JsonObject {
  return { description, examples: [true], type: 'boolean', default: byDefault }
}

export function whole(description: string, example: number, rest: JsonObject): JsonObject {
  return { description, examples: [example], type: 'integer', ...rest }
}

/** The short form or the long one. */
export function either(said: Said, ...branches: readonly JsonObject[]): JsonObject {
  return { ...said, anyOf: branches }
}

/** A piece that is described once, under `$defs`. */
export function use(name: string): JsonObject {
  return { $ref: `#/$defs/${name}` }
}
