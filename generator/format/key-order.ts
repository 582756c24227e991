import type { Json, JsonObject } from '../front/schema/json-schema.ts'
import { languageSchema, projectKeys } from '../front/schema/language.ts'
import { sharedRulesKeys } from '../front/schema/rules.ts'

/** Which of the language's pieces a value is, as far as the order of keys goes: only these have an order of their own. */
export type Form = 'object' | 'array'

/** The piece of the language that a file is. */
export function pieceOf(keys: readonly string[]): JsonObject | undefined {
  if (keys.includes('rules') && keys.every((key) => sharedRulesKeys.has(key))) return described('sharedRules')
  return described(keys.some((key) => projectKeys.has(key)) ? 'project' : 'domain')
}

/** The keys that a piece knows, in order; none where the keys are names that the spec chooses. */
export function orderOf(piece: JsonObject | undefined): readonly string[] {
  if (piece === undefined || piece.propertyNames !== undefined) return []
  return Object.keys(asObject(piece.properties) ?? {})
}

/** The piece that the value of a key is. */
export function pieceUnder(piece: JsonObject | undefined, key: string): JsonObject | undefined {
  return asObject(asObject(piece?.properties)?.[key]) ?? asObject(piece?.additionalProperties)
}

/** The piece that the items of a list are. */
export function pieceOfItems(piece: JsonObject | undefined): JsonObject | undefined {
  return asObject(piece?.items)
}

/** The branch of a piece that a value of a form is: those of a choice are of different JSON types. */
export function inForm(piece: JsonObject | undefined, form: Form): JsonObject | undefined {
  if (piece === undefined) return undefined
  const { $ref: reference, anyOf: branches } = piece
  if (typeof reference === 'string') return inForm(described(reference.slice(reference.lastIndexOf('/') + 1)), form)
  if (!Array.isArray(branches)) return piece.type === form ? piece : undefined
  for (const branch of branches) {
    const found = inForm(asObject(branch), form)
    if (found !== undefined) return found
  }
  return undefined
}

function described(name: string): JsonObject | undefined {
  return asObject(asObject(languageSchema.$defs)?.[name])
}

function asObject(json: Json | undefined): JsonObject | undefined {
  return isObject(json) ? json : undefined
}

function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}
