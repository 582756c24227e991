import type { Json, JsonObject } from '../../front/schema/json-schema.ts'
import { languageSchema } from '../../front/schema/language.ts'
import type { Step } from '../cursor.ts'

/** The kinds of files, each with what it is under `$defs`. */
export type FileKind = 'project' | 'domain' | 'sharedRules'

/**
 * The pieces of the language's schema that a value at a place is judged by: one for each form that it may have. None where
 * the language knows no such place.
 */
export function schemasAt(kinds: readonly FileKind[], path: readonly Step[]): readonly JsonObject[] {
  const roots = kinds.map((kind): JsonObject => ({ $ref: `#/$defs/${kind}` }))
  return path.reduce((schemas, step) => schemas.flatMap((schema) => below(schema, step)), forms(roots))
}

/** What the language says of the entry at the end of a path: the one piece, short form and long. */
export function entryAt(kinds: readonly FileKind[], path: readonly Step[]): JsonObject | undefined {
  const last = path.at(-1)
  if (last === undefined || last.kind === 'item') return undefined
  for (const schema of schemasAt(kinds, path.slice(0, -1))) {
    const entry = propertiesOf(schema)[last.name] ?? schema.additionalProperties
    if (isObject(entry)) return isObject(propertiesOf(schema)[last.name]) ? described(entry) : undefined
  }
  return undefined
}

/** The keys that a mapping of a piece of the schema may have, those that it must have first. */
export function keysOf(
  schema: JsonObject,
): readonly { readonly name: string; readonly schema: JsonObject; readonly required: boolean }[] {
  const required = Array.isArray(schema.required) ? schema.required : []
  return Object.entries(propertiesOf(schema)).flatMap(([name, property]) =>
    isObject(property) ? [{ name, schema: described(property), required: required.includes(name) }] : [],
  )
}

/** The words that a piece of the schema lets stand as a value. */
export function wordsOf(schema: JsonObject): readonly (string | number | boolean | null)[] {
  if (Array.isArray(schema.enum)) return schema.enum.filter(isScalar)
  if (schema.const !== undefined && isScalar(schema.const)) return [schema.const]
  if (schema.type === 'boolean') return [true, false]
  return schema.type === 'null' ? [null] : []
}

/** Whether a value of a piece of the schema is a mapping or a list, so that it does not stand behind its key. */
export function shapeOf(schema: JsonObject): 'map' | 'list' | 'scalar' | 'several' {
  const shapes = new Set(
    forms([schema]).map(({ type }) => (type === 'object' ? 'map' : type === 'array' ? 'list' : 'scalar')),
  )
  const [only] = shapes
  return shapes.size === 1 && only !== undefined ? only : 'several'
}

export function descriptionOf(schema: JsonObject): string | undefined {
  return typeof schema.description === 'string' ? schema.description : undefined
}

export function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A piece with what it refers to put in its place; what is said beside the reference stays. */
function described(schema: JsonObject): JsonObject {
  if (typeof schema.$ref !== 'string') return schema
  const { $ref, ...rest } = schema
  const definitions = languageSchema.$defs
  const target = isObject(definitions) ? definitions[$ref.replace('#/$defs/', '')] : undefined
  return isObject(target) ? { ...described(target), ...rest } : rest
}

/** The branches of pieces, none of which has branches itself. */
function forms(schemas: readonly JsonObject[]): readonly JsonObject[] {
  return schemas.map(described).flatMap((schema) => {
    if (!Array.isArray(schema.anyOf)) return [schema]
    return forms(schema.anyOf.filter(isObject))
  })
}

function below(schema: JsonObject, step: Step): readonly JsonObject[] {
  const inner = step.kind === 'item' ? schema.items : (propertiesOf(schema)[step.name] ?? schema.additionalProperties)
  return isObject(inner) ? forms([inner]) : []
}

function propertiesOf(schema: JsonObject): JsonObject {
  return isObject(schema.properties) ? schema.properties : {}
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isScalar(value: Json): value is string | number | boolean | null {
  return typeof value !== 'object' || value === null
}
