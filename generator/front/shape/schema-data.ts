import type { Json, JsonObject } from '../schema/json-schema.ts'

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A list as it is, anything else as a list of it alone. */
export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value]
}

export function isMapping(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
}

/** Finite: JSON has no other. */
export function isNumber(data: unknown): data is number {
  return typeof data === 'number' && Number.isFinite(data)
}

/** Whether data is of a type of JSON Schema. */
export function isOf(type: string, data: unknown): boolean {
  switch (type) {
    case 'object':
      return isMapping(data)
    case 'array':
      return Array.isArray(data)
    case 'null':
      return data === null
    case 'number':
      return isNumber(data)
    case 'integer':
      return Number.isInteger(data)
    default:
      return typeof data === type
  }
}

/** Of the items of given types, the last that stands again behind itself, and where: by index. */
export function duplicate(
  items: readonly unknown[],
  types: readonly string[],
): { readonly i: number; readonly j: number } | undefined {
  const seen = new Map<unknown, number>()
  for (let i = items.length - 1; i >= 0; i -= 1) {
    const item = items[i]
    if (!types.some((type) => isOf(type, item))) continue
    const j = seen.get(item)
    if (j !== undefined) return { i, j }
    seen.set(item, i)
  }
  return undefined
}
